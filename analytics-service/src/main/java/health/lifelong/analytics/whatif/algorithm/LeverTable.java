package health.lifelong.analytics.whatif.algorithm;

import health.lifelong.analytics.whatif.domain.Lever;
import health.lifelong.analytics.whatif.domain.LeverEffect;
import health.lifelong.analytics.whatif.domain.LeverEffect.Basis;
import health.lifelong.analytics.whatif.domain.LeverEffect.Measure;
import health.lifelong.vocabulary.CsvTable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Published effects by lever. Only verified rows are kept, and a lever that is none is refused. */
public final class LeverTable {
  /** The version of the table that ships with the service. */
  public static final String VERSION = "1.0.0";

  private static final LeverTable STANDARD =
      new LeverTable(rows(CsvTable.resource(LeverTable.class, "/evidence/lever-effects.csv")));

  private final List<LeverEffect> effects;

  /** With these effects; the first one of a lever holds. */
  public LeverTable(List<LeverEffect> effects) {
    this.effects = List.copyOf(effects);
  }

  /** The table that ships with the service. */
  public static LeverTable standard() {
    return STANDARD;
  }

  /**
   * Reads columns {@code lever, outcome, measure, per, unit, effect, ci_low, ci_high, basis,
   * population, citation, doi, verified}. The stream is not closed.
   *
   * @throws IllegalArgumentException where a row names something that is no lever, or has no
   *     interval
   */
  public static LeverTable fromCsv(InputStream in) throws IOException {
    return new LeverTable(rows(CsvTable.read(in)));
  }

  /** All effects. */
  public List<LeverEffect> effects() {
    return effects;
  }

  /** The effect of a lever. */
  public Optional<LeverEffect> of(Lever lever) {
    return effects.stream().filter(effect -> effect.lever() == lever).findFirst();
  }

  private static List<LeverEffect> rows(CsvTable table) {
    List<LeverEffect> effects = new ArrayList<>();
    for (CsvTable.Row row : table.rows()) {
      if ("y".equals(row.get("verified"))) {
        effects.add(effect(row));
      }
    }
    return effects;
  }

  private static LeverEffect effect(CsvTable.Row row) {
    return new LeverEffect(
        Lever.valueOf(row.require("lever").toUpperCase(Locale.ROOT)),
        row.require("outcome"),
        Measure.valueOf(row.require("measure")),
        Double.parseDouble(row.require("per")),
        row.require("unit"),
        Double.parseDouble(row.require("effect")),
        Double.parseDouble(row.require("ci_low")),
        Double.parseDouble(row.require("ci_high")),
        Basis.valueOf(row.require("basis")),
        row.require("population"),
        row.require("citation"),
        row.get("doi"));
  }
}
