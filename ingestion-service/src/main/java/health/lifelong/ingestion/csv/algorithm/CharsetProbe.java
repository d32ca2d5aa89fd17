package health.lifelong.ingestion.csv.algorithm;

import health.lifelong.ingestion.csv.domain.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * Decides the charset of a table over all its bytes without holding them: a byte-order mark, else
 * valid UTF-8, else MS949 (ingestion-formats section 5.1). MS949 rather than EUC-KR, which lacks
 * 8,822 of the modern syllables.
 */
final class CharsetProbe {
  private static final Charset MS949 = Charset.forName("x-windows-949");
  private static final int CHUNK = 1 << 16;

  private CharsetProbe() {}

  /** What the bytes are. */
  sealed interface Finding {
    /** Text in this charset after {@code mark} bytes of byte-order mark. */
    record Text(Charset charset, int mark) implements Finding {}

    /** No byte at all. */
    record Empty() implements Finding {}

    /** More bytes than the limit. */
    record TooLarge() implements Finding {}

    /** UTF-16, which the contract does not take. */
    record Utf16Refused() implements Finding {}

    /**
     * Text in none of the charsets; {@code offset} is the first byte that does not fit the last one
     * tried.
     */
    record Undecodable(long offset) implements Finding {}
  }

  static Finding probe(ByteSource source, boolean utf16, long limit) throws IOException {
    byte[] head;
    try (InputStream in = source.open()) {
      head = in.readNBytes(3);
    }
    if (head.length == 0) {
      return new Finding.Empty();
    }
    if (startsWith(head, 0xFF, 0xFE)) {
      return utf16 ? only(source, StandardCharsets.UTF_16LE, 2, limit) : new Finding.Utf16Refused();
    }
    if (startsWith(head, 0xFE, 0xFF)) {
      return new Finding.Utf16Refused();
    }
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return only(source, StandardCharsets.UTF_8, 3, limit);
    }
    Finding utf8 = only(source, StandardCharsets.UTF_8, 0, limit);
    return utf8 instanceof Finding.Undecodable ? only(source, MS949, 0, limit) : utf8;
  }

  private static boolean startsWith(byte[] head, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static Finding only(ByteSource source, Charset charset, int mark, long limit)
      throws IOException {
    try (InputStream in = source.open()) {
      in.skipNBytes(mark);
      Validation validation = new Validation(charset, limit - mark);
      OptionalLong bad = validation.run(in);
      if (validation.overLimit) {
        return new Finding.TooLarge();
      }
      return bad.isEmpty()
          ? new Finding.Text(charset, mark)
          : new Finding.Undecodable(mark + bad.getAsLong());
    }
  }

  /** One validating pass; the characters are thrown away. */
  private static final class Validation {
    private final CharsetDecoder decoder;
    private final long limit;
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
    private final CharBuffer chars = CharBuffer.allocate(CHUNK);
    private long consumed;
    private boolean overLimit;

    private Validation(Charset charset, long limit) {
      this.decoder =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      this.limit = limit;
    }

    private OptionalLong run(InputStream in) throws IOException {
      long read = 0;
      boolean end = false;
      while (!end) {
        int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
        end = n < 0;
        read += Math.max(n, 0);
        if (read > limit) {
          overLimit = true;
          return OptionalLong.empty();
        }
        bytes.position(bytes.position() + Math.max(n, 0)).flip();
        if (!decodes(end)) {
          return OptionalLong.of(consumed + bytes.position());
        }
        consumed += bytes.position();
        bytes.compact();
      }
      return OptionalLong.empty();
    }

    private boolean decodes(boolean end) {
      while (true) {
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, end);
        if (result.isError()) {
          return false;
        }
        if (result.isUnderflow()) {
          return true;
        }
      }
    }
  }
}
