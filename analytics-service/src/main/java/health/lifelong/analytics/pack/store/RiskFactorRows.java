package health.lifelong.analytics.pack.store;

import health.lifelong.analytics.fusion.domain.FusionFactor;
import health.lifelong.analytics.fusion.domain.Link;
import health.lifelong.analytics.fusion.domain.RiskFactor;
import health.lifelong.vocabulary.CsvTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of risk factors: one row a band, the rows of one factor alike in everything else. */
final class RiskFactorRows {
  private RiskFactorRows() {}

  static RiskFactor row(CsvTable.Row row) {
    RiskFactor.Band band =
        new RiskFactor.Band(
            Double.parseDouble(row.require("lower")),
            number(row, "upper"),
            number(row, "share"),
            Double.parseDouble(row.require("ratio")),
            number(row, "ci_low"),
            number(row, "ci_high"));
    return new RiskFactor(
        row.require("factor"),
        RiskFactor.Exposure.valueOf(word(row, "exposure")),
        FusionFactor.Kind.valueOf(word(row, "kind")),
        row.require("outcome"),
        words(row, "populations"),
        words(row, "carries"),
        Link.valueOf(word(row, "link")),
        switch (row.require("verified")) {
          case "y" -> true;
          case "n" -> false;
          default -> throw new IllegalArgumentException("verified is y or n");
        },
        List.of(band),
        row.require("source"));
  }

  /** The factors of single-band rows, in order of their first row. */
  static List<RiskFactor> joined(List<RiskFactor> rows) {
    Map<String, RiskFactor> factors = new LinkedHashMap<>();
    rows.forEach(row -> factors.merge(row.id(), row, RiskFactorRows::with));
    return List.copyOf(factors.values());
  }

  private static RiskFactor with(RiskFactor one, RiskFactor more) {
    return new RiskFactor(
        one.id(),
        one.exposure(),
        one.kind(),
        one.outcome(),
        one.populations(),
        one.carries(),
        one.link(),
        one.verified() && more.verified(),
        Stream.concat(one.bands().stream(), more.bands().stream()).toList(),
        one.source());
  }

  private static String word(CsvTable.Row row, String column) {
    return row.require(column).toUpperCase(Locale.ROOT);
  }

  private static Set<String> words(CsvTable.Row row, String column) {
    return Set.of(row.require(column).split(" ", -1));
  }

  private static @Nullable Double number(CsvTable.Row row, String column) {
    String text = row.get(column);
    return text == null ? null : Double.valueOf(text);
  }
}
