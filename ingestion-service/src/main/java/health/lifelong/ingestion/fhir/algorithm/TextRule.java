package health.lifelong.ingestion.fhir.algorithm;

import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What a FHIR string may hold: no character below U+0020 but tab, line feed and carriage return
 * (FHIR R4, string), and no half of a surrogate pair. And what a name of an element looks like.
 */
public final class TextRule {
  private TextRule() {}

  /** Why the text may not stand in a field; null where it may. */
  public static @Nullable Reason fault(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
        return Reason.TEXT_CONTROL_CHARACTER;
      }
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return Reason.TEXT_INVALID_UNICODE;
        }
        i++;
      }
    }
    return null;
  }

  /**
   * Whether FHIR could name an element so: ASCII letters, digits and underscores, a letter first,
   * behind one underscore where it stands beside a primitive. Names such as {@code __proto__},
   * {@code @class} or full-width look-alikes mean something to some reader, and nothing in FHIR.
   */
  public static boolean isElementName(String name) {
    int first = name.startsWith("_") ? 1 : 0;
    if (first >= name.length() || !isLetter(name.charAt(first))) {
      return false;
    }
    for (int i = first + 1; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isLetter(c) && c != '_' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
