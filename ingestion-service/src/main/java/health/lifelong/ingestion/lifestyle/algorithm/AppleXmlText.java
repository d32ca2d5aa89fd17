package health.lifelong.ingestion.lifestyle.algorithm;

import health.lifelong.ingestion.record.domain.FileRefusedException;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * The text of an Apple Health export as a parser can take it: the inline document type is cut off
 * unread (it is malformed in some versions of iOS 16), every other one refused, and characters that
 * XML forbids are dropped, written plainly or as references (ingestion-formats section 7.1). The
 * XML declaration is cut too: the text is UTF-8 whatever it says.
 */
public final class AppleXmlText extends Reader {
  private static final int LONGEST_PROLOG = 1 << 20;
  private static final int LONGEST_TAG = 1 << 22;
  private static final int LONGEST_REFERENCE = 10;
  private static final String ROOT = "<HealthData";

  private final Reader text;
  private final char[] buffer = new char[1 << 16];
  private int position;
  private int filled;
  private boolean inBody;
  private int sinceTag;
  private final StringBuilder replay = new StringBuilder();
  private int replayed;

  /** Reads UTF-8 bytes; bytes that are none become U+FFFD. */
  public AppleXmlText(InputStream bytes) {
    this.text = new InputStreamReader(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (!inBody) {
      prolog();
      inBody = true;
    }
    int count = 0;
    while (count < length) {
      if (replayed < replay.length()) {
        target[offset + count++] = replay.charAt(replayed++);
        continue;
      }
      int c = next();
      if (c < 0) {
        return count == 0 ? -1 : count;
      }
      if (c == '&') {
        replay.setLength(0);
        replayed = 0;
        reference();
      } else if (isAllowed(c)) {
        guard(c);
        target[offset + count++] = (char) c;
      }
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  /** A tag of megabytes would be held whole by any parser. */
  private void guard(int c) throws FileRefusedException {
    sinceTag = c == '>' ? 0 : sinceTag + 1;
    if (sinceTag > LONGEST_TAG) {
      throw new FileRefusedException(Reason.TOO_LARGE, "", "an element is too long");
    }
  }

  /** Puts a character reference into the replay, unless it names a character that XML forbids. */
  private void reference() throws IOException {
    replay.append('&');
    int c = next();
    while (c >= 0 && c != ';' && replay.length() < LONGEST_REFERENCE && isReferenceLetter(c)) {
      replay.append((char) c);
      c = next();
    }
    if (c == ';') {
      replay.append(';');
      if (namesForbidden(replay)) {
        replay.setLength(0);
      }
    } else if (c >= 0) {
      position--;
    }
    sinceTag += replay.length();
  }

  private static boolean isReferenceLetter(int c) {
    return c == '#' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean namesForbidden(CharSequence reference) {
    String digits = reference.subSequence(1, reference.length() - 1).toString();
    if (!digits.startsWith("#")) {
      return false;
    }
    boolean hex = digits.startsWith("#x");
    try {
      int code = Integer.parseInt(digits.substring(hex ? 2 : 1), hex ? 16 : 10);
      return !isAllowed(code) || (code >= 0xD800 && code <= 0xDFFF) || code > 0x10FFFF;
    } catch (NumberFormatException notANumber) {
      return false;
    }
  }

  private static boolean isAllowed(int c) {
    return c >= ' ' ? c != 0xFFFE && c != 0xFFFF : c == '\t' || c == '\n' || c == '\r';
  }

  /** Reads up to and with the root's tag name, leaving out what stands before it. */
  private void prolog() throws IOException {
    StringBuilder kept = new StringBuilder();
    boolean typeSeen = false;
    for (int read = 0; read < LONGEST_PROLOG; read++) {
      int c = next();
      if (c < 0) {
        replay.append(kept);
        return;
      }
      if (!isAllowed(c) || c == 0xFEFF) {
        continue;
      }
      kept.append((char) c);
      if (endsWith(kept, "<?")) {
        skipPast("?>");
        kept.setLength(0);
      } else if (endsWith(kept, "<!--")) {
        skipPast("-->");
        kept.setLength(0);
      } else if (endsWith(kept, "<!DOCTYPE")) {
        if (typeSeen) {
          throw refused();
        }
        typeSeen = true;
        kept.setLength(0);
        if (skipDocumentType()) {
          replay.append(ROOT);
          return;
        }
      } else if (kept.length() > 1 && kept.charAt(kept.length() - 2) == '<' && c != '!') {
        replay.append(kept);
        return;
      }
    }
    throw new FileRefusedException(Reason.FORMAT_UNKNOWN, "", "no HealthData element");
  }

  /**
   * Skips an inline type of the export, unread.
   *
   * @return true where the root's tag name came before an end of the type, and was read
   */
  private boolean skipDocumentType() throws IOException {
    StringBuilder head = new StringBuilder();
    int c = next();
    while (c >= 0 && c != '[' && c != '>' && c != '<' && head.length() < 256) {
      head.append((char) c);
      c = next();
    }
    boolean ours = head.length() > 0 && Character.isWhitespace(head.charAt(0));
    if (!ours || !head.toString().strip().equals("HealthData") || (c != '[' && c != '>')) {
      throw refused();
    }
    return c == '[' && skipInlineType();
  }

  private boolean skipInlineType() throws IOException {
    boolean bracket = false;
    int matched = 0;
    for (int read = 0; read < LONGEST_PROLOG; read++) {
      int c = next();
      if (c < 0) {
        return false;
      }
      if (bracket && c == '>') {
        return false;
      }
      bracket = c == ']' || (bracket && Character.isWhitespace(c));
      if (matched == ROOT.length() && (Character.isWhitespace(c) || c == '>' || c == '/')) {
        position--;
        return true;
      }
      matched =
          matched < ROOT.length() && c == ROOT.charAt(matched) ? matched + 1 : c == '<' ? 1 : 0;
    }
    throw new FileRefusedException(Reason.MALFORMED, "DOCTYPE", "the document type has no end");
  }

  private void skipPast(String end) throws IOException {
    int matched = 0;
    for (int read = 0; matched < end.length() && read < LONGEST_PROLOG; read++) {
      int c = next();
      if (c < 0) {
        return;
      }
      if (c == end.charAt(matched)) {
        matched++;
      } else if (!(matched == 2 && c == '-')) {
        matched = c == end.charAt(0) ? 1 : 0;
      }
    }
  }

  private static FileRefusedException refused() {
    return new FileRefusedException(
        Reason.DOCTYPE_REFUSED, "DOCTYPE", "only the export's own inline document type is skipped");
  }

  private static boolean endsWith(StringBuilder text, String end) {
    int from = text.length() - end.length();
    return from >= 0 && text.indexOf(end, from) == from;
  }

  /** The next character; one step back is always possible after it. */
  private int next() throws IOException {
    if (position == filled) {
      buffer[0] = filled > 0 ? buffer[filled - 1] : 0;
      int n = text.read(buffer, 1, buffer.length - 1);
      position = 1;
      filled = n < 0 ? 1 : n + 1;
      if (n < 0) {
        return -1;
      }
    }
    return buffer[position++];
  }
}
