package health.lifelong.analytics.breast.algorithm;

/**
 * The arithmetic of the Gail model: relative risks of one woman, and the risk that remains after
 * death from other causes has taken its share.
 */
final class GailRisk {
  private static final int OLDER_FROM = 50;

  private final GailConstants constants;

  GailRisk(GailConstants constants) {
    this.constants = constants;
  }

  /** Relative risk against a woman without any factor, below 50 or from 50 on. */
  double relative(GailFactors factors, boolean from50) {
    int group = factors.group();
    double predictor =
        factors.biopsies() * constants.beta(group, "N_Biop")
            + factors.menarche() * constants.beta(group, "AgeMen")
            + factors.firstBirth() * constants.beta(group, "AgeFst")
            + factors.relatives() * constants.beta(group, "N_Rels")
            + factors.firstBirth() * factors.relatives() * constants.beta(group, "AF*NR")
            + StrictMath.log(factors.hyperplasia());
    double later = factors.biopsies() * constants.beta(group, "A50*NB");
    return StrictMath.exp(from50 ? predictor + later : predictor);
  }

  /** Probability in per cent of breast cancer between two ages in years, from 20 to 90. */
  double absolutePercent(GailFactors factors, double from, double to) {
    int group = factors.group();
    double younger = relative(factors, false) * constants.unattributable(group, false);
    double older = relative(factors, true) * constants.unattributable(group, true);
    return percent(group, younger, older, from, to);
  }

  /** The same for the average woman of the group. */
  double averagePercent(int group, double from, double to) {
    boolean separate = group == 1 || group == 4;
    return percent(separate ? GailConstants.AVERAGE_OF_GROUPS_1_AND_4 : group, 1, 1, from, to);
  }

  /** Slices of one year; the first and the last are shorter where an age is no whole number. */
  private double percent(int group, double younger, double older, double from, double to) {
    double risk = 0;
    double hazard = 0;
    for (int age = (int) StrictMath.floor(from); age < to; age++) {
      double length = StrictMath.min(age + 1.0, to) - StrictMath.max(age, from);
      double cancer = (age < OLDER_FROM ? younger : older) * constants.incidence(group, age);
      double any = cancer + constants.competingDeath(group, age);
      risk += cancer / any * StrictMath.exp(-hazard) * -StrictMath.expm1(-any * length);
      hazard += any * length;
    }
    return 100 * risk;
  }
}
