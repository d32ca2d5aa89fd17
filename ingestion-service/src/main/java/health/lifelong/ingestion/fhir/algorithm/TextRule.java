package health.lifelong.ingestion.fhir.algorithm;

/**
 * What a FHIR string may hold: no character below U+0020 but tab, line feed and carriage return
 * (FHIR R4, string), and no half of a surrogate pair.
 */
public final class TextRule {
  private TextRule() {}

  /** True where the text may stand in a field. */
  public static boolean holds(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
        return false;
      }
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}
