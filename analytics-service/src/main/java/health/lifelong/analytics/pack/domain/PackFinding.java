package health.lifelong.analytics.pack.domain;

/**
 * Something wrong with a pack.
 *
 * @param file file of the pack
 * @param place row, message id or key
 * @param rule short name of the rule that was broken
 */
public record PackFinding(String file, String place, String rule, String detail)
    implements Comparable<PackFinding> {

  @Override
  public int compareTo(PackFinding other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return file + ": " + place + ": " + rule + ": " + detail;
  }
}
