package health.lifelong.analytics.cardiovascular.algorithm;

import health.lifelong.analytics.cardiovascular.domain.PreventInputs;
import health.lifelong.analytics.model.algorithm.Serving;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelOutput;
import health.lifelong.analytics.model.domain.ModelResult;
import health.lifelong.analytics.model.domain.OutputValue;
import health.lifelong.analytics.model.domain.Situation;
import java.util.List;

/**
 * AHA PREVENT 2023, base model: 10- and 30-year probability of CVD, ASCVD, heart failure, CHD and
 * stroke.
 */
public final class PreventBase implements Model {
  private static final ModelCard CARD =
      PreventFrame.card("prevent_base", List.of(), List.of())
          .title("심혈관질환 위험도 (PREVENT 기본형)", "Cardiovascular risk (PREVENT base)")
          .purpose(
              "How likely a first cardiovascular event or heart failure is within 10 and 30 years.")
          .formula(
              """
              risk = 1 / (1 + exp(−LP)); LP = Σ β·term by sex, outcome and horizon; a = (age − 55)/10
              non-HDL = (TC − HDL)·0.02586 − 3.5; HDL = (HDL·0.02586 − 1.3)/0.3; SBP split at 110, BMI at 30, eGFR at 60
              treated SBP, treated non-HDL, and interactions of each factor with age; 30-year models add a²""")
          .build();

  @Override
  public ModelCard card() {
    return CARD;
  }

  /**
   * The five 10-year outcomes, and the 30-year ones up to age 59, as probabilities; or a refusal.
   */
  public ModelResult serve(PreventInputs inputs, Situation situation) {
    Inputs values = inputs.toInputs();
    return Serving.serve(this, values, situation).withWarnings(PreventFrame.warnings(values));
  }

  @Override
  public OutputValue compute(ModelOutput output, Inputs inputs) {
    return PreventFrame.compute("base", output, inputs);
  }
}
