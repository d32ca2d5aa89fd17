package health.lifelong.ingestion.hl7v2.domain;

/** The five characters of MSH-1 and MSH-2; {@code truncation} is NUL before version 2.7. */
public record Delimiters(
    char field, char component, char repetition, char escape, char subcomponent, char truncation) {
  /** The set nearly every sender uses. */
  public static final Delimiters USUAL = new Delimiters('|', '^', '~', '\\', '&', '\0');

  /** MSH-2 as it is written. */
  public String encodingCharacters() {
    String four = "" + component + repetition + escape + subcomponent;
    return truncation == '\0' ? four : four + truncation;
  }

  /** True where no two are equal and none is a letter, a digit, a space or a control character. */
  public boolean areDistinct() {
    String all = field + encodingCharacters();
    for (int i = 0; i < all.length(); i++) {
      char c = all.charAt(i);
      boolean usable = c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
      if (!usable || all.indexOf(c, i + 1) >= 0) {
        return false;
      }
    }
    return true;
  }
}
