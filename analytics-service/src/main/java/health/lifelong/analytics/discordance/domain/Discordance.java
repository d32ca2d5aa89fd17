package health.lifelong.analytics.discordance.domain;

import java.util.List;

/**
 * Two or more things in one record that do not go together. It says that they disagree and which
 * side counts for now; it never says that the person told a lie.
 *
 * @param sides at least two; the one that counts first where one does
 * @param counts true where the first side counts over the others: measured over told and over
 *     inherited, a device over an answer
 */
public record Discordance(Kind kind, List<Side> sides, boolean counts) {

  public Discordance {
    sides = List.copyOf(sides);
    if (sides.size() < 2) {
      throw new IllegalArgumentException("a disagreement has two sides");
    }
  }

  /** What disagrees. */
  public enum Kind {
    /** "Have not smoked" after an earlier "smoke" or "smoked". */
    SMOKING_HISTORY,
    /** "Have not smoked" beside an amount or years of smoking. */
    SMOKING_AMOUNT,
    /** "Do not drink" beside an amount of alcohol, at one visit. */
    ALCOHOL_ANSWERS,
    /** "Do not drink" with a raised gamma-GT. */
    ALCOHOL_GGT,
    /** Told to be active, while a device counts few steps. */
    ACTIVITY_STEPS,
    /** A body mass index in the usual range with a waist at or above the limit. */
    BMI_WAIST,
    /** A body mass index that weight and height do not give. */
    BMI_WEIGHT,
    /** Blood pressure at the centre and at home on different sides of their limits. */
    PRESSURE_HOME,
    /** HbA1c and fasting glucose in opposite ranges. */
    GLUCOSE_HBA1C,
    /** "No diabetes" with a medicine for it on the list. */
    DIABETES_MEDICINE,
    /** "No high blood pressure" with a medicine for it on the list. */
    PRESSURE_MEDICINE,
    /** Two different blood groups in one record. */
    BLOOD_GROUP,
    /** A gene that hardly breaks alcohol down, in someone who tells of much alcohol. */
    ALCOHOL_GENE,
    /** A gene or score that points one way while the measurement points the other. */
    INHERITED_MEASURED,
    /** A medicine that is taken and a gene that handles it differently: for the clinician. */
    MEDICINE_GENE
  }
}
