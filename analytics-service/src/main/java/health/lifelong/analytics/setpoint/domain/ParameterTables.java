package health.lifelong.analytics.setpoint.domain;

import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.setpoint.domain.SetPointParameters.ItemInterval;
import health.lifelong.analytics.setpoint.domain.SetPointParameters.Key;
import health.lifelong.vocabulary.CsvTable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the tables of a parameter set. */
final class ParameterTables {
  /** Kinds of interval that describe a population; decision limits do not. */
  private static final Set<String> POPULATION_KINDS =
      Set.of("reference_interval", "population_p2_5_p97_5");

  /** The confidence mark of rows that are unverified and therefore never served. */
  private static final String UNVERIFIED = "C";

  private ParameterTables() {}

  static Map<Key, Variation> variations(InputStream table) throws IOException {
    Map<Key, Variation> variations = new HashMap<>();
    for (CsvTable.Row row : CsvTable.read(table).rows()) {
      String item = row.get("checkup_item");
      if (item != null) {
        Variation read =
            Variation.desirable(Double.parseDouble(row.require("cvi_pct")), row.require("source"));
        variations.merge(new Key(item, sex(row)), read, (a, b) -> a.cviPct() >= b.cviPct() ? a : b);
      }
    }
    return variations;
  }

  /** The two-sided intervals of a verified population, in the order of the table. */
  static List<ItemInterval> intervals(InputStream table) throws IOException {
    List<ItemInterval> usable = new ArrayList<>();
    for (CsvTable.Row row : CsvTable.read(table).rows()) {
      String lower = row.get("lower");
      String upper = row.get("upper");
      if (isUsable(row.require("kind"), row.require("confidence"))
          && lower != null
          && upper != null) {
        usable.add(
            new ItemInterval(
                row.require("item_code"),
                sex(row),
                new AgeBand(
                    number(row.get("age_from"), AgeBand.ALL.from()),
                    number(row.get("age_below"), AgeBand.ALL.below())),
                new PopulationInterval(
                    Double.parseDouble(lower),
                    Double.parseDouble(upper),
                    row.require("population"),
                    row.require("source"))));
      }
    }
    return usable;
  }

  private static boolean isUsable(String kind, String confidence) {
    return POPULATION_KINDS.contains(kind) && !confidence.equals(UNVERIFIED);
  }

  private static double number(@Nullable String text, double otherwise) {
    return text == null ? otherwise : Double.parseDouble(text);
  }

  private static @Nullable Sex sex(CsvTable.Row row) {
    String sex = row.require("sex");
    return sex.equals("A") ? null : Sex.valueOf(sex);
  }
}
