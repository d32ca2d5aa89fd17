package health.lifelong.analytics.setpoint.algorithm;

import health.lifelong.analytics.setpoint.domain.Variation;

/**
 * Reference change values: how far two results of a stable person lie apart by variation alone. Per
 * cent throughout.
 */
final class ReferenceChange {
  /** Two-sided 95 %, as the literature rounds it. */
  static final double Z95 = 1.96;

  private ReferenceChange() {}

  /** The symmetric value: sqrt 2 times z times the root of CVA squared plus CVI squared. */
  static double symmetric(Variation variation, double z) {
    double cva = variation.cvaPct();
    double cvi = variation.cviPct();
    return StrictMath.sqrt(2) * z * StrictMath.sqrt(cva * cva + cvi * cvi);
  }

  /** The log-normal value for a rise (Fokkema 2006). */
  static double up(Variation variation, double z) {
    return against(variation, z, 1);
  }

  /** The log-normal value for a fall, negative. */
  static double down(Variation variation, double z) {
    return against(variation, -z, 1);
  }

  /**
   * The log-normal value of one result against the mean of {@code earlier} ones; a negative z gives
   * the fall.
   */
  static double against(Variation variation, double z, int earlier) {
    double spread = StrictMath.sqrt(1 + 1.0 / earlier) * StrictMath.sqrt(variation.logVariance());
    return 100 * StrictMath.expm1(z * spread);
  }

  /** The change from {@code first}, which is not zero. */
  static double change(double first, double second) {
    return 100 * (second - first) / first;
  }
}
