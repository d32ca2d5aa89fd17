package health.lifelong.analytics.population.algorithm;

import health.lifelong.analytics.kidney.algorithm.CkdEpi;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.PlainNumber;
import health.lifelong.analytics.model.domain.Sex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects a person's cells under the names that the models use, and derives what follows from them
 * by a formula. Nothing is filled in.
 */
final class Cells {
  /** SCORE2's own factor, mg/dL a mmol/L. */
  private static final double CHOLESTEROL = 38.67;

  /** ADA: a fasting glucose from here on is impaired or diabetic, mg/dL. */
  private static final double IMPAIRED_GLUCOSE = 100;

  private final Map<String, String> row;
  private final Map<String, String> cells = new HashMap<>();

  Cells(Map<String, String> row) {
    this.row = row;
  }

  /** Takes columns that bear the models' names. */
  Cells take(List<String> columns) {
    columns.forEach(column -> take(column, column));
    return this;
  }

  /** Takes a column under the name of a model's input. */
  Cells take(String column, String name) {
    return put(name, row.get(column));
  }

  /** A cell, or nothing. */
  Cells put(String name, @Nullable String cell) {
    if (cell != null && !cell.isBlank()) {
      cells.put(name, cell.strip());
    }
    return this;
  }

  /** Yes, no, or nothing. */
  Cells flag(String name, @Nullable Boolean value) {
    return put(name, value == null ? null : value ? "1" : "0");
  }

  /** The same cells with body mass index, eGFR, molar cholesterol and impaired glucose. */
  Map<String, String> derived(Sex sex, @Nullable Double age) {
    put("sex", sex.name());
    Double height = value("height_cm");
    Double weight = value("weight_kg");
    if (!cells.containsKey("bmi_kg_m2") && height != null && height > 0 && weight != null) {
      number("bmi_kg_m2", weight / (height / 100 * (height / 100)));
    }
    Double creatinine = value("creatinine_mg_dl");
    if (age != null && creatinine != null && creatinine > 0) {
      number("egfr_ml_min_173", CkdEpi.egfr2021(sex, age, creatinine));
    }
    molar("total_chol_mg_dl", "total_chol_mmol_l");
    molar("hdl_c_mg_dl", "hdl_c_mmol_l");
    Double glucose = value("fasting_glucose_mg_dl");
    if (glucose != null && glucose >= IMPAIRED_GLUCOSE) {
      // Below it the answer stays open: a known diabetes would still make it yes.
      cells.put("ifg_or_diabetes", "1");
    }
    return cells;
  }

  /** The number in a column; empty where there is none or it is no number. */
  static Optional<Double> number(Map<String, String> row, String column) {
    return Inputs.parse(List.of(ModelInput.number(column, "1", null, null, column)), row)
        .maybeNumber(column);
  }

  private void molar(String massName, String molarName) {
    Double mass = value(massName);
    if (mass != null) {
      number(molarName, mass / CHOLESTEROL);
    }
  }

  private @Nullable Double value(String name) {
    return number(cells, name).orElse(null);
  }

  private void number(String name, double value) {
    cells.put(name, PlainNumber.of(value));
  }
}
