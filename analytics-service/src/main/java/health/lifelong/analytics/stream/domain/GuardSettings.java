package health.lifelong.analytics.stream.domain;

/**
 * How a stream is watched.
 *
 * @param window persons whose mean surprise is tested; a shift shows within them
 * @param threshold standard deviations from which a mean is a shift
 * @param reference persons over whom the stream's own usual mean and spread are remembered
 * @param assumed persons as whom the mean 0 and the assumed spread count in it
 * @param assumedSpread of surprises before the stream shows its own
 * @param bound standard deviations at which one person's surprise is cut off
 */
public record GuardSettings(
    int window, double threshold, int reference, int assumed, double assumedSpread, double bound) {
  /**
   * For a stream of 143,000 persons with an earlier visit a year, the largest an institute of a
   * million checkups in seven centres has: 1 of 300 simulated regular years passes 5.15 and 3 pass
   * 5. Persons whose deviations differ by 30 % and one outlier in a hundred make the spread 1.06.
   */
  public static final GuardSettings INSTITUTE = new GuardSettings(100, 5.1, 4_000, 1_000, 1.05, 3);

  /** Refuses windows that do not nest and bounds that bound nothing. */
  public GuardSettings {
    if (!(window > 1 && reference > window && assumed > 0 && threshold > 0 && bound > 0)) {
      throw new IllegalArgumentException("the settings of a guard contradict each other");
    }
  }
}
