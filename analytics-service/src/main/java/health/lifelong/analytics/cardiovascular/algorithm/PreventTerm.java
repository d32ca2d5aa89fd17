package health.lifelong.analytics.cardiovascular.algorithm;

import health.lifelong.analytics.model.domain.Inputs;

/** One term of the PREVENT linear predictors, named as the paper's supplement names it. */
enum PreventTerm {
  AGE("Age, 10 years", "Age, per 10 years"),
  AGE_SQUARED("Age squared"),
  NON_HDL("non-HDL-C per 1 mmol/L"),
  HDL("HDL-C per 0.3 mmol/L"),
  SBP_LOW("SBP <110 per 20 mmHg"),
  SBP_HIGH("SBP ≥110 per 20 mmHg"),
  DIABETES("Diabetes"),
  SMOKING("Current smoking"),
  BMI_LOW("BMI <30, per 5 kg/m2"),
  BMI_HIGH("BMI 30+, per 5 kg/m2"),
  EGFR_LOW("eGFR <60, per -15 ml"),
  EGFR_HIGH("eGFR 60+, per -15 ml"),
  BP_TREATMENT("Anti-hypertensive use"),
  STATIN("Statin use"),
  TREATED_SBP("Treated SBP ≥110 mm Hg per 20 mm Hg"),
  TREATED_NON_HDL("Treated non-HDL-C"),
  AGE_NON_HDL("Age per 10yr * non-HDL-C per 1 mmol/L"),
  AGE_HDL("Age per 10yr * HDL-C per 0.3 mmol/L"),
  AGE_SBP("Age per 10yr * SBP ≥110 mm Hg per 20 mmHg"),
  AGE_DIABETES("Age per 10yr * diabetes"),
  AGE_SMOKING("Age per 10yr * current smoking"),
  AGE_BMI("Age per 10yr * BMI 30+ per 5 kg/m2"),
  AGE_EGFR("Age per 10yr * eGFR <60, per -15 ml"),
  SDI_4_TO_6("SDI decile categories 4-6 vs. 1-3"),
  SDI_7_TO_10("SDI decile categories 7-10 vs. 1-3"),
  SDI_MISSING("Missing SDI"),
  LN_UACR("ln-ACR, mg/g, per 1 ln unit"),
  UACR_MISSING("Missing ACR/PCR/Dipstick"),
  HBA1C_DIABETES("HbA1c in DM, per 1%"),
  HBA1C_NO_DIABETES("HbA1c no DM, per 1%"),
  HBA1C_MISSING("Missing HbA1c"),
  CONSTANT("Constant");

  /** The factor PREVENT itself uses for cholesterol, mg/dL to mmol/L. */
  private static final double CHOLESTEROL_MMOL = 0.02586;

  /** The paper sets lower albumin-creatinine ratios to this one, mg/g. */
  private static final double SMALLEST_UACR = 0.1;

  private final String printed;
  private final String variant;

  PreventTerm(String printed) {
    this(printed, printed);
  }

  PreventTerm(String printed, String variant) {
    this.printed = printed;
    this.variant = variant;
  }

  /** The term printed under this name; a name that is not known makes the table unusable. */
  static PreventTerm of(String name) {
    for (PreventTerm term : values()) {
      if (term.printed.equals(name) || term.variant.equals(name)) {
        return term;
      }
    }
    throw new IllegalStateException("unknown PREVENT term: " + name);
  }

  /**
   * The term's value for these inputs; an absent HbA1c, UACR or SDI turns its missing indicator on.
   */
  double value(Inputs in) {
    return switch (this) {
      case AGE -> age(in);
      case AGE_SQUARED -> age(in) * age(in);
      case NON_HDL -> nonHdl(in);
      case HDL -> (in.number("hdl_c_mg_dl") * CHOLESTEROL_MMOL - 1.3) / 0.3;
      case SBP_LOW -> (StrictMath.min(in.number("sbp_mmhg"), 110) - 110) / 20;
      case SBP_HIGH -> (StrictMath.max(in.number("sbp_mmhg"), 110) - 130) / 20;
      case DIABETES -> one(in.flag("diabetes"));
      case SMOKING -> one(in.flag("current_smoker"));
      case BMI_LOW -> (StrictMath.min(in.number("bmi_kg_m2"), 30) - 25) / 5;
      case BMI_HIGH -> (StrictMath.max(in.number("bmi_kg_m2"), 30) - 30) / 5;
      case EGFR_LOW -> (StrictMath.min(in.number("egfr_ml_min_173"), 60) - 60) / -15;
      case EGFR_HIGH -> (StrictMath.max(in.number("egfr_ml_min_173"), 60) - 90) / -15;
      case BP_TREATMENT -> one(in.flag("on_bp_treatment"));
      case STATIN -> one(in.flag("on_statin"));
      case TREATED_SBP -> BP_TREATMENT.value(in) * SBP_HIGH.value(in);
      case TREATED_NON_HDL -> STATIN.value(in) * nonHdl(in);
      case AGE_NON_HDL -> age(in) * nonHdl(in);
      case AGE_HDL -> age(in) * HDL.value(in);
      case AGE_SBP -> age(in) * SBP_HIGH.value(in);
      case AGE_DIABETES -> age(in) * DIABETES.value(in);
      case AGE_SMOKING -> age(in) * SMOKING.value(in);
      case AGE_BMI -> age(in) * BMI_HIGH.value(in);
      case AGE_EGFR -> age(in) * EGFR_LOW.value(in);
      case SDI_4_TO_6 ->
          one(in.maybeNumber("sdi_decile").filter(d -> d >= 4 && d <= 6).isPresent());
      case SDI_7_TO_10 -> one(in.maybeNumber("sdi_decile").filter(d -> d >= 7).isPresent());
      case SDI_MISSING -> one(!in.has("sdi_decile"));
      case LN_UACR ->
          in.maybeNumber("uacr_mg_g")
              .map(u -> StrictMath.log(StrictMath.max(u, SMALLEST_UACR)))
              .orElse(0.0);
      case UACR_MISSING -> one(!in.has("uacr_mg_g"));
      case HBA1C_DIABETES -> in.flag("diabetes") ? hba1c(in) : 0;
      case HBA1C_NO_DIABETES -> in.flag("diabetes") ? 0 : hba1c(in);
      case HBA1C_MISSING -> one(!in.has("hba1c_pct"));
      case CONSTANT -> 1;
    };
  }

  private static double age(Inputs in) {
    return (in.number("age_years") - 55) / 10;
  }

  private static double nonHdl(Inputs in) {
    return (in.number("total_chol_mg_dl") - in.number("hdl_c_mg_dl")) * CHOLESTEROL_MMOL - 3.5;
  }

  private static double hba1c(Inputs in) {
    return in.maybeNumber("hba1c_pct").map(percent -> percent - 5.3).orElse(0.0);
  }

  private static double one(boolean applies) {
    return applies ? 1 : 0;
  }
}
