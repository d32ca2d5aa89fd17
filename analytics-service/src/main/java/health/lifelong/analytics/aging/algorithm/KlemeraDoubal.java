package health.lifelong.analytics.aging.algorithm;

import health.lifelong.analytics.model.domain.Exclusion;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelOutput;
import health.lifelong.analytics.model.domain.OutputValue;
import health.lifelong.analytics.model.domain.OutputValue.NoValue;
import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.vocabulary.CsvTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Biological age after Klemera and Doubal (Mech Ageing Dev 2006;127:240), in years, with one of
 * three parameter sets. All markers of the set must be there.
 */
public final class KlemeraDoubal implements Model {
  /** The set fitted in this project: it can be evaluated and is never served. */
  private static final String UNPUBLISHED = "checkup7";

  private static final List<String> MARKERS =
      List.of(
          "fev1_ml",
          "sbp_mmhg",
          "total_chol_mg_dl",
          "hba1c_pct",
          "albumin_g_dl",
          "creatinine_mg_dl",
          "crp_mg_dl",
          "alp_u_l",
          "bun_mg_dl",
          "uric_acid_mg_dl",
          "lymphocyte_pct",
          "mcv_fl",
          "wbc_10e3_ul");

  private static final Map<Key, Equation> EQUATIONS = load();

  private static final ModelCard CARD = card(ModelCard.of("kdm_biological_age", "1.0.0"));

  private record Key(String set, Sex sex) {}

  private record Marker(
      String column, boolean logarithmic, double intercept, double slope, double sd) {
    double value(Inputs in) {
      double raw = in.number(column);
      return logarithmic ? StrictMath.log1p(raw) : raw;
    }
  }

  private record Equation(double ageVariance, List<Marker> markers) {}

  @Override
  public ModelCard card() {
    return CARD;
  }

  /** The columns that a parameter set reads, markers and the rest; empty for an unknown set. */
  public static Set<String> columns(String set) {
    Set<String> columns = new TreeSet<>();
    EQUATIONS.forEach(
        (key, equation) -> {
          if (key.set().equals(set)) {
            columns.addAll(List.of("sex", "age_years"));
            equation.markers().forEach(marker -> columns.add(marker.column()));
          }
        });
    return columns;
  }

  @Override
  public OutputValue compute(ModelOutput output, Inputs in) {
    Equation equation = EQUATIONS.get(new Key(in.text("parameter_set"), in.sex()));
    if (equation == null) {
      return new NoValue(
          RefusalReason.NOT_SERVED, List.of("parameter_set"), "there is no such parameter set");
    }
    List<String> missing =
        equation.markers().stream().map(Marker::column).filter(name -> !in.has(name)).toList();
    if (!missing.isEmpty()) {
      return new NoValue(RefusalReason.INPUT_MISSING, missing, "all markers of the set are needed");
    }
    double weighted = in.number("age_years") / equation.ageVariance();
    double weight = 1 / equation.ageVariance();
    for (Marker marker : equation.markers()) {
      double precision = marker.slope() / (marker.sd() * marker.sd());
      weighted += (marker.value(in) - marker.intercept()) * precision;
      weight += marker.slope() * precision;
    }
    return new OutputValue.Numeric(weighted / weight);
  }

  @Override
  public Optional<NoValue> notForUse(ModelOutput output, Inputs in, OutputValue.Present value) {
    return in.text("parameter_set").equals(UNPUBLISHED)
        ? Optional.of(
            new NoValue(
                RefusalReason.NOT_SERVED,
                List.of("parameter_set"),
                "the set is not a published index"))
        : Optional.empty();
  }

  private static ModelCard card(ModelCard.Builder card) {
    card.title("생물학적 나이 (Klemera-Doubal)", "Biological age (Klemera-Doubal)")
        .purpose("An age that fits the markers best: a research index.")
        .population("NHANES III, 30-75 years, not pregnant (US).")
        .input(
            ModelInput.choice(
                "parameter_set", "set of markers", "levine2013", "bioage12", "checkup7"))
        .input(ModelInput.sex())
        .input(ModelInput.number("age_years", "a", 30.0, 75.0, "age"));
    List<String> units =
        List.of(
            "mL", "mm[Hg]", "mg/dL", "%", "g/dL", "mg/dL", "mg/dL", "U/L", "mg/dL", "mg/dL", "%",
            "fL", "10*3/uL");
    for (int i = 0; i < MARKERS.size(); i++) {
      card.input(
          ModelInput.number(
              MARKERS.get(i), units.get(i), 0.0, null, MARKERS.get(i).replace('_', ' ')));
    }
    return card.output(
            new ModelOutput(
                "kdm_age",
                "a",
                "biological age",
                List.of("parameter_set", "sex", "age_years"),
                MARKERS))
        .formula(
            "BA = [Σ (x − q)·k/s² + age/s_BA²] / [Σ (k/s)² + 1/s_BA²]; q, k, s by sex and marker; CRP and creatinine of bioage12 as ln(1 + x)")
        .source(
            "Klemera P, Doubal S, Mech Ageing Dev 2006;127:240-248", "10.1016/j.mad.2005.10.004")
        .source("Levine ME, J Gerontol A 2013;68:667-674", "10.1093/gerona/gls233")
        .limit("US population; a Korean fit needs Korean data.")
        .limit("checkup7 was fitted in this project and is never served.")
        .limit("A research index, no diagnosis.")
        .excludes(Exclusion.PREGNANCY, Exclusion.DIALYSIS, Exclusion.CANCER_THERAPY)
        .build();
  }

  private static Map<Key, Equation> load() {
    Map<Key, Equation> equations = new HashMap<>();
    for (CsvTable.Row row :
        CsvTable.resource(KlemeraDoubal.class, "/models/kdm_parameters.csv").rows()) {
      Key key = new Key(row.require("set"), Sex.valueOf(row.require("sex")));
      equations
          .computeIfAbsent(
              key, k -> new Equation(Double.parseDouble(row.require("s_ba2")), new ArrayList<>()))
          .markers()
          .add(marker(row));
    }
    return equations;
  }

  private static Marker marker(CsvTable.Row row) {
    String name = row.require("biomarker");
    return new Marker(
        column(name),
        name.startsWith("ln"),
        Double.parseDouble(row.require("q_intercept")),
        Double.parseDouble(row.require("k_slope")),
        Double.parseDouble(row.require("s_residual_sd")));
  }

  private static String column(String biomarker) {
    return switch (biomarker) {
      case "fev" -> "fev1_ml";
      case "sbp" -> "sbp_mmhg";
      case "totchol" -> "total_chol_mg_dl";
      case "hba1c" -> "hba1c_pct";
      case "albumin" -> "albumin_g_dl";
      case "creat", "lncreat" -> "creatinine_mg_dl";
      case "lncrp" -> "crp_mg_dl";
      case "alp" -> "alp_u_l";
      case "bun" -> "bun_mg_dl";
      case "uap" -> "uric_acid_mg_dl";
      case "lymph" -> "lymphocyte_pct";
      case "mcv" -> "mcv_fl";
      case "wbc" -> "wbc_10e3_ul";
      default -> throw new IllegalStateException("unknown biomarker: " + biomarker);
    };
  }
}
