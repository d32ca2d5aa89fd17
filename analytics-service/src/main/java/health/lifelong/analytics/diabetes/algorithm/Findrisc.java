package health.lifelong.analytics.diabetes.algorithm;

import health.lifelong.analytics.model.domain.Exclusion;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelOutput;
import health.lifelong.analytics.model.domain.OutputValue;

/**
 * FINDRISC (Lindström and Tuomilehto, Diabetes Care 2003;26:725, with the family history of the
 * later form): 0 to 26 points for type 2 diabetes within 10 years. Its limits of waist and body
 * mass index are European, so it is evaluated and not served to Koreans.
 */
public final class Findrisc implements Model {
  private static final String[] NEEDS = {
    "sex",
    "age_years",
    "bmi_kg_m2",
    "waist_cm",
    "active_30min_daily",
    "vegetables_fruit_daily",
    "bp_medication_ever",
    "high_glucose_ever",
    "family_history_diabetes"
  };

  private static final ModelCard CARD =
      ModelCard.of("findrisc", "1.0.0")
          .title("당뇨병 위험 점수 (FINDRISC)", "Diabetes risk score (FINDRISC)")
          .purpose("Whether blood glucose should be tested, without a blood sample.")
          .population("Finnish adults of 35-64 years without medicine for diabetes.")
          .input(ModelInput.sex())
          .input(ModelInput.number("age_years", "a", 18.0, null, "age"))
          .input(ModelInput.positive("bmi_kg_m2", "kg/m2", "body mass index"))
          .input(ModelInput.positive("waist_cm", "cm", "waist"))
          .input(ModelInput.flag("active_30min_daily", "moves for 30 minutes every day"))
          .input(ModelInput.flag("vegetables_fruit_daily", "eats vegetables or fruit every day"))
          .input(ModelInput.flag("bp_medication_ever", "ever took medicine for blood pressure"))
          .input(ModelInput.flag("high_glucose_ever", "ever had high blood glucose"))
          .input(
              ModelInput.choice(
                  "family_history_diabetes",
                  "relatives with diabetes",
                  "none",
                  "second_degree",
                  "first_degree"))
          .output(ModelOutput.of("score", "1", "points", NEEDS))
          .output(
              ModelOutput.of(
                  "category",
                  "1",
                  "LOW below 7, SLIGHTLY_ELEVATED to 11, MODERATE to 14, HIGH to 20, VERY_HIGH",
                  NEEDS))
          .formula(
              """
              age <45 0, 45-54 2, 55-64 3, older 4; BMI <25 0, 25-30 1, above 3; waist M <94 0, 94-102 3, above 4; F <80 0, 80-88 3, above 4
              not active 2; no daily vegetables 1; blood pressure medicine 2; high glucose 5; relatives: second degree 3, first degree 5""")
          .source(
              "Lindström J, Tuomilehto J, Diabetes Care 2003;26:725-731",
              "10.2337/diacare.26.3.725")
          .limit("European limits of waist and body mass index: not served to Koreans.")
          .limit(
              "Printed forms disagree on a value exactly at 30 kg/m2 or at the upper limit of waist; here it is in the lower band.")
          .limit("Not for people who are known to have diabetes.")
          .excludes(Exclusion.PREGNANCY)
          .evaluateOnly()
          .build();

  @Override
  public ModelCard card() {
    return CARD;
  }

  @Override
  public OutputValue compute(ModelOutput output, Inputs in) {
    int score =
        age(in.number("age_years"))
            + band(in.number("bmi_kg_m2"), 25, 1, 30, 3)
            + waist(in)
            + (in.flag("active_30min_daily") ? 0 : 2)
            + (in.flag("vegetables_fruit_daily") ? 0 : 1)
            + (in.flag("bp_medication_ever") ? 2 : 0)
            + (in.flag("high_glucose_ever") ? 5 : 0)
            + family(in.text("family_history_diabetes"));
    return switch (output.name()) {
      case "score" -> new OutputValue.Numeric(score);
      case "category" -> new OutputValue.Text(category(score));
      default -> throw new IllegalArgumentException(output.name());
    };
  }

  private static int age(double years) {
    if (years < 45) {
      return 0;
    }
    if (years < 55) {
      return 2;
    }
    return years < 65 ? 3 : 4;
  }

  private static int waist(Inputs in) {
    double waist = in.number("waist_cm");
    return switch (in.sex()) {
      case M -> band(waist, 94, 3, 102, 4);
      case F -> band(waist, 80, 3, 88, 4);
    };
  }

  private static int band(double value, double from, int points, double above, int more) {
    if (value < from) {
      return 0;
    }
    return value > above ? more : points;
  }

  private static int family(String relatives) {
    return switch (relatives) {
      case "none" -> 0;
      case "second_degree" -> 3;
      case "first_degree" -> 5;
      default -> throw new IllegalArgumentException("no degree of relationship");
    };
  }

  private static String category(int score) {
    if (score < 7) {
      return "LOW";
    }
    if (score < 12) {
      return "SLIGHTLY_ELEVATED";
    }
    if (score < 15) {
      return "MODERATE";
    }
    return score <= 20 ? "HIGH" : "VERY_HIGH";
  }
}
