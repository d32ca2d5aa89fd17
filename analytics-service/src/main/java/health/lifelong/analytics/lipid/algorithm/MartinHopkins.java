package health.lifelong.analytics.lipid.algorithm;

import health.lifelong.vocabulary.CsvTable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The 180 divisors of Martin and Hopkins (JAMA 2013;310:2061) by triglyceride and non-HDL
 * cholesterol, mg/dL. A stratum starts at its printed lower edge; a value between two printed
 * integers belongs to the lower stratum.
 */
final class MartinHopkins {
  private static final List<String> COLUMNS =
      List.of(
          "nonhdl_lt_100",
          "nonhdl_100_129",
          "nonhdl_130_159",
          "nonhdl_160_189",
          "nonhdl_190_219",
          "nonhdl_ge_220");

  /** Where the second and each further column starts. */
  private static final List<Double> NON_HDL_FROM = List.of(100.0, 130.0, 160.0, 190.0, 220.0);

  private static final MartinHopkins STANDARD = load();

  private record Stratum(double from, double to, List<Double> factors) {}

  private final List<Stratum> strata;

  private MartinHopkins(List<Stratum> strata) {
    this.strata = List.copyOf(strata);
  }

  static MartinHopkins standard() {
    return STANDARD;
  }

  /** The divisor; empty where triglyceride lies outside the table. */
  OptionalDouble factor(double triglyceride, double nonHdl) {
    if (triglyceride < strata.getFirst().from() || triglyceride > strata.getLast().to()) {
      return OptionalDouble.empty();
    }
    int column = (int) NON_HDL_FROM.stream().filter(from -> nonHdl >= from).count();
    Stratum found = strata.getFirst();
    for (Stratum stratum : strata) {
      if (triglyceride >= stratum.from()) {
        found = stratum;
      }
    }
    return OptionalDouble.of(found.factors().get(column));
  }

  private static MartinHopkins load() {
    List<Stratum> strata = new ArrayList<>();
    for (CsvTable.Row row :
        CsvTable.resource(MartinHopkins.class, "/models/martin_hopkins_180.csv").rows()) {
      List<Double> factors =
          COLUMNS.stream().map(name -> Double.valueOf(row.require(name))).toList();
      strata.add(
          new Stratum(
              Double.parseDouble(row.require("tg_low_mg_dl")),
              Double.parseDouble(row.require("tg_high_mg_dl")),
              factors));
    }
    return new MartinHopkins(strata);
  }
}
