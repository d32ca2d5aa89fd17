package health.lifelong.analytics.anthropometry.algorithm;

import health.lifelong.analytics.anthropometry.domain.BmiBands;
import health.lifelong.analytics.model.domain.Exclusion;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelOutput;
import health.lifelong.analytics.model.domain.OutputValue;
import health.lifelong.analytics.model.domain.OutputValue.Flag;
import health.lifelong.analytics.model.domain.OutputValue.NoValue;
import health.lifelong.analytics.model.domain.OutputValue.Numeric;
import health.lifelong.analytics.model.domain.OutputValue.Text;
import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.analytics.model.domain.Sex;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Body mass index with the names that national schemes give it, abdominal obesity, waist-height
 * ratio, and the osteoporosis self-assessment index for Asian women after menopause (Koh,
 * Osteoporos Int 2001;12:699).
 */
public final class AnthropometryOsta implements Model {
  private static final String HEIGHT = "height_cm";
  private static final String WEIGHT = "weight_kg";
  private static final String WAIST = "waist_cm";
  private static final String AGE = "age_years";

  /**
   * Menopause is no input; women are enrolled from this age on in Fan Z, Clin Interv Aging 2020.
   */
  public static final double OSTA_FROM_AGE = 45;

  private static final ModelCard CARD =
      ModelCard.of("anthropometry_osta", "1.0.0")
          .title("신체계측과 골다공증 자가평가 (OSTA)", "Anthropometry and osteoporosis self-assessment (OSTA)")
          .purpose(
              "What weight, height and waist say, and whether bone density should be measured.")
          .population("Names by national schemes; OSTA: East Asian women after menopause.")
          .input(ModelInput.sex())
          .input(ModelInput.number(AGE, "a", 18.0, null, "age"))
          .input(ModelInput.positive(HEIGHT, "cm", "height"))
          .input(ModelInput.positive(WEIGHT, "kg", "weight"))
          .input(ModelInput.positive(WAIST, "cm", "waist"))
          .output(ModelOutput.of("bmi", "kg/m2", "body mass index", HEIGHT, WEIGHT))
          .output(adult("ksso_2022", "name by the Korean Society for the Study of Obesity"))
          .output(adult("who_asia_pacific_2000", "name by the WHO Western Pacific Region"))
          .output(adult("knhs_bmi_label", "name by the national screening report"))
          .output(
              ModelOutput.of(
                  "abdominal_obesity_kr",
                  "1",
                  "waist at or above the national limit",
                  "sex",
                  WAIST))
          .output(
              ModelOutput.of(
                  "waist_height_ratio",
                  "1",
                  "waist by height; 0.5 and more is general advice",
                  WAIST,
                  HEIGHT))
          .output(ModelOutput.of("osta_raw", "1", "(weight − age)/5", "sex", WEIGHT, AGE))
          .output(
              ModelOutput.of(
                  "osta_truncated", "1", "the same, truncated toward zero", "sex", WEIGHT, AGE))
          .output(
              ModelOutput.of(
                  "osta_category",
                  "1",
                  "LOW above −1, MEDIUM −1 to −4, HIGH below −4",
                  "sex",
                  WEIGHT,
                  AGE))
          .formula(
              "BMI = weight/height²; OSTA = trunc(0.2·(weight − age)); names by the bands of the region pack")
          .source("Koh LK et al., Osteoporos Int 2001;12:699-705", "10.1007/s001980170070")
          .source("Fan Z et al., Clin Interv Aging 2020;15:1171-1180", "10.2147/CIA.S257166")
          .source("Korean Society for the Study of Obesity, guideline 2022", null)
          .source("WHO Western Pacific Region, The Asia-Pacific perspective, 2000", null)
          .limit(
              "OSTA is for women after menopause; it is not given to men, nor to women under 45 years.")
          .limit("The names of body mass index are for adults of 18 years and over.")
          .limit("A high BMI does not tell muscle from fat.")
          .excludes(Exclusion.PREGNANCY)
          .build();

  private final BmiBands bands;
  private final ToDoubleFunction<Sex> waistLimitCm;

  /** With the bands and the waist limits in cm of a region pack. */
  public AnthropometryOsta(BmiBands bands, ToDoubleFunction<Sex> waistLimitCm) {
    this.bands = bands;
    this.waistLimitCm = waistLimitCm;
  }

  @Override
  public ModelCard card() {
    return CARD;
  }

  @Override
  public OutputValue compute(ModelOutput output, Inputs in) {
    if (in.maybeNumber(HEIGHT).filter(h -> h <= 0 && output.needs().contains(HEIGHT)).isPresent()) {
      return new NoValue(RefusalReason.OUT_OF_RANGE, List.of(HEIGHT), "height is above zero");
    }
    return switch (output.name()) {
      case "bmi" -> new Numeric(bmi(in));
      case "ksso_2022", "who_asia_pacific_2000" -> label(output.name(), in);
      case "knhs_bmi_label" -> label("knhs", in);
      case "abdominal_obesity_kr" ->
          new Flag(in.number(WAIST) >= waistLimitCm.applyAsDouble(in.sex()));
      case "waist_height_ratio" -> new Numeric(in.number(WAIST) / in.number(HEIGHT));
      case "osta_raw" -> new Numeric(osta(in));
      case "osta_truncated" -> new Numeric(truncated(in));
      case "osta_category" -> new Text(ostaCategory(truncated(in)));
      default -> throw new IllegalArgumentException(output.name());
    };
  }

  @Override
  public Optional<NoValue> notForUse(ModelOutput output, Inputs in, OutputValue.Present value) {
    if (!output.name().startsWith("osta")) {
      return Optional.empty();
    }
    if (in.sex() == Sex.M) {
      return Optional.of(
          new NoValue(RefusalReason.POPULATION, List.of("sex"), "for women after menopause"));
    }
    return in.number(AGE) < OSTA_FROM_AGE
        ? Optional.of(
            new NoValue(RefusalReason.POPULATION, List.of(AGE), "for women after menopause"))
        : Optional.empty();
  }

  /** A name that holds for adults: an age below 18 refuses it where the age is known. */
  private static ModelOutput adult(String name, String meaning) {
    return new ModelOutput(name, "1", meaning, List.of(HEIGHT, WEIGHT), List.of(AGE));
  }

  private OutputValue label(String scheme, Inputs in) {
    return bands
        .label(scheme, bmi(in))
        .<OutputValue>map(Text::new)
        .orElseGet(
            () -> new NoValue(RefusalReason.NOT_SERVED, List.of(), "the pack has no such scheme"));
  }

  private static double bmi(Inputs in) {
    double metres = in.number(HEIGHT) / 100;
    return in.number(WEIGHT) / (metres * metres);
  }

  private static double osta(Inputs in) {
    return (in.number(WEIGHT) - in.number(AGE)) / 5;
  }

  private static double truncated(Inputs in) {
    double raw = osta(in);
    return raw < 0 ? StrictMath.ceil(raw) : StrictMath.floor(raw);
  }

  private static String ostaCategory(double truncated) {
    if (truncated > -1) {
      return "LOW";
    }
    return truncated >= -4 ? "MEDIUM" : "HIGH";
  }
}
