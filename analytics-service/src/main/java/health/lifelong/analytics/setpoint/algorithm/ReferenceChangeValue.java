package health.lifelong.analytics.setpoint.algorithm;

import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelOutput;
import health.lifelong.analytics.model.domain.OutputValue;
import health.lifelong.analytics.model.domain.OutputValue.NoValue;
import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.analytics.setpoint.domain.Variation;
import health.lifelong.analytics.setpoint.domain.Variation.Analytical;
import java.util.ArrayList;
import java.util.List;

/**
 * The reference change value of two results: symmetric, and log-normal after Fokkema, Clin Chem
 * 2006;52:1602.
 */
public final class ReferenceChangeValue implements Model {
  private static final ModelCard CARD =
      ModelCard.of("reference_change_value", "1.0.0")
          .title("기준 변화값 (RCV)", "Reference change value")
          .purpose("Whether the difference of two results is more than variation.")
          .population("Within-person variation of healthy adults, by item.")
          .input(ModelInput.choice("analyte_code", "item"))
          .input(ModelInput.positive("cvi_pct", "%", "within-person variation"))
          .input(
              ModelInput.number("cva_pct", "%", 0.0, null, "analytical variation of the institute"))
          .input(ModelInput.positive("z", "1", "normal quantile: 1.96 two-sided 95 %"))
          .input(ModelInput.positive("first_value", "1", "earlier result"))
          .input(
              ModelInput.number("second_value", "1", 0.0, null, "later result, in the same unit"))
          .output(
              ModelOutput.of(
                  "change_pct", "%", "change from the first result", "first_value", "second_value"))
          .output(variation("rcv_symmetric_pct", "%", "symmetric reference change value"))
          .output(significance("significant_symmetric", "change beyond the symmetric value"))
          .output(variation("rcv_up_pct", "%", "log-normal value for a rise"))
          .output(variation("rcv_down_pct", "%", "log-normal value for a fall, negative"))
          .output(significance("significant_lognormal", "change beyond a log-normal value"))
          .formula(
              """
              symmetric = √2·z·√(CVA² + CVI²); σ = √(ln(CVA² + 1) + ln(CVI² + 1)), CVs as fractions
              up = exp(z·√2·σ) − 1; down = exp(−z·√2·σ) − 1; against the mean of n earlier results √(1 + 1/n) instead of √2""")
          .source("Fokkema MR et al., Clin Chem 2006;52:1602-1603", null)
          .source("Fraser CG, Harris EK, Crit Rev Clin Lab Sci 1989;27:409-437", null)
          .limit(
              "An unknown analytical variation is taken as half of the within-person variation, and labelled desirable.")
          .limit(
              "A real change is not always one that matters: it is read with the decision limits.")
          .limit("Calculated LDL varies more than measured LDL; vitamin D follows the season.")
          .build();

  @Override
  public ModelCard card() {
    return CARD;
  }

  @Override
  public OutputValue compute(ModelOutput output, Inputs in) {
    List<String> bad = new ArrayList<>();
    in.maybeNumber("cvi_pct")
        .filter(x -> output.needs().contains("cvi_pct") && !(x > 0 && x < 1000))
        .ifPresent(x -> bad.add("cvi_pct"));
    in.maybeNumber("cva_pct")
        .filter(x -> output.reads().contains("cva_pct") && !(x >= 0 && x < 1000))
        .ifPresent(x -> bad.add("cva_pct"));
    in.maybeNumber("first_value")
        .filter(x -> output.needs().contains("first_value") && x == 0)
        .ifPresent(x -> bad.add("first_value"));
    if (!bad.isEmpty()) {
      return new NoValue(RefusalReason.OUT_OF_RANGE, bad, "the formula has no value here");
    }
    return switch (output.name()) {
      case "change_pct" -> new OutputValue.Numeric(change(in));
      case "rcv_symmetric_pct" ->
          new OutputValue.Numeric(ReferenceChange.symmetric(variation(in), z(in)));
      case "rcv_up_pct" -> new OutputValue.Numeric(ReferenceChange.up(variation(in), z(in)));
      case "rcv_down_pct" -> new OutputValue.Numeric(ReferenceChange.down(variation(in), z(in)));
      case "significant_symmetric" ->
          new OutputValue.Flag(
              StrictMath.abs(change(in)) > ReferenceChange.symmetric(variation(in), z(in)));
      case "significant_lognormal" ->
          new OutputValue.Flag(
              change(in) > ReferenceChange.up(variation(in), z(in))
                  || change(in) < ReferenceChange.down(variation(in), z(in)));
      default -> throw new IllegalArgumentException(output.name());
    };
  }

  private static double change(Inputs in) {
    return ReferenceChange.change(in.number("first_value"), in.number("second_value"));
  }

  private static double z(Inputs in) {
    return in.number("z");
  }

  private static Variation variation(Inputs in) {
    double cvi = in.number("cvi_pct");
    return in.maybeNumber("cva_pct")
        .map(cva -> new Variation(cvi, cva, Analytical.INSTITUTE, ""))
        .orElseGet(() -> Variation.desirable(cvi, ""));
  }

  private static ModelOutput variation(String name, String unit, String meaning) {
    return new ModelOutput(name, unit, meaning, List.of("cvi_pct", "z"), List.of("cva_pct"));
  }

  private static ModelOutput significance(String name, String meaning) {
    return new ModelOutput(
        name,
        "1",
        meaning,
        List.of("cvi_pct", "z", "first_value", "second_value"),
        List.of("cva_pct"));
  }
}
