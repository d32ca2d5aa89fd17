package health.lifelong.profile.safety.domain;

import org.jspecify.annotations.Nullable;

/**
 * The value that reached a limit, as it was reported.
 *
 * @param value decimal text; of an answer, its score
 * @param comparator number of the comparator in the contracts; 0 means equals
 * @param rule the limit it reached, in the words of the pack
 * @param implausible outside the catalogue's plausible range: a slip of a digit, or a person in
 *     danger, so that somebody looks
 */
public record CriticalValue(
    String itemCode,
    String value,
    String unit,
    int comparator,
    String rule,
    boolean implausible,
    @Nullable TakenAt takenAt) {

  /**
   * When it was true of the person.
   *
   * @param precision number of the precision in the contracts
   */
  public record TakenAt(long startMicros, @Nullable Integer offsetMinutes, int precision) {}
}
