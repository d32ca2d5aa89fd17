package health.lifelong.analytics.glycaemic.algorithm;

import health.lifelong.analytics.model.domain.Exclusion;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelOutput;
import health.lifelong.analytics.model.domain.OutputValue;
import health.lifelong.analytics.model.domain.OutputValue.NoValue;
import health.lifelong.analytics.model.domain.RefusalReason;
import java.util.List;
import java.util.Optional;

/**
 * HOMA-IR, HOMA-beta, QUICKI, TyG, TyG-BMI, AIP, estimated average glucose, HbA1c in IFCC units.
 */
public final class GlycaemicLipidIndices implements Model {
  private static final String GLUCOSE = "fasting_glucose_mg_dl";
  private static final String INSULIN = "fasting_insulin_uu_ml";
  private static final String HBA1C = "hba1c_pct";
  private static final String TG = "triglyceride_mg_dl";
  private static final String HDL = "hdl_c_mg_dl";
  private static final String BMI = "bmi_kg_m2";

  /** HOMA-beta has no value at or below this glucose, mg/dL. */
  private static final double HOMA_BETA_ABOVE = 63;

  private static final ModelCard CARD =
      ModelCard.of("glycaemic_lipid_indices", "1.0.0")
          .title("혈당·지질 지표", "Glucose and lipid indices")
          .purpose("Ratios that speak of insulin resistance before glucose does.")
          .population("Adults; each index from its own study.")
          .input(ModelInput.positive(GLUCOSE, "mg/dL", "fasting glucose"))
          .input(ModelInput.positive(INSULIN, "u[IU]/mL", "fasting insulin"))
          .input(ModelInput.positive(HBA1C, "%", "HbA1c"))
          .input(ModelInput.positive(TG, "mg/dL", "fasting triglyceride"))
          .input(ModelInput.positive(HDL, "mg/dL", "HDL cholesterol"))
          .input(ModelInput.positive(BMI, "kg/m2", "body mass index"))
          .output(ModelOutput.of("homa_ir", "1", "insulin resistance", GLUCOSE, INSULIN))
          .output(
              ModelOutput.of(
                  "homa_beta_pct", "%", "beta cell function, glucose above 63", GLUCOSE, INSULIN))
          .output(ModelOutput.of("quicki", "1", "insulin sensitivity", GLUCOSE, INSULIN))
          .output(ModelOutput.of("tyg", "1", "triglyceride-glucose index", TG, GLUCOSE))
          .output(
              ModelOutput.of(
                  "tyg_bmi", "1", "triglyceride-glucose index times BMI", TG, GLUCOSE, BMI))
          .output(ModelOutput.of("aip", "1", "atherogenic index of plasma", TG, HDL))
          .output(ModelOutput.of("eag_mg_dl", "mg/dL", "estimated average glucose", HBA1C))
          .output(ModelOutput.of("hba1c_ifcc_mmol_mol", "mmol/mol", "HbA1c in IFCC units", HBA1C))
          .formula(
              """
              HOMA-IR = glucose·insulin/405; HOMA-β = 360·insulin/(glucose − 63); QUICKI = 1/(log10 insulin + log10 glucose)
              TyG = ln(TG·glucose/2); TyG-BMI = TyG·BMI; AIP = log10(TG/88.57 : HDL/38.67); eAG = 28.7·HbA1c − 46.7; IFCC = 10.93·(HbA1c − 2.15)""")
          .source("Matthews DR et al., Diabetologia 1985;28:412-419", "10.1007/BF00280883")
          .source(
              "Katz A et al., J Clin Endocrinol Metab 2000;85:2402-2410", "10.1210/jcem.85.7.6661")
          .source("Nathan DM et al., Diabetes Care 2008;31:1473-1478", "10.2337/dc08-0545")
          .limit("Cut-offs of HOMA-IR and AIP are not verified and not given.")
          .limit(
              "Fasting values; insulin assays differ between laboratories; not for people treated with insulin.")
          .excludes(Exclusion.PREGNANCY)
          .build();

  @Override
  public ModelCard card() {
    return CARD;
  }

  @Override
  public OutputValue compute(ModelOutput output, Inputs in) {
    List<String> notPositive =
        output.needs().stream().filter(name -> in.number(name) <= 0).toList();
    if (!notPositive.isEmpty()) {
      return new NoValue(RefusalReason.OUT_OF_RANGE, notPositive, "the value is above zero");
    }
    if (output.name().equals("homa_beta_pct") && in.number(GLUCOSE) <= HOMA_BETA_ABOVE) {
      return new NoValue(RefusalReason.OUT_OF_RANGE, List.of(GLUCOSE), "glucose is above 63 mg/dL");
    }
    return new OutputValue.Numeric(
        switch (output.name()) {
          case "homa_ir" -> in.number(GLUCOSE) * in.number(INSULIN) / 405;
          case "homa_beta_pct" -> 360 * in.number(INSULIN) / (in.number(GLUCOSE) - HOMA_BETA_ABOVE);
          case "quicki" ->
              1 / (StrictMath.log10(in.number(INSULIN)) + StrictMath.log10(in.number(GLUCOSE)));
          case "tyg" -> tyg(in);
          case "tyg_bmi" -> tyg(in) * in.number(BMI);
          case "aip" -> StrictMath.log10((in.number(TG) / 88.57) / (in.number(HDL) / 38.67));
          case "eag_mg_dl" -> 28.7 * in.number(HBA1C) - 46.7;
          case "hba1c_ifcc_mmol_mol" -> 10.93 * (in.number(HBA1C) - 2.15);
          default -> throw new IllegalArgumentException(output.name());
        });
  }

  /** Three of the formulas fall below zero for values that no person has: that is no result. */
  @Override
  public Optional<NoValue> notForUse(ModelOutput output, Inputs in, OutputValue.Present value) {
    boolean positive = !output.name().equals("aip") && !output.name().startsWith("tyg");
    return positive && value instanceof OutputValue.Numeric(double number) && number <= 0
        ? Optional.of(
            new NoValue(
                RefusalReason.OUT_OF_RANGE, output.needs(), "a result below zero is no result"))
        : Optional.empty();
  }

  private static double tyg(Inputs in) {
    return StrictMath.log(in.number(TG) * in.number(GLUCOSE) / 2);
  }
}
