package health.lifelong.ingestion.hl7v2.algorithm;

import health.lifelong.ingestion.hl7v2.domain.Delimiters;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Undoes the escapes of the smallest elements (ingestion-formats section 2.3). An unknown or
 * unterminated escape stays as it is: senders write Windows paths.
 */
final class Hl7Escapes {
  private static final int LONGEST = 64;

  private Hl7Escapes() {}

  /** The text with its escapes undone; {@code charset} reads bytes in hex. */
  static String undo(String raw, Delimiters delimiters, Charset charset) {
    char escape = delimiters.escape();
    int at = raw.indexOf(escape);
    if (at < 0) {
      return raw;
    }
    StringBuilder text = new StringBuilder(raw.length());
    int done = 0;
    while (at >= 0) {
      int end = raw.indexOf(escape, at + 1);
      if (end < 0) {
        break;
      }
      int next = end + 1;
      String meaning = null;
      if (isHex(raw, at)) {
        // Several in a row form one character of two or three bytes.
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        next = hexRun(raw, at, escape, bytes);
        meaning = next < 0 ? null : printable(Hl7Charsets.text(bytes.toByteArray(), charset));
      } else if (end - at <= LONGEST) {
        meaning = meaning(raw.substring(at + 1, end), delimiters);
      }
      if (meaning == null) {
        // The second escape character may open the next sequence.
        text.append(raw, done, end);
        done = end;
        at = end;
        continue;
      }
      text.append(raw, done, at).append(meaning);
      done = next;
      at = raw.indexOf(escape, next);
    }
    return text.append(raw, done, raw.length()).toString();
  }

  private static @Nullable String meaning(String body, Delimiters delimiters) {
    return switch (body) {
      case "F" -> String.valueOf(delimiters.field());
      case "S" -> String.valueOf(delimiters.component());
      case "T" -> String.valueOf(delimiters.subcomponent());
      case "R" -> String.valueOf(delimiters.repetition());
      case "E" -> String.valueOf(delimiters.escape());
      case "P" -> delimiters.truncation() == '\0' ? null : String.valueOf(delimiters.truncation());
      case ".br", ".ce" -> "\n";
      case "H", "N", ".fi", ".nf" -> "";
      default -> layout(body);
    };
  }

  private static @Nullable String layout(String body) {
    if (body.startsWith(".sp")) {
      String count = body.substring(3).strip();
      int lines = count.isEmpty() ? 1 : small(count);
      return lines < 0 ? null : "\n".repeat(lines);
    }
    if (body.startsWith(".in") || body.startsWith(".ti")) {
      return small(body.substring(3).strip().replace("+", "").replace("-", "")) < 0 ? null : "";
    }
    return body.startsWith(".sk") && small(body.substring(3).strip()) >= 0
        ? " ".repeat(small(body.substring(3).strip()))
        : null;
  }

  /** A count of at most two digits, or -1. */
  private static int small(String digits) {
    boolean number =
        !digits.isEmpty() && digits.length() <= 2 && digits.chars().allMatch(Character::isDigit);
    return number ? Integer.parseInt(digits) : -1;
  }

  private static boolean isHex(String raw, int at) {
    return at + 1 < raw.length() && raw.charAt(at + 1) == 'X';
  }

  /**
   * Collects the bytes of neighbouring hex escapes; where they end, or -1 where the first one is
   * malformed.
   */
  private static int hexRun(String raw, int from, char escape, ByteArrayOutputStream bytes) {
    int at = from;
    while (at < raw.length() && raw.charAt(at) == escape && isHex(raw, at)) {
      int end = raw.indexOf(escape, at + 1);
      if (end < 0 || !hex(raw, at + 2, end, bytes)) {
        break;
      }
      at = end + 1;
    }
    return at == from ? -1 : at;
  }

  private static boolean hex(String raw, int from, int to, ByteArrayOutputStream bytes) {
    if (to == from || (to - from) % 2 != 0) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (Character.digit(raw.charAt(i), 16) < 0) {
        return false;
      }
    }
    for (int i = from; i < to; i += 2) {
      bytes.write(Character.digit(raw.charAt(i), 16) * 16 + Character.digit(raw.charAt(i + 1), 16));
    }
    return true;
  }

  /** A NUL cannot be stored as text anywhere, so its escape stays readable as it is. */
  private static @Nullable String printable(@Nullable String text) {
    return text == null || text.indexOf('\0') >= 0 ? null : text;
  }
}
