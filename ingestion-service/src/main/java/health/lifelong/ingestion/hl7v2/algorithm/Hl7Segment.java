package health.lifelong.ingestion.hl7v2.algorithm;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One segment as a window on the message's text; fields are found when one is first asked for, and
 * cut when it is asked for. Fields count as the standard counts them, also in MSH, whose first
 * field is the separator itself.
 */
final class Hl7Segment {
  private final String message;
  private final int from;
  private final int to;
  private final Hl7Syntax syntax;
  private final int sequence;
  private int @Nullable [] separators;

  Hl7Segment(String message, int from, int to, Hl7Syntax syntax, int sequence) {
    this.message = message;
    this.from = from;
    this.to = to;
    this.syntax = syntax;
    this.sequence = sequence;
  }

  /** The first three letters; shorter where the segment is. */
  String name() {
    return message.substring(from, Math.min(to, from + 3));
  }

  boolean is(String name) {
    return to - from >= 3 && message.startsWith(name, from);
  }

  /** Which of the message's segments of this name it is, from 1. */
  int sequence() {
    return sequence;
  }

  Hl7Syntax syntax() {
    return syntax;
  }

  /** A field as sent, empty where it was not. */
  String raw(int field) {
    int start = start(field);
    return start < 0 ? "" : message.substring(start, end(field));
  }

  /** True where the field says something: neither empty nor the HL7 null. */
  boolean isValued(int field) {
    String raw = raw(field);
    return !raw.isBlank() && !raw.strip().equals(Hl7Syntax.NULL);
  }

  List<String> repetitions(int field) {
    return syntax.repetitions(raw(field));
  }

  /**
   * The text of a component of the first repetition; cut from the message in one piece, since it is
   * what is asked most.
   */
  String text(int field, int component) {
    int at = start(field);
    if (at < 0) {
      return "";
    }
    int to = end(field);
    char repetition = syntax.delimiters().repetition();
    char separator = syntax.delimiters().component();
    int passed = 1;
    for (; passed < component && at < to; at++) {
      char c = message.charAt(at);
      if (c == repetition) {
        return "";
      }
      passed += c == separator ? 1 : 0;
    }
    int stop = at;
    while (stop < to && message.charAt(stop) != separator && message.charAt(stop) != repetition) {
      stop++;
    }
    return passed < component || at == stop ? "" : syntax.text(message.substring(at, stop));
  }

  private int start(int field) {
    int index = is("MSH") ? field - 1 : field;
    int[] marks = separators();
    return index < 1 || index > marks.length ? -1 : marks[index - 1] + 1;
  }

  private int end(int field) {
    int index = is("MSH") ? field - 1 : field;
    int[] marks = separators();
    return index < marks.length ? marks[index] : to;
  }

  private int[] separators() {
    int[] known = separators;
    if (known != null) {
      return known;
    }
    char field = syntax.delimiters().field();
    int[] marks = new int[24];
    int count = 0;
    for (int at = message.indexOf(field, from); at >= 0 && at < to; ) {
      if (count == marks.length) {
        marks = Arrays.copyOf(marks, 2 * count);
      }
      marks[count++] = at;
      at = message.indexOf(field, at + 1);
    }
    int[] found = Arrays.copyOf(marks, count);
    separators = found;
    return found;
  }
}
