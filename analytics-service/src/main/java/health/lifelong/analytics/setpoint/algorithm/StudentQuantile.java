package health.lifelong.analytics.setpoint.algorithm;

/**
 * The two-sided 95 % quantile of Student's distribution by the Cornish-Fisher expansion (Abramowitz
 * and Stegun 26.7.5): right to 3e-5 from 10 degrees of freedom on.
 */
public final class StudentQuantile {
  /** The normal quantile, two-sided 95 %, to the last digit of a double. */
  static final double NORMAL = 1.959963984540054;

  private StudentQuantile() {}

  /**
   * The quantile.
   *
   * @param freedom degrees of freedom, 10 or more; infinity gives the normal one
   */
  public static double of(double freedom) {
    if (!(freedom >= 10)) {
      throw new IllegalArgumentException("the expansion holds from 10 degrees of freedom on");
    }
    double z = NORMAL;
    double z2 = z * z;
    double first = z * (z2 + 1) / 4;
    double second = z * ((5 * z2 + 16) * z2 + 3) / 96;
    double third = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
    double fourth = z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92_160;
    return z + (first + (second + (third + fourth / freedom) / freedom) / freedom) / freedom;
  }
}
