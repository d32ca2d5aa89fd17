package health.lifelong.analytics.cardiovascular.algorithm;

import health.lifelong.analytics.model.domain.Exclusion;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelOutput;
import health.lifelong.analytics.model.domain.OutputValue;
import health.lifelong.analytics.model.domain.OutputValue.NoValue;
import health.lifelong.analytics.model.domain.RefusalReason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The SCORE2 family: fatal and non-fatal cardiovascular disease within 10 years, as a probability.
 * SCORE2 (2021) for 40-69, SCORE2-OP (2021) from 70, SCORE2 Asia-Pacific (2025) for 40-69 with its
 * own calibration.
 */
public final class Score2 implements Model {
  private static final String[] NEEDS = {
    "age_years",
    "sex",
    "risk_region",
    "current_smoker",
    "sbp_mmhg",
    "diabetes",
    "total_chol_mmol_l",
    "hdl_c_mmol_l"
  };

  private static final String NO_DIABETES =
      "Not for people with diabetes: the ESC guideline of 2021 keeps the whole family to people without it.";

  private final ModelCard card;
  private final String printedVariant;
  private final String printedCalibration;

  private Score2(ModelCard card, String printedVariant, String printedCalibration) {
    this.card = card;
    this.printedVariant = printedVariant;
    this.printedCalibration = printedCalibration;
  }

  /** SCORE2 for ages 40-69 in Europe. */
  public static Score2 europe() {
    ModelCard card =
        frame("score2", 40, 69)
            .title("심혈관질환 위험도 (SCORE2)", "Cardiovascular risk (SCORE2)")
            .population("45 European cohorts, calibrated to four risk regions of Europe.")
            .output(ModelOutput.of("cvd_10y", "1", "probability within 10 years", NEEDS))
            .output(ModelOutput.of("pct_1dp", "%", "the same in per cent, one decimal", NEEDS))
            .output(
                ModelOutput.of(
                    "esc2021_category", "1", "ESC 2021 class of the rounded percentage", NEEDS))
            .source(
                "SCORE2 working group, Eur Heart J 2021;42:2439-2454", "10.1093/eurheartj/ehab309")
            .limit(NO_DIABETES)
            .limit(
                "No input range is published: pressure 100-180, cholesterol 3-9, HDL 0.7-2.5 are the limits tested.")
            .build();
    return new Score2(card, "score2", "score2");
  }

  /** SCORE2-OP for ages 70-89. */
  public static Score2 olderPersons() {
    ModelCard card =
        frame("score2_op", 70, 89)
            .title("심혈관질환 위험도 (SCORE2-OP)", "Cardiovascular risk (SCORE2-OP)")
            .population(
                "European cohorts of people from 65 years, calibrated to four risk regions of Europe.")
            .output(
                ModelOutput.of(
                    "cvd_10y_published", "1", "probability, printed coefficients", NEEDS))
            .output(
                ModelOutput.of("pct_1dp", "%", "the published one in per cent, one decimal", NEEDS))
            .output(
                ModelOutput.of(
                    "cvd_10y_authors_full_precision",
                    "1",
                    "probability, the authors' program: the default",
                    NEEDS))
            .output(
                ModelOutput.of(
                    "esc2021_category", "1", "ESC 2021 class of the published percentage", NEEDS))
            .source(
                "SCORE2-OP working group, Eur Heart J 2021;42:2455-2467",
                "10.1093/eurheartj/ehab312")
            .limit(NO_DIABETES)
            .limit(
                "Printed and full coefficients differ by up to 0.9 points; the full ones are the default.")
            .build();
    return new Score2(card, "op_printed", "op_printed");
  }

  /** SCORE2 Asia-Pacific for ages 40-69. */
  public static Score2 asiaPacific() {
    ModelCard card =
        frame("score2_asia_pacific", 40, 69)
            .title("심혈관질환 위험도 (SCORE2 아시아·태평양)", "Cardiovascular risk (SCORE2 Asia-Pacific)")
            .population(
                "SCORE2 recalibrated to the Asia-Pacific region, by cardiovascular mortality of the country.")
            .output(ModelOutput.of("cvd_10y", "1", "probability within 10 years", NEEDS))
            .output(ModelOutput.of("pct_1dp", "%", "the same in per cent, one decimal", NEEDS))
            .source("Hageman SHJ et al., Eur Heart J 2025;46:702-715", "10.1093/eurheartj/ehae609")
            .limit(NO_DIABETES)
            .limit(
                "The group of South Korea (low) is not verified: an institute sets it, and it is flagged.")
            .build();
    return new Score2(card, "score2", "asia_pacific");
  }

  @Override
  public ModelCard card() {
    return card;
  }

  @Override
  public OutputValue compute(ModelOutput output, Inputs in) {
    return switch (output.name()) {
      case "cvd_10y", "cvd_10y_published" -> new OutputValue.Numeric(printed(in));
      case "cvd_10y_authors_full_precision" ->
          new OutputValue.Numeric(Score2Equations.standard().risk("op_full", "op_full", in));
      case "pct_1dp" -> new OutputValue.Numeric(percent(in));
      case "esc2021_category" -> category(in);
      default -> throw new IllegalArgumentException(output.name());
    };
  }

  @Override
  public Optional<NoValue> notForUse(ModelOutput output, Inputs in, OutputValue.Present value) {
    return in.flag("diabetes")
        ? Optional.of(
            new NoValue(
                RefusalReason.POPULATION,
                List.of("diabetes"),
                "the guideline keeps the family to people without diabetes"))
        : Optional.empty();
  }

  private double printed(Inputs in) {
    return Score2Equations.standard().risk(printedVariant, printedCalibration, in);
  }

  private double percent(Inputs in) {
    return new BigDecimal(100 * printed(in)).setScale(1, RoundingMode.HALF_EVEN).doubleValue();
  }

  private OutputValue category(Inputs in) {
    double age = in.number("age_years");
    double moderate = 7.5;
    double high = 15;
    if (age < 50) {
      moderate = 2.5;
      high = 7.5;
    } else if (age < 70) {
      moderate = 5;
      high = 10;
    }
    double percent = percent(in);
    if (percent < moderate) {
      return new OutputValue.Text("Low risk");
    }
    return new OutputValue.Text(percent < high ? "Moderate risk" : "High risk");
  }

  private static ModelCard.Builder frame(String id, double fromAge, double toAge) {
    return ModelCard.of(id, "1.0.0")
        .purpose(
            "How likely a first heart attack, stroke or cardiovascular death is within 10 years.")
        .input(ModelInput.number("age_years", "a", fromAge, toAge, "age"))
        .input(ModelInput.sex())
        .input(
            ModelInput.choice(
                "risk_region",
                "risk region of the country",
                "Low",
                "Moderate",
                "High",
                "Very high"))
        .input(ModelInput.flag("current_smoker", "smokes now"))
        .input(ModelInput.number("sbp_mmhg", "mm[Hg]", 100.0, 180.0, "systolic blood pressure"))
        .input(ModelInput.flag("diabetes", "has diabetes"))
        .input(ModelInput.number("total_chol_mmol_l", "mmol/L", 3.0, 9.0, "total cholesterol"))
        .input(ModelInput.number("hdl_c_mmol_l", "mmol/L", 0.7, 2.5, "HDL cholesterol"))
        .source("Visseren FLJ et al., Eur Heart J 2021;42:3227-3337", "10.1093/eurheartj/ehab484")
        .formula(
            "p = 1 − S0^exp(x − mean); calibrated 1 − exp(−exp(scale1 + scale2·ln(−ln(1 − p))))")
        .limit(
            "For people without known cardiovascular disease, familial hypercholesterolaemia or chronic kidney disease.")
        .excludes(
            Exclusion.PREGNANCY,
            Exclusion.DIALYSIS,
            Exclusion.TRANSPLANT,
            Exclusion.CANCER_THERAPY,
            Exclusion.CARDIOVASCULAR_DISEASE,
            Exclusion.CHRONIC_KIDNEY_DISEASE,
            Exclusion.FAMILIAL_HYPERCHOLESTEROLAEMIA);
  }
}
