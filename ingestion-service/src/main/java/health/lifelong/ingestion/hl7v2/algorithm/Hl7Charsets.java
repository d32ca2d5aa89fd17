package health.lifelong.ingestion.hl7v2.algorithm;

import health.lifelong.ingestion.hl7v2.domain.SenderContract;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Character sets by MSH-18 (HL7 table 0211 and what Korean senders write; ingestion-formats section
 * 2.2).
 */
final class Hl7Charsets {
  private Hl7Charsets() {}

  /**
   * What decoding gave: the text, or the offset of the first byte that is not of the character set.
   */
  sealed interface Decoded {
    record Text(String text, Charset charset) implements Decoded {}

    record Invalid(int offset) implements Decoded {}

    record UnknownName() implements Decoded {}
  }

  /**
   * Decodes strictly; {@code name} is the first repetition of MSH-18, empty where none was sent.
   */
  static Decoded decode(byte[] bytes, int from, String name, Charset fallback) {
    String key = name.strip().toUpperCase(Locale.ROOT);
    boolean unnamed = key.isEmpty() || key.equals("ASCII") || key.equals("\"\"");
    Charset charset = unnamed ? StandardCharsets.UTF_8 : named(key).orElse(null);
    if (charset == null) {
      return new Decoded.UnknownName();
    }
    if (isAscii(bytes, from)) {
      String text = new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
      return new Decoded.Text(text, charset);
    }
    Decoded decoded = strict(bytes, from, charset);
    return unnamed && decoded instanceof Decoded.Invalid ? strict(bytes, from, fallback) : decoded;
  }

  /** The character set of a name in capitals. */
  static Optional<Charset> named(String key) {
    return switch (key) {
      case "UNICODE UTF-8", "UTF-8", "UTF8", "UNICODE" -> Optional.of(StandardCharsets.UTF_8);
      // MS949 holds all Hangul syllables; senders label it by any of these names.
      case "KS X 1001",
          "KSC5601",
          "KSC 5601",
          "KS_C_5601-1987",
          "EUC-KR",
          "EUCKR",
          "CP949",
          "MS949",
          "WINDOWS-949",
          "X-WINDOWS-949",
          "949" ->
          Optional.of(SenderContract.MS949);
      case "ISO IR6" -> Optional.of(StandardCharsets.US_ASCII);
      case "GB 18030-2000" -> Optional.of(Charset.forName("GB18030"));
      case "BIG-5" -> Optional.of(Charset.forName("Big5"));
      default ->
          key.startsWith("8859/") ? supported("ISO-8859-" + key.substring(5)) : supported(key);
    };
  }

  private static Optional<Charset> supported(String name) {
    try {
      Charset charset = Charset.isSupported(name) ? Charset.forName(name) : null;
      return Optional.ofNullable(charset).filter(Hl7Charsets::keepsAscii);
    } catch (IllegalArgumentException notAName) {
      return Optional.empty();
    }
  }

  /** Frames and delimiters are found in bytes, so a character set must write them as ASCII does. */
  private static boolean keepsAscii(Charset charset) {
    byte[] plain = "MSH|^~\\&0Aa".getBytes(StandardCharsets.US_ASCII);
    return charset.canEncode() && Arrays.equals(plain, "MSH|^~\\&0Aa".getBytes(charset));
  }

  private static Decoded strict(byte[] bytes, int from, Charset charset) {
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CharBuffer out = CharBuffer.allocate(bytes.length - from);
    CoderResult result =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    return result.isError()
        ? new Decoded.Invalid(in.position())
        : new Decoded.Text(out.flip().toString(), charset);
  }

  private static boolean isAscii(byte[] bytes, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /** Undoes bytes written in hex; null where they are no text of the character set. */
  static @Nullable String text(byte[] bytes, Charset charset) {
    return strict(bytes, 0, charset) instanceof Decoded.Text decoded ? decoded.text() : null;
  }
}
