package health.lifelong.analytics.polygenic.domain;

/** Where a score stands among others, or why that cannot be said. */
public sealed interface Standing {

  /**
   * @param z standard deviations from the mean of the reference
   */
  record Placed(double z, String population) implements Standing {}

  record Refused(Reason reason) implements Standing {}

  /** Why a score has no z and no percentile. */
  enum Reason {
    NO_REFERENCE_DISTRIBUTION,
    OTHER_SCORE,
    OTHER_VARIANTS,
    OTHER_OPTIONS,
    COVERAGE_TOO_LOW
  }
}
