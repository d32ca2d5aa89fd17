package health.lifelong.ingestion.hl7v2.algorithm;

import health.lifelong.ingestion.hl7v2.domain.Delimiters;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits raw elements of one message; all parts count from 1, a part that was not sent is empty
 * text.
 */
record Hl7Syntax(Delimiters delimiters, Charset charset) {
  /** The value that says "delete": nothing is known of it any more. */
  static final String NULL = "\"\"";

  String component(String raw, int index) {
    return part(raw, delimiters.component(), index);
  }

  String subcomponent(String raw, int index) {
    return part(raw, delimiters.subcomponent(), index);
  }

  /** The text of a component; escapes undone, HL7 null read as nothing. */
  String text(String raw, int component) {
    return text(component(raw, component));
  }

  /** The text of a smallest element. */
  String text(String raw) {
    String stripped = raw.strip();
    return stripped.equals(NULL) ? "" : Hl7Escapes.undo(stripped, delimiters, charset);
  }

  /** Escapes undone, blanks kept. */
  String verbatim(String raw) {
    return Hl7Escapes.undo(raw, delimiters, charset);
  }

  List<String> repetitions(String raw) {
    if (raw.isEmpty()) {
      return List.of();
    }
    if (raw.indexOf(delimiters.repetition()) < 0) {
      return List.of(raw);
    }
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = raw.indexOf(delimiters.repetition()); at >= 0; ) {
      parts.add(raw.substring(from, at));
      from = at + 1;
      at = raw.indexOf(delimiters.repetition(), from);
    }
    parts.add(raw.substring(from));
    return parts;
  }

  /** How many components were sent. */
  int components(String raw) {
    int count = 1;
    for (int at = raw.indexOf(delimiters.component()); at >= 0; ) {
      count++;
      at = raw.indexOf(delimiters.component(), at + 1);
    }
    return count;
  }

  static String part(String raw, char separator, int index) {
    int from = 0;
    for (int i = 1; i < index; i++) {
      int at = raw.indexOf(separator, from);
      if (at < 0) {
        return "";
      }
      from = at + 1;
    }
    int to = raw.indexOf(separator, from);
    return to < 0 ? raw.substring(from) : raw.substring(from, to);
  }
}
