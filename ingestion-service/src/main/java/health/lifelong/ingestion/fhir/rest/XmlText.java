package health.lifelong.ingestion.fhir.rest;

import health.lifelong.ingestion.fhir.algorithm.Utf8;
import health.lifelong.ingestion.fhir.domain.Refusal;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of an XML document: decoded strictly before the parser sees them, since parsers
 * replace what does not fit its declared encoding. A DOCTYPE is refused here, before a single
 * entity could be read.
 */
final class XmlText {
  private static final int DECLARATION_LENGTH = 200;
  private static final Pattern DECLARATION =
      Pattern.compile(
          "<\\?xml\\s+version\\s*=\\s*[\"']([^\"']{1,20})[\"']"
              + "(?:\\s+encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"'])?[^>]{0,60}\\?>");

  private XmlText() {}

  /** Decodes and looks through what stands before the root element. */
  static String of(byte[] body) throws XmlRefused {
    String text = decoded(body);
    Matcher declaration = DECLARATION.matcher(text);
    boolean declared = declaration.lookingAt();
    if (declared && !declaration.group(1).equals("1.0")) {
      throw refused("line 1", Reason.XML_SYNTAX, "only XML 1.0 is taken");
    }
    refuseDoctype(text);
    return text;
  }

  private static String decoded(byte[] body) throws XmlRefused {
    int mark = Utf8.byteOrderMark(body, body.length);
    String head =
        new String(
            body,
            mark,
            Math.min(DECLARATION_LENGTH, body.length - mark),
            StandardCharsets.ISO_8859_1);
    Matcher declaration = DECLARATION.matcher(head);
    String name = declaration.lookingAt() ? declaration.group(2) : null;
    if (mark > 0) {
      if (name != null && !name.equalsIgnoreCase("UTF-8")) {
        throw refused("line 1", Reason.XML_SYNTAX, "byte-order mark and declaration disagree");
      }
      return decode(body, mark, StandardCharsets.UTF_8);
    }
    if (startsWith(body, 0xFE, 0xFF)) {
      return decode(body, 2, StandardCharsets.UTF_16BE);
    }
    if (startsWith(body, 0xFF, 0xFE)) {
      return decode(body, 2, StandardCharsets.UTF_16LE);
    }
    return decode(body, 0, name == null ? StandardCharsets.UTF_8 : charset(name));
  }

  private static Charset charset(String name) throws XmlRefused {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException unknown) {
      throw refused("line 1", Reason.XML_SYNTAX, "declared character set not known");
    }
  }

  private static String decode(byte[] body, int from, Charset charset) throws XmlRefused {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(body, from, body.length - from);
    CharBuffer out =
        CharBuffer.allocate((int) (in.remaining() * (double) decoder.maxCharsPerByte()) + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (!result.isError()) {
      result = decoder.flush(out);
    }
    if (result.isError()) {
      throw refused(
          "byte " + in.position(), Reason.XML_SYNTAX, "bytes do not fit the character set");
    }
    return out.flip().toString();
  }

  private static boolean startsWith(byte[] body, int first, int second) {
    return body.length >= 2 && (body[0] & 0xFF) == first && (body[1] & 0xFF) == second;
  }

  /** Skips the declaration, comments and processing instructions. */
  private static void refuseDoctype(String text) throws XmlRefused {
    int at = 0;
    while (at >= 0 && at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (text.startsWith("<?", at)) {
        at = after(text, "?>", at);
      } else if (text.startsWith("<!--", at)) {
        at = after(text, "-->", at);
      } else {
        if (text.regionMatches(true, at, "<!DOCTYPE", 0, "<!DOCTYPE".length())) {
          throw refused("/", Reason.DOCTYPE_REFUSED, "a DOCTYPE is never read");
        }
        return;
      }
    }
  }

  private static int after(String text, String end, int from) {
    int found = text.indexOf(end, from);
    return found < 0 ? -1 : found + end.length();
  }

  private static XmlRefused refused(String path, Reason reason, String detail) {
    return new XmlRefused(new Refusal(path, reason, detail));
  }
}
