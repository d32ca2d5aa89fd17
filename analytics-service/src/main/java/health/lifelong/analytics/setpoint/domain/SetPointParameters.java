package health.lifelong.analytics.setpoint.domain;

import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.vocabulary.CsvTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The versioned parameters of set-points: within-person variation from published studies,
 * population intervals from region packs. Immutable.
 */
public final class SetPointParameters {
  /** Kinds of interval that describe a population; decision limits do not. */
  private static final Set<String> POPULATION_KINDS =
      Set.of("reference_interval", "population_p2_5_p97_5");

  /** The confidence mark of rows that are unverified and therefore never served. */
  private static final String UNVERIFIED = "C";

  private static final SetPointParameters STANDARD = load();

  /** One population interval of one item; null sex where it holds for both. */
  public record ItemInterval(String item, @Nullable Sex sex, PopulationInterval interval) {}

  private record Key(String item, @Nullable Sex sex) {}

  private final String version;
  private final Map<Key, Variation> variations;
  private final Map<Key, PopulationInterval> intervals;
  private final Map<String, Double> widestRatios;

  private SetPointParameters(
      String version, Map<Key, Variation> variations, Map<Key, PopulationInterval> intervals) {
    this.version = version;
    this.variations = Map.copyOf(variations);
    this.intervals = Map.copyOf(intervals);
    Map<String, Double> ratios = new HashMap<>();
    intervals.forEach((key, interval) -> ratios.merge(key.item(), interval.ratio(), Math::max));
    this.widestRatios = Map.copyOf(ratios);
  }

  /**
   * Reads the two tables; the streams are not closed.
   *
   * @param variation columns {@code checkup_item, sex, cvi_pct, source}; where one item has several
   *     rows for a sex, as creatinine by method, the largest variation holds, since the method is
   *     not known
   * @param intervals columns {@code item_code, sex, lower, upper, kind, population, confidence,
   *     source}, the preferred population first; only two-sided intervals of a population,
   *     verified, are taken
   */
  public static SetPointParameters fromCsv(
      String version, InputStream variation, InputStream intervals) throws IOException {
    Map<Key, Variation> variations = new HashMap<>();
    for (CsvTable.Row row : CsvTable.read(variation).rows()) {
      String item = row.get("checkup_item");
      if (item != null) {
        Variation read =
            Variation.desirable(Double.parseDouble(row.require("cvi_pct")), row.require("source"));
        variations.merge(new Key(item, sex(row)), read, (a, b) -> a.cviPct() >= b.cviPct() ? a : b);
      }
    }
    List<ItemInterval> usable = new ArrayList<>();
    for (CsvTable.Row row : CsvTable.read(intervals).rows()) {
      String lower = row.get("lower");
      String upper = row.get("upper");
      if (isUsable(row.require("kind"), row.require("confidence"))
          && lower != null
          && upper != null) {
        usable.add(
            new ItemInterval(
                row.require("item_code"),
                sex(row),
                new PopulationInterval(
                    Double.parseDouble(lower),
                    Double.parseDouble(upper),
                    row.require("population"),
                    row.require("source"))));
      }
    }
    return new SetPointParameters(version, variations, preferred(usable));
  }

  /** Whether an interval of this kind and confidence describes a population and is verified. */
  public static boolean isUsable(String kind, String confidence) {
    return POPULATION_KINDS.contains(kind) && !confidence.equals(UNVERIFIED);
  }

  /**
   * The same variations with the intervals of a region pack.
   *
   * @param usable two-sided, {@link #isUsable}, the preferred population first; all intervals of an
   *     item come from the population that is named for it first
   */
  public SetPointParameters withIntervals(String newVersion, List<ItemInterval> usable) {
    return new SetPointParameters(newVersion, variations, preferred(usable));
  }

  private static Map<Key, PopulationInterval> preferred(List<ItemInterval> usable) {
    Map<String, String> populationOfItem = new HashMap<>();
    Map<Key, PopulationInterval> intervals = new HashMap<>();
    for (ItemInterval row : usable) {
      String population = row.interval().population();
      if (populationOfItem.computeIfAbsent(row.item(), i -> population).equals(population)) {
        intervals.putIfAbsent(new Key(row.item(), row.sex()), row.interval());
      }
    }
    return intervals;
  }

  /**
   * The parameters that ship with the service: Korean screenees first, the Japanese common
   * intervals where they lack.
   */
  public static SetPointParameters standard() {
    return STANDARD;
  }

  private static SetPointParameters load() {
    try (InputStream variation = resource("/setpoint/biological_variation.csv");
        InputStream intervals = resource("/pack-default/intervals.csv")) {
      return fromCsv("1.0.0", variation, intervals);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String path) {
    InputStream in = SetPointParameters.class.getResourceAsStream(path);
    if (in == null) {
      throw new IllegalStateException("resource missing: " + path);
    }
    return in;
  }

  private static @Nullable Sex sex(CsvTable.Row row) {
    String sex = row.require("sex");
    return sex.equals("A") ? null : Sex.valueOf(sex);
  }

  /** The version of the two tables together. */
  public String version() {
    return version;
  }

  /** The item's within-person variation; empty where no study is known. */
  public Optional<Variation> variation(String item, Sex sex) {
    return Optional.ofNullable(bySex(variations, item, sex));
  }

  /** The item's population interval for this sex. */
  public Optional<PopulationInterval> interval(String item, Sex sex) {
    return Optional.ofNullable(bySex(intervals, item, sex));
  }

  /** The widest ratio of upper to lower limit over both sexes; empty without an interval. */
  public Optional<Double> widestRatio(String item) {
    return Optional.ofNullable(widestRatios.get(item));
  }

  /** Catalogue codes with a sourced variation, in alphabetical order. */
  public SortedSet<String> items() {
    SortedSet<String> items = new TreeSet<>();
    variations.keySet().forEach(key -> items.add(key.item()));
    return Collections.unmodifiableSortedSet(items);
  }

  private static <T> @Nullable T bySex(Map<Key, T> table, String item, Sex sex) {
    T own = table.get(new Key(item, sex));
    return own != null ? own : table.get(new Key(item, null));
  }
}
