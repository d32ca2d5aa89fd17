package health.lifelong.ingestion.hl7v2.algorithm;

import health.lifelong.ingestion.hl7v2.algorithm.ObxValueReader.Outcome;
import health.lifelong.ingestion.hl7v2.algorithm.ObxValueReader.Remark;
import health.lifelong.ingestion.hl7v2.domain.Hl7Error.Condition;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * Type ED, {@code source^type^subtype^encoding^data}: what an attachment says it is, checked
 * against its first bytes, and its size. The content stays in the raw receipt.
 */
final class AttachmentReader {
  private static final int HEAD = 8;

  private AttachmentReader() {}

  static Outcome read(String raw, Hl7Syntax syntax) {
    String type = syntax.text(raw, 2).toLowerCase(Locale.ROOT);
    String subtype = syntax.text(raw, 3).toLowerCase(Locale.ROOT);
    String encoding = syntax.text(raw, 4).toUpperCase(Locale.ROOT);
    String data = syntax.component(raw, 5);
    if (data.isBlank()) {
      return unusable(Condition.FIELD_MISSING, Reason.FIELD_MISSING, "an attachment without data");
    }
    String name = type.isEmpty() ? subtype : type + (subtype.isEmpty() ? "" : "/" + subtype);
    return switch (encoding) {
      case "BASE64" -> encoded(name, subtype, data, syntax.delimiters().escape());
      case "HEX" -> described(name, data.strip().length() / 2L);
      case "A", "" -> described(name, data.length());
      default ->
          unusable(
              Condition.TABLE_VALUE,
              Reason.TABLE_VALUE_UNKNOWN,
              "unknown encoding of an attachment");
    };
  }

  private static Outcome encoded(String name, String subtype, String data, char escape) {
    StringBuilder head = new StringBuilder(HEAD);
    long characters = 0;
    int padding = 0;
    for (int i = 0; i < data.length(); i++) {
      char c = data.charAt(i);
      if (c == escape) {
        // Layout escapes inside the data, \.br\ as a rule, are no data.
        int end = data.indexOf(escape, i + 1);
        if (end < 0 || end - i > 6) {
          return notBase64();
        }
        i = end;
      } else if (c > ' ') {
        if (c == '=') {
          padding++;
        } else if (padding > 0 || !isBase64(c)) {
          return notBase64();
        }
        if (head.length() < HEAD) {
          head.append(c);
        }
        characters++;
      }
    }
    if (padding > 2 || characters % 4 != 0) {
      return notBase64();
    }
    byte[] first = Base64.getDecoder().decode(head.toString());
    boolean isPdf = new String(first, StandardCharsets.ISO_8859_1).startsWith("%PDF-");
    if (subtype.equals("pdf") && !isPdf) {
      return unusable(Condition.DATA_TYPE, Reason.VALUE_INVALID, "says PDF and is none");
    }
    return described(name, characters / 4 * 3 - padding);
  }

  private static boolean isBase64(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/';
  }

  private static Outcome notBase64() {
    return unusable(Condition.DATA_TYPE, Reason.VALUE_INVALID, "the data are not Base64");
  }

  private static Outcome described(String name, long bytes) {
    return new Outcome.Attachment(
        (name.isEmpty() ? "unknown type" : name) + ", " + bytes + " bytes");
  }

  private static Outcome unusable(Condition condition, Reason reason, String text) {
    return new Outcome.Unusable(new Remark(condition, reason, 5, text));
  }
}
