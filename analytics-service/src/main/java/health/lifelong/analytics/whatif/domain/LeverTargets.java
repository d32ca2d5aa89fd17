package health.lifelong.analytics.whatif.domain;

/**
 * To where a region moves levers.
 *
 * @param pressure systolic, mm[Hg]; nobody below it is offered the lever
 * @param ldl mg/dL; likewise
 * @param bmiFrom body mass index from which losing weight is offered at all
 * @param weightShare share of the weight that is lost at most
 */
public record LeverTargets(double pressure, double ldl, double bmiFrom, double weightShare) {
  /** No weight goes below this, whatever a region says (design L8). */
  public static final double LOWEST_BMI = 18.5;

  /** A region that offers weight loss to thin people, or all of the weight, is refused. */
  public LeverTargets {
    if (!(bmiFrom > LOWEST_BMI) || !(weightShare > 0 && weightShare <= 0.1)) {
      throw new IllegalArgumentException("weight is never moved below BMI 18.5 or by over 10 %");
    }
  }
}
