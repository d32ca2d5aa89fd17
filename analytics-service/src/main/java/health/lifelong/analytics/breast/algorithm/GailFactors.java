package health.lifelong.analytics.breast.algorithm;

import health.lifelong.analytics.model.domain.Inputs;

/**
 * One woman's factors in the steps of the Gail model. Where the authors' coding gives unknown (99)
 * a step, that step is taken; a cell that is absent never gets here.
 *
 * @param group code of origin, 1 to 11
 * @param biopsies 0, 1, or 2 for two and more
 * @param menarche 0 from 14 years or unknown, 1 for 12-13, 2 below 12
 * @param firstBirth 0 below 20 or unknown, 1 for 20-24, 2 for 25-29 or without a birth, 3 from 30
 * @param relatives 0, 1, or 2 for two and more mothers, sisters and daughters
 * @param hyperplasia factor of what a biopsy showed
 */
record GailFactors(
    int group, int biopsies, int menarche, int firstBirth, int relatives, double hyperplasia) {
  private static final double UNKNOWN = 99;
  private static final double NO_BIRTH = 98;
  private static final int AFRICAN_AMERICAN = 2;
  private static final int FIRST_ASIAN = 6;

  /** Hispanic women born in the US and elsewhere. */
  private static final int HISPANIC_BORN_IN_US = 3;

  private static final int HISPANIC_BORN_ELSEWHERE = 5;

  static GailFactors of(int group, Inputs in) {
    int biopsies = upToTwo(in.number(BreastCancerRisk.BIOPSIES));
    double hyperplasia = hyperplasia(biopsies, in);
    int menarche = menarche(in.number(BreastCancerRisk.MENARCHE));
    int birth = firstBirth(in.number(BreastCancerRisk.FIRST_BIRTH));
    int relatives = upToTwo(in.number(BreastCancerRisk.RELATIVES));
    if (group == HISPANIC_BORN_IN_US || group == HISPANIC_BORN_ELSEWHERE) {
      return new GailFactors(
          group,
          StrictMath.min(biopsies, 1),
          group == HISPANIC_BORN_IN_US ? 0 : menarche,
          hispanicFirstBirth(birth, in.number(BreastCancerRisk.FIRST_BIRTH)),
          StrictMath.min(relatives, 1),
          hyperplasia);
    }
    if (group == AFRICAN_AMERICAN) {
      return new GailFactors(
          group, biopsies, StrictMath.min(menarche, 1), 0, relatives, hyperplasia);
    }
    return new GailFactors(
        group,
        biopsies,
        menarche,
        birth,
        group >= FIRST_ASIAN ? StrictMath.min(relatives, 1) : relatives,
        hyperplasia);
  }

  private static int upToTwo(double count) {
    return count == UNKNOWN ? 0 : (int) StrictMath.min(count, 2);
  }

  private static double hyperplasia(int biopsies, Inputs in) {
    if (biopsies == 0) {
      return 1;
    }
    double found = in.number(BreastCancerRisk.HYPERPLASIA);
    if (found == UNKNOWN) {
      return 1;
    }
    return found == 1 ? 1.82 : 0.93;
  }

  private static int menarche(double age) {
    if (age >= 14) {
      return 0;
    }
    return age >= 12 ? 1 : 2;
  }

  private static int firstBirth(double age) {
    if (age < 20 || age == UNKNOWN) {
      return 0;
    }
    if (age < 25) {
      return 1;
    }
    return age < 30 || age == NO_BIRTH ? 2 : 3;
  }

  /**
   * The step for 25-29 is lower in this group, and that for no birth is the step for 30 and over.
   */
  private static int hispanicFirstBirth(int step, double age) {
    if (age == NO_BIRTH || step == 3) {
      return 2;
    }
    return StrictMath.min(step, 1);
  }
}
