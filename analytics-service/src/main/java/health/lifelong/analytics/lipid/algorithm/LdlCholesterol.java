package health.lifelong.analytics.lipid.algorithm;

import health.lifelong.analytics.model.algorithm.Serving;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelOutput;
import health.lifelong.analytics.model.domain.ModelResult;
import health.lifelong.analytics.model.domain.OutputValue;
import health.lifelong.analytics.model.domain.OutputValue.NoValue;
import health.lifelong.analytics.model.domain.OutputValue.Numeric;
import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.analytics.model.domain.Situation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Calculated LDL cholesterol, mg/dL: Friedewald, Martin-Hopkins, Sampson-NIH. A negative result is
 * no result.
 */
public final class LdlCholesterol implements Model {
  private static final String TC = "total_chol_mg_dl";
  private static final String HDL = "hdl_c_mg_dl";
  private static final String TG = "triglyceride_mg_dl";

  private static final ModelCard CARD =
      ModelCard.of("ldl_cholesterol", "1.0.0")
          .title("LDL 콜레스테롤 계산", "Calculated LDL cholesterol")
          .purpose("LDL cholesterol where the laboratory did not measure it.")
          .population("US adults (Martin-Hopkins: 1.35 million lipid profiles).")
          .input(ModelInput.positive(TC, "mg/dL", "total cholesterol"))
          .input(ModelInput.positive(HDL, "mg/dL", "HDL cholesterol"))
          .input(ModelInput.positive(TG, "mg/dL", "fasting triglyceride"))
          .output(ModelOutput.of("non_hdl", "mg/dL", "non-HDL cholesterol", TC, HDL))
          .output(ModelOutput.of("friedewald", "mg/dL", "LDL, triglyceride below 400", TC, HDL, TG))
          .output(
              ModelOutput.of(
                  "martin_hopkins_factor", "1", "divisor of the 180-cell table", TC, HDL, TG))
          .output(
              ModelOutput.of("martin_hopkins", "mg/dL", "LDL, triglyceride to 400", TC, HDL, TG))
          .output(ModelOutput.of("sampson_nih", "mg/dL", "LDL, triglyceride to 800", TC, HDL, TG))
          .formula(
              """
              Friedewald: TC − HDL − TG/5; Martin-Hopkins: TC − HDL − TG/f, f by triglyceride and non-HDL
              Sampson-NIH: TC/0.948 − HDL/0.971 − (TG/8.56 + TG·nonHDL/2140 − TG²/16100) − 9.44""")
          .source("Friedewald WT et al., Clin Chem 1972;18:499-502", null)
          .source("Martin SS et al., JAMA 2013;310:2061-2068", "10.1001/jama.2013.280532")
          .source("Sampson M et al., JAMA Cardiol 2020;5:540-548", "10.1001/jamacardio.2020.0013")
          .limit("Fasting samples; a measured LDL is preferred.")
          .limit("The method belongs to the value: series of different methods are not one series.")
          .limit("A negative result is no result.")
          .build();

  @Override
  public ModelCard card() {
    return CARD;
  }

  /**
   * LDL by one method: {@code friedewald}, {@code martin_hopkins} or {@code sampson_nih}; all in
   * mg/dL.
   */
  public ModelResult serve(
      String method,
      @Nullable Double totalCholesterol,
      @Nullable Double hdl,
      @Nullable Double triglyceride) {
    Inputs inputs =
        Inputs.builder()
            .number(TC, totalCholesterol)
            .number(HDL, hdl)
            .number(TG, triglyceride)
            .build();
    return Serving.serve(this, List.of(method), inputs, Situation.unknown());
  }

  @Override
  public OutputValue compute(ModelOutput output, Inputs in) {
    double nonHdl = in.number(TC) - in.number(HDL);
    return switch (output.name()) {
      case "non_hdl" -> new Numeric(nonHdl);
      case "friedewald" -> new Numeric(nonHdl - in.number(TG) / 5);
      case "martin_hopkins_factor" -> byFactor(in, nonHdl, factor -> factor);
      case "martin_hopkins" -> byFactor(in, nonHdl, factor -> nonHdl - in.number(TG) / factor);
      case "sampson_nih" -> new Numeric(sampson(in, nonHdl));
      default -> throw new IllegalArgumentException(output.name());
    };
  }

  @Override
  public Optional<NoValue> notForUse(ModelOutput output, Inputs in, OutputValue.Present value) {
    double highest =
        switch (output.name()) {
          case "friedewald" -> StrictMath.nextDown(400.0);
          case "martin_hopkins", "martin_hopkins_factor" -> 400;
          case "sampson_nih" -> 800;
          default -> Double.POSITIVE_INFINITY;
        };
    if (in.maybeNumber(TG).filter(tg -> tg > highest).isPresent()) {
      return Optional.of(
          new NoValue(
              RefusalReason.OUT_OF_RANGE, List.of(TG), "triglyceride is too high for the method"));
    }
    if (value instanceof Numeric(double number) && number < 0) {
      return Optional.of(
          new NoValue(
              RefusalReason.NOT_SERVED, List.of("negative"), "a negative result is no result"));
    }
    return Optional.empty();
  }

  private static OutputValue byFactor(
      Inputs in, double nonHdl, java.util.function.DoubleUnaryOperator then) {
    OptionalDouble factor = MartinHopkins.standard().factor(in.number(TG), nonHdl);
    return factor.isPresent()
        ? new Numeric(then.applyAsDouble(factor.getAsDouble()))
        : new NoValue(
            RefusalReason.OUT_OF_RANGE, List.of(TG), "triglyceride lies outside the table");
  }

  private static double sampson(Inputs in, double nonHdl) {
    double tg = in.number(TG);
    return in.number(TC) / 0.948
        - in.number(HDL) / 0.971
        - (tg / 8.56 + tg * nonHdl / 2140 - tg * tg / 16100)
        - 9.44;
  }
}
