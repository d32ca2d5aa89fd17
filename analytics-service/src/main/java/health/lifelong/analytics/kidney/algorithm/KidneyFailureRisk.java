package health.lifelong.analytics.kidney.algorithm;

import health.lifelong.analytics.model.domain.Exclusion;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelOutput;
import health.lifelong.analytics.model.domain.OutputValue;
import health.lifelong.analytics.model.domain.OutputValue.NoValue;
import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.analytics.model.domain.Sex;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Treated kidney failure within 2 and 5 years (Tangri, JAMA 2016;315:164), for eGFR below 60.
 * Probabilities.
 */
public final class KidneyFailureRisk implements Model {
  private static final List<String> FOUR =
      List.of("age_years", "sex", "egfr_ml_min_173", "uacr_mg_g", "north_american");

  private static final ModelCard CARD =
      ModelCard.of("kfre", "1.0.0")
          .title("신부전 위험도 (KFRE)", "Kidney failure risk equation")
          .purpose(
              "How likely treated kidney failure is within 2 and 5 years in chronic kidney disease.")
          .population("31 cohorts with eGFR below 60; calibrated for and outside North America.")
          .input(ModelInput.number("age_years", "a", 18.0, null, "age"))
          .input(ModelInput.sex())
          .input(ModelInput.positive("egfr_ml_min_173", "mL/min/{1.73_m2}", "eGFR"))
          .input(ModelInput.positive("uacr_mg_g", "mg/g", "urine albumin-creatinine ratio"))
          .input(ModelInput.flag("north_american", "lives in North America"))
          .input(ModelInput.flag("diabetes", "has diabetes"))
          .input(ModelInput.flag("hypertension", "has hypertension"))
          .input(ModelInput.positive("albumin_g_dl", "g/dL", "albumin"))
          .input(ModelInput.positive("phosphorus_mg_dl", "mg/dL", "phosphate"))
          .input(ModelInput.positive("bicarbonate_meq_l", "meq/L", "bicarbonate"))
          .input(ModelInput.positive("calcium_mg_dl", "mg/dL", "calcium"))
          .output(output("4var_2y", List.of()))
          .output(output("4var_5y", List.of()))
          .output(output("6var_2y", List.of("diabetes", "hypertension")))
          .output(output("6var_5y", List.of("diabetes", "hypertension")))
          .output(
              output(
                  "8var_2y",
                  List.of(
                      "albumin_g_dl", "phosphorus_mg_dl", "bicarbonate_meq_l", "calcium_mg_dl")))
          .output(
              output(
                  "8var_5y",
                  List.of(
                      "albumin_g_dl", "phosphorus_mg_dl", "bicarbonate_meq_l", "calcium_mg_dl")))
          .formula(
              "risk = 1 − S0^exp(x); x linear in age/10, male, eGFR/5, ln UACR and the further values; S0 by region and horizon")
          .source("Tangri N et al., JAMA 2016;315:164-174", "10.1001/jama.2015.18202")
          .source("Tangri N et al., JAMA 2011;305:1553-1559", "10.1001/jama.2011.451")
          .limit("For eGFR below 60 only; thresholds for action are not verified and not given.")
          .limit("Outside North America the recalibrated baseline is used.")
          .excludes(Exclusion.PREGNANCY, Exclusion.DIALYSIS, Exclusion.TRANSPLANT)
          .build();

  @Override
  public ModelCard card() {
    return CARD;
  }

  @Override
  public OutputValue compute(ModelOutput output, Inputs in) {
    if (in.number("uacr_mg_g") <= 0) {
      return new NoValue(
          RefusalReason.OUT_OF_RANGE, List.of("uacr_mg_g"), "the ratio is above zero");
    }
    double predictor =
        switch (output.name().substring(0, 4)) {
          case "4var" -> four(in);
          case "6var" -> six(in);
          case "8var" -> eight(in);
          default -> throw new IllegalArgumentException(output.name());
        };
    double survival = baseline(output.name(), in.flag("north_american"));
    return new OutputValue.Numeric(1 - StrictMath.pow(survival, StrictMath.exp(predictor)));
  }

  @Override
  public Optional<NoValue> notForUse(ModelOutput output, Inputs inputs, OutputValue.Present value) {
    if (inputs.number("egfr_ml_min_173") < 60) {
      return Optional.empty();
    }
    return Optional.of(
        new NoValue(
            RefusalReason.POPULATION, List.of("egfr_ml_min_173"), "for eGFR below 60 only"));
  }

  private static double four(Inputs in) {
    return -0.2201 * (in.number("age_years") / 10 - 7.036)
        + 0.2467 * (male(in) - 0.5642)
        - 0.5567 * (in.number("egfr_ml_min_173") / 5 - 7.222)
        + 0.4510 * (logUacr(in) - 5.137);
  }

  private static double six(Inputs in) {
    return -0.2218 * (in.number("age_years") / 10 - 7.036)
        + 0.2553 * (male(in) - 0.5642)
        - 0.5541 * (in.number("egfr_ml_min_173") / 5 - 7.222)
        + 0.4562 * (logUacr(in) - 5.137)
        - 0.1475 * ((in.flag("diabetes") ? 1 : 0) - 0.5106)
        + 0.1426 * ((in.flag("hypertension") ? 1 : 0) - 0.8501);
  }

  private static double eight(Inputs in) {
    return -0.1992 * (in.number("age_years") / 10 - 7.036)
        + 0.1602 * (male(in) - 0.5642)
        - 0.4919 * (in.number("egfr_ml_min_173") / 5 - 7.222)
        + 0.3364 * (logUacr(in) - 5.137)
        - 0.3441 * (in.number("albumin_g_dl") - 3.997)
        + 0.2604 * (in.number("phosphorus_mg_dl") - 3.916)
        - 0.07354 * (in.number("bicarbonate_meq_l") - 25.57)
        - 0.2228 * (in.number("calcium_mg_dl") - 9.355);
  }

  private static double baseline(String output, boolean northAmerican) {
    return switch (output) {
      case "4var_2y" -> northAmerican ? 0.9750 : 0.9832;
      case "4var_5y" -> northAmerican ? 0.9240 : 0.9365;
      case "6var_2y" -> northAmerican ? 0.9750 : 0.9830;
      case "6var_5y" -> northAmerican ? 0.9240 : 0.9370;
      case "8var_2y" -> northAmerican ? 0.9780 : 0.9827;
      case "8var_5y" -> northAmerican ? 0.9301 : 0.9245;
      default -> throw new IllegalArgumentException(output);
    };
  }

  private static double male(Inputs in) {
    return in.sex() == Sex.M ? 1 : 0;
  }

  private static double logUacr(Inputs in) {
    return StrictMath.log(in.number("uacr_mg_g"));
  }

  private static ModelOutput output(String name, List<String> more) {
    String years = name.endsWith("2y") ? "2" : "5";
    return new ModelOutput(
        name,
        "1",
        "probability of treated kidney failure within " + years + " years",
        Stream.concat(FOUR.stream(), more.stream()).toList(),
        List.of());
  }
}
