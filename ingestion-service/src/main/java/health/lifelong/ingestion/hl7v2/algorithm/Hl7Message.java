package health.lifelong.ingestion.hl7v2.algorithm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A decoded message as its segments, in order; blank segments are left out. */
final class Hl7Message {
  private final List<Hl7Segment> segments;
  private final Map<String, Integer> counts;

  private Hl7Message(List<Hl7Segment> segments, Map<String, Integer> counts) {
    this.segments = segments;
    this.counts = counts;
  }

  /**
   * Splits by CR. A line feed after a CR belongs to the terminator; elsewhere it is data of a text
   * that a sender did not escape.
   */
  static Hl7Message split(String text, Hl7Syntax syntax) {
    List<Hl7Segment> segments = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\r', from);
      int to = end < 0 ? text.length() : end;
      int start = from < to && text.charAt(from) == '\n' ? from + 1 : from;
      if (start < to && !text.substring(start, Math.min(to, start + 3)).isBlank()) {
        String name = text.substring(start, Math.min(to, start + 3));
        int sequence = counts.merge(name, 1, Integer::sum);
        segments.add(new Hl7Segment(text, start, to, syntax, sequence));
      }
      from = to + 1;
    }
    return new Hl7Message(segments, counts);
  }

  List<Hl7Segment> segments() {
    return segments;
  }

  int count(String name) {
    return counts.getOrDefault(name, 0);
  }
}
