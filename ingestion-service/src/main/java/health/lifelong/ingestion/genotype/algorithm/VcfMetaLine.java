package health.lifelong.ingestion.genotype.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line that begins with "##", taken apart.
 *
 * @param value the text after '=', empty where structured
 * @param fields of {@code <a=b,c="d">}; empty where the line is plain
 * @param fault what makes the line unreadable, or null
 */
record VcfMetaLine(
    String key, String value, boolean structured, List<Field> fields, @Nullable String fault) {

  /** One pair of a structured line; {@code mark} is the quote or bracket around the value, or 0. */
  record Field(String key, String value, char mark) {}

  static VcfMetaLine of(String line) {
    String text = line.substring(2);
    int equals = text.indexOf('=');
    if (equals <= 0) {
      return faulty(text, "the line is no pair of key and value");
    }
    String key = text.substring(0, equals);
    String value = text.substring(equals + 1);
    if (value.isEmpty()) {
      return faulty(key, "the value is empty");
    }
    if (value.charAt(0) != '<') {
      return new VcfMetaLine(key, value, false, List.of(), null);
    }
    if (value.length() < 3 || value.charAt(value.length() - 1) != '>') {
      return faulty(key, "the angle bracket is not closed");
    }
    return structured(key, value.substring(1, value.length() - 1));
  }

  private static VcfMetaLine faulty(String key, String fault) {
    return new VcfMetaLine(key, "", false, List.of(), fault);
  }

  private static VcfMetaLine structured(String key, String inner) {
    List<Field> fields = new ArrayList<>();
    int at = 0;
    while (at <= inner.length()) {
      int equals = inner.indexOf('=', at);
      int comma = inner.indexOf(',', at);
      if (equals <= at || comma >= 0 && comma < equals) {
        return plainList(key, inner, fields);
      }
      String name = inner.substring(at, equals);
      char mark = equals + 1 < inner.length() ? inner.charAt(equals + 1) : 0;
      int end;
      switch (mark) {
        case '"' -> end = quoteEnd(inner, equals + 2);
        case '[' -> end = inner.indexOf(']', equals + 2);
        default -> {
          mark = 0;
          end = comma < 0 ? inner.length() : inner.indexOf(',', equals);
          end = end < 0 ? inner.length() : end;
        }
      }
      if (end < 0) {
        return faulty(key, "a quote or bracket is not closed");
      }
      String value = inner.substring(mark == 0 ? equals + 1 : equals + 2, end);
      if (mark == 0 && (value.isEmpty() || value.indexOf('<') >= 0 || value.indexOf('>') >= 0)) {
        return faulty(key, "a value is empty or holds an angle bracket");
      }
      fields.add(new Field(name, value, mark));
      at = mark == 0 ? end : end + 1;
      if (at == inner.length()) {
        break;
      }
      if (inner.charAt(at) != ',') {
        return faulty(key, "a quote inside a quoted value is not escaped");
      }
      at++;
    }
    return new VcfMetaLine(key, "", true, List.copyOf(fields), null);
  }

  private static VcfMetaLine plainList(String key, String inner, List<Field> fields) {
    if (fields.isEmpty() && inner.indexOf('=') < 0) {
      return new VcfMetaLine(key, inner, true, List.of(), null);
    }
    return faulty(key, "a part of the line is no pair of key and value");
  }

  private static int quoteEnd(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        return i;
      }
    }
    return -1;
  }

  @Nullable Field field(String name) {
    for (Field field : fields) {
      if (field.key().equals(name)) {
        return field;
      }
    }
    return null;
  }

  /** The value of a field, empty where there is none. */
  String text(String name) {
    Field field = field(name);
    return field == null ? "" : field.value();
  }
}
