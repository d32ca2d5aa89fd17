package health.lifelong.vocabulary.genome;

/** Which strand of the reference a file's letters are read from. */
public enum Strand {
  FORWARD,
  REVERSE,
  /** Both are seen; the sites that read reverse are not to be used. */
  MIXED,
  /** No site of the table speaks. */
  UNTOLD;

  /** The other strand's letters of one base, or the text itself where it is not a single base. */
  public static String complement(String base) {
    return switch (base) {
      case "A" -> "T";
      case "C" -> "G";
      case "G" -> "C";
      case "T" -> "A";
      default -> base;
    };
  }
}
