package health.lifelong.analytics.population.algorithm;

import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.model.domain.Situation;
import health.lifelong.analytics.population.domain.SampleRow;
import health.lifelong.analytics.population.domain.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The national health checkup of the Korean National Health Insurance Service as published (public
 * data portal, item 15007122): measurements rounded to 5 cm and 5 kg, age in groups of 5 years, no
 * drug use, history or follow-up.
 */
public final class NhisCheckup implements Sample {
  private static final String AGE = "age_5y_group_lower";
  private static final String SMOKING = "smoking_1never_2former_3current";
  private static final double WAIST_NOT_RECORDED = 999;

  private static final List<String> SAME =
      List.of(
          "sbp_mmhg",
          "dbp_mmhg",
          "fasting_glucose_mg_dl",
          "total_chol_mg_dl",
          "hdl_c_mg_dl",
          "ldl_c_mg_dl",
          "triglyceride_mg_dl",
          "hemoglobin_g_dl",
          "creatinine_mg_dl",
          "ast_u_l",
          "alt_u_l",
          "ggt_u_l",
          "urine_protein_1_6");

  @Override
  public String name() {
    return "nhis_checkup";
  }

  @Override
  public List<String> columns() {
    return List.of("sex", AGE);
  }

  @Override
  public List<String> notes() {
    return List.of(
        "Age is the lower bound of a group of 5 years: what depends on age is computed at that age.",
        "Body mass index comes from height rounded to 5 cm and weight rounded to 5 kg.",
        "A waist of 999 is not recorded and counts as missing; other outliers are left in.",
        "Drug use, history, pregnancy and follow-up are not in the file: unknown is never no, and nothing can be said of discrimination or calibration.");
  }

  @Override
  public List<ScreeningItem> screeningItems() {
    return List.of(
        ScreeningItem.of("ALT", "alt_u_l"),
        ScreeningItem.of("AST", "ast_u_l"),
        ScreeningItem.of("BMI", "bmi_kg_m2"),
        new ScreeningItem("BP", "sbp_mmhg", "dbp_mmhg", false),
        ScreeningItem.of("CREAT", "creatinine_mg_dl"),
        ScreeningItem.of("FPG", "fasting_glucose_mg_dl"),
        ScreeningItem.openSided("GGT", "ggt_u_l"),
        ScreeningItem.openSided("HB", "hemoglobin_g_dl"),
        ScreeningItem.of("HDL", "hdl_c_mg_dl"),
        ScreeningItem.of("LDL", "ldl_c_mg_dl"),
        ScreeningItem.of("TC", "total_chol_mg_dl"),
        ScreeningItem.of("TG", "triglyceride_mg_dl"),
        ScreeningItem.of("UPRO", "urine_protein_1_6"),
        ScreeningItem.of("WAIST", "waist_cm"));
  }

  @Override
  public SampleRow read(Map<String, String> row) {
    Optional<Sex> sex = Sex.of(row.get("sex"));
    if (sex.isEmpty()) {
      return new SampleRow.LeftOut("sex unknown");
    }
    Optional<Double> age = Cells.number(row, AGE);
    if (age.isEmpty()) {
      return new SampleRow.LeftOut("age unknown");
    }
    Cells cells =
        new Cells(row)
            .take(SAME)
            .take(AGE, "age_years")
            .take("height_cm_5", "height_cm")
            .take("weight_kg_5", "weight_kg");
    if (Cells.number(row, "waist_cm").filter(cm -> cm == WAIST_NOT_RECORDED).isEmpty()) {
      cells.take("waist_cm", "waist_cm");
    }
    Cells.number(row, SMOKING)
        .filter(code -> code == 1 || code == 2 || code == 3)
        .ifPresent(code -> cells.flag("current_smoker", code == 3));
    return new Subject(
        sex.get(), age.get(), cells.derived(sex.get(), age.get()), row, Situation.unknown(), null);
  }
}
