package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.history.domain.Concept;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From which item or concept of the record a model's input column is filled. */
final class InputSources {
  /** Items whose stored unit is the unit of the column. */
  private static final Map<String, String> ITEMS =
      Map.ofEntries(
          Map.entry("total_chol_mg_dl", "TC"),
          Map.entry("hdl_c_mg_dl", "HDL"),
          Map.entry("triglyceride_mg_dl", "TG"),
          Map.entry("sbp_mmhg", "SBP"),
          Map.entry("dbp_mmhg", "DBP"),
          Map.entry("waist_cm", "WAIST"),
          Map.entry("creatinine_mg_dl", "CREAT"),
          Map.entry("fasting_glucose_mg_dl", "GLU_F"),
          Map.entry("glucose_mg_dl", "GLU_F"),
          Map.entry("ast_u_l", "AST"),
          Map.entry("alt_u_l", "ALT"),
          Map.entry("ggt_u_l", "GGT"),
          Map.entry("alp_u_l", "ALP"),
          Map.entry("albumin_g_dl", "ALB"),
          Map.entry("platelets_10e9_l", "PLT"),
          Map.entry("wbc_10e3_ul", "WBC"),
          Map.entry("lymphocyte_pct", "LYMPH_PCT"),
          Map.entry("mcv_fl", "MCV"),
          Map.entry("rdw_pct", "RDW"),
          Map.entry("height_cm", "HEIGHT"),
          Map.entry("weight_kg", "WEIGHT"),
          Map.entry("hba1c_pct", "HBA1C"),
          Map.entry("uacr_mg_g", "U_ACR"),
          Map.entry("fasting_insulin_uu_ml", "INSULIN"),
          Map.entry("bun_mg_dl", "BUN"),
          Map.entry("uric_acid_mg_dl", "URIC"));

  private static final Map<String, Concept> CONCEPTS =
      Map.of(
          "on_bp_treatment", Concept.BP_TREATED,
          "drug_for_bp", Concept.BP_TREATED,
          "on_statin", Concept.STATIN,
          "drug_for_glucose", Concept.GLUCOSE_LOWERING,
          "drug_for_high_tg", Concept.FIBRATE_OR_NIACIN,
          "drug_for_low_hdl", Concept.FIBRATE_OR_NIACIN,
          "diabetes", Concept.DIABETES);

  private InputSources() {}

  /** The item of a column that one item fills as it is stored; null for other columns. */
  static @Nullable String item(String column) {
    return ITEMS.get(column);
  }

  /** The concept of a column that is a yes or a no; null for other columns. */
  static @Nullable Concept concept(String column) {
    return CONCEPTS.get(column);
  }
}
