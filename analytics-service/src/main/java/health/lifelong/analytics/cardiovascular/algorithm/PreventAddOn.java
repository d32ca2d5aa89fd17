package health.lifelong.analytics.cardiovascular.algorithm;

import health.lifelong.analytics.cardiovascular.domain.PreventInputs;
import health.lifelong.analytics.model.algorithm.Serving;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelOutput;
import health.lifelong.analytics.model.domain.ModelResult;
import health.lifelong.analytics.model.domain.OutputValue;
import health.lifelong.analytics.model.domain.Situation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * AHA PREVENT 2023 with HbA1c, urine albumin-creatinine ratio and social deprivation. The variant
 * is the one named in {@code model}, or else the one that fits what is present; two or more of the
 * three take the full model.
 */
public final class PreventAddOn implements Model {
  private static final ModelInput VARIANT =
      ModelInput.choice(
          "model", "variant of the equations", "base", "hba1c", "uacr", "sdi", "full");

  private static final ModelCard CARD =
      PreventFrame.card(
              "prevent_addon",
              List.of(VARIANT),
              List.of(
                  ModelInput.number("hba1c_pct", "%", 4.5, 15.0, "HbA1c"),
                  ModelInput.number(
                      "uacr_mg_g", "mg/g", 0.0, 25000.0, "urine albumin-creatinine ratio"),
                  ModelInput.number("sdi_decile", "1", 1.0, 10.0, "US social deprivation decile")))
          .title("심혈관질환 위험도 (PREVENT 확장형)", "Cardiovascular risk (PREVENT with add-ons)")
          .purpose("The PREVENT risks, sharpened by HbA1c and urine albumin.")
          .formula(
              """
              as PREVENT base, plus ln(max(UACR, 0.1)), HbA1c − 5.3 by diabetes, SDI 4-6 and 7-10
              an absent add-on takes its published missing indicator; none → base, one → its own model, two or more → full""")
          .limit("The single add-on variants rest on one source; base and full on two.")
          .limit(
              "The social deprivation index exists for US addresses: elsewhere it is always missing.")
          .build();

  @Override
  public ModelCard card() {
    return CARD;
  }

  /** The outcomes of the variant that fits what is present; HbA1c in %, UACR in mg/g. */
  public ModelResult serve(
      PreventInputs inputs,
      @Nullable Double hba1cPct,
      @Nullable Double uacrMgG,
      Situation situation) {
    Inputs values = inputs.toInputs(hba1cPct, uacrMgG);
    return Serving.serve(this, values, situation).withWarnings(PreventFrame.warnings(values));
  }

  @Override
  public OutputValue compute(ModelOutput output, Inputs inputs) {
    return PreventFrame.compute(
        inputs.maybeText("model").orElseGet(() -> variant(inputs)), output, inputs);
  }

  private static String variant(Inputs inputs) {
    List<String> present =
        List.of("hba1c_pct", "uacr_mg_g", "sdi_decile").stream().filter(inputs::has).toList();
    if (present.size() > 1) {
      return "full";
    }
    if (present.isEmpty()) {
      return "base";
    }
    return switch (present.getFirst()) {
      case "hba1c_pct" -> "hba1c";
      case "uacr_mg_g" -> "uacr";
      default -> "sdi";
    };
  }
}
