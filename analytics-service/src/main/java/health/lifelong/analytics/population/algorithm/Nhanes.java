package health.lifelong.analytics.population.algorithm;

import health.lifelong.analytics.model.domain.Exclusion;
import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.model.domain.Situation;
import health.lifelong.analytics.population.domain.FollowUp;
import health.lifelong.analytics.population.domain.SampleRow;
import health.lifelong.analytics.population.domain.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * US NHANES III and 1999-2018 with linked mortality as packaged with BioAge (Kwon and Belsky,
 * GeroScience 2021;43:2795).
 */
public final class Nhanes implements Sample {
  /** Glucose, insulin and triglyceride are fasting values from here on, in hours. */
  private static final double FASTING_HOURS = 8;

  private static final double LAST_CYCLE_OF_NHANES_III = 1994;
  private static final double PHENOAGE_LAST_AGE = 84;
  private static final double KDM_FIRST_AGE = 30;
  private static final double KDM_LAST_AGE = 75;

  private static final List<String> SAME =
      List.of(
          "age_years",
          "bmi_kg_m2",
          "height_cm",
          "weight_kg",
          "waist_cm",
          "sbp_mmhg",
          "dbp_mmhg",
          "albumin_g_dl",
          "alp_u_l",
          "bun_mg_dl",
          "creatinine_mg_dl",
          "glucose_mg_dl",
          "uric_acid_mg_dl",
          "lymphocyte_pct",
          "mcv_fl",
          "rdw_pct",
          "wbc_10e3_ul",
          "crp_mg_dl",
          "ggt_u_l",
          "fasting_glucose_mg_dl",
          "hba1c_pct",
          "hdl_c_mg_dl",
          "ldl_c_mg_dl",
          "total_chol_mg_dl",
          "fev1_ml");

  @Override
  public String name() {
    return "nhanes";
  }

  @Override
  public List<String> columns() {
    return List.of("sex", "age_years", "deceased", "followup_months_from_exam");
  }

  @Override
  public List<String> notes() {
    return List.of(
        "Follow-up counts from the examination, on which the blood was drawn; persons without an examination or without linked mortality are in no study.",
        "Dead within 10 years: died at 120 months or before. Alive: followed for 120 months or more. Anyone else is of unknown state: left out of areas under the curve, counted as censored elsewhere.",
        "Values beyond 5 standard deviations had been removed by the packagers.",
        "Triglyceride and insulin are taken as fasting only from 8 hours without food.",
        "Smoking, drug use and history are not in the file: unknown is never no.",
        "US persons: nothing here says how well a number holds for Koreans.");
  }

  @Override
  public List<ScreeningItem> screeningItems() {
    return List.of();
  }

  @Override
  public SampleRow read(Map<String, String> row) {
    Optional<Sex> sex = Sex.of(row.get("sex"));
    if (sex.isEmpty()) {
      return new SampleRow.LeftOut("sex unknown");
    }
    Optional<Double> age = Cells.number(row, "age_years");
    if (age.isEmpty()) {
      return new SampleRow.LeftOut("age unknown");
    }
    Cells cells = new Cells(row).take(SAME);
    if (fasted(row)) {
      cells.take("triglyceride_mg_dl", "triglyceride_mg_dl");
      cells.take("insulin_uu_ml", "fasting_insulin_uu_ml");
    }
    return new Subject(
        sex.get(),
        age.get(),
        cells.derived(sex.get(), age.get()),
        row,
        situation(row),
        followUp(row));
  }

  /**
   * Whether BioAge gives a PhenoAge: in NHANES III only to persons up to 84 years who had fasted
   * for 8 hours, its training rule; afterwards to everyone with the nine values.
   */
  static boolean inPhenoAgeSet(Subject subject) {
    return isLater(subject)
        || (fasted(subject.row()) && subject.age() != null && subject.age() <= PHENOAGE_LAST_AGE);
  }

  /**
   * Whether BioAge gives a Klemera-Doubal age: in NHANES III only to persons of 30 to 75 years not
   * known to be pregnant, its training rule; afterwards to everyone with the nine values.
   */
  static boolean inKlemeraDoubalSet(Subject subject) {
    Double age = subject.age();
    return isLater(subject)
        || (age != null
            && age >= KDM_FIRST_AGE
            && age <= KDM_LAST_AGE
            && !"1".equals(subject.row().get("pregnant")));
  }

  private static boolean isLater(Subject subject) {
    return Cells.number(subject.row(), "cycle_start_year")
        .filter(year -> year > LAST_CYCLE_OF_NHANES_III)
        .isPresent();
  }

  private static boolean fasted(Map<String, String> row) {
    return Cells.number(row, "hours_fasted").filter(hours -> hours >= FASTING_HOURS).isPresent();
  }

  private static Situation situation(Map<String, String> row) {
    return switch (row.getOrDefault("pregnant", "")) {
      case "1" -> Situation.unknown().with(Exclusion.PREGNANCY, true);
      case "0" -> Situation.unknown().with(Exclusion.PREGNANCY, false);
      default -> Situation.unknown();
    };
  }

  private static @Nullable FollowUp followUp(Map<String, String> row) {
    Optional<Double> months = Cells.number(row, "followup_months_from_exam");
    String deceased = row.getOrDefault("deceased", "");
    boolean told = deceased.equals("0") || deceased.equals("1");
    return told && months.isPresent() ? new FollowUp(months.get(), deceased.equals("1")) : null;
  }
}
