package health.lifelong.analytics.setpoint.domain;

import health.lifelong.analytics.model.domain.Sex;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The versioned parameters of set-points: within-person variation from published studies,
 * population intervals from region packs, how persons depart from them, and where the streams of
 * the centres broke. Immutable; whatever is replaced makes a new version.
 */
public final class SetPointParameters {
  private static final SetPointParameters STANDARD = load();

  /**
   * One population interval of one item.
   *
   * @param sex null where it holds for both
   */
  public record ItemInterval(
      String item, @Nullable Sex sex, AgeBand ages, PopulationInterval interval) {
    /** An interval of every age. */
    public ItemInterval(String item, @Nullable Sex sex, PopulationInterval interval) {
      this(item, sex, AgeBand.ALL, interval);
    }
  }

  /** Item and sex; null where it holds for both. */
  record Key(String item, @Nullable Sex sex) {}

  private record Banded(AgeBand ages, PopulationInterval interval) {}

  private final String id;
  private final String version;
  private final Map<Key, Variation> variations;
  private final Map<Key, List<Banded>> intervals;
  private final Map<String, Double> widestRatios;
  private final NoiseModel noise;
  private final List<StreamBreak> streamBreaks;

  private SetPointParameters(
      String id,
      String version,
      Map<Key, Variation> variations,
      Map<Key, List<Banded>> intervals,
      NoiseModel noise,
      List<StreamBreak> streamBreaks) {
    this.id = id;
    this.version = version;
    this.variations = Map.copyOf(variations);
    this.intervals = Map.copyOf(intervals);
    this.widestRatios = widestRatios(intervals);
    this.noise = noise;
    this.streamBreaks = List.copyOf(streamBreaks);
  }

  /**
   * Reads the two tables; the streams are not closed.
   *
   * @param id names the set, for example the pack that its intervals come from
   * @param variation columns {@code checkup_item, sex, cvi_pct, source}; where one item has several
   *     rows for a sex, as creatinine by method, the largest variation holds, since the method is
   *     not known
   * @param intervals columns {@code item_code, sex, lower, upper, kind, population, confidence,
   *     source} and, where there are age bands, {@code age_from, age_below}, the preferred
   *     population first; only two-sided intervals of a population, verified, are taken
   */
  public static SetPointParameters fromCsv(
      String id, String version, InputStream variation, InputStream intervals) throws IOException {
    return new SetPointParameters(
        id,
        version,
        ParameterTables.variations(variation),
        preferred(ParameterTables.intervals(intervals)),
        NoiseModel.ASSUMED,
        List.of());
  }

  /**
   * The same variations with the intervals of a region pack.
   *
   * @param usable two-sided and of a verified population, the preferred population first; all
   *     intervals of an item come from the population that is named for it first
   */
  public SetPointParameters withIntervals(String newVersion, List<ItemInterval> usable) {
    return new SetPointParameters(
        id, newVersion, variations, preferred(usable), noise, streamBreaks);
  }

  /** The same tables with learned figures of how persons depart from them. */
  public SetPointParameters withNoise(String newVersion, NoiseModel learned) {
    return new SetPointParameters(id, newVersion, variations, intervals, learned, streamBreaks);
  }

  /** The same tables with the breaks that the streams of the centres showed. */
  public SetPointParameters withStreamBreaks(String newVersion, List<StreamBreak> found) {
    return new SetPointParameters(id, newVersion, variations, intervals, noise, found);
  }

  private static Map<Key, List<Banded>> preferred(List<ItemInterval> usable) {
    Map<String, String> populationOfItem = new HashMap<>();
    Map<Key, List<Banded>> intervals = new HashMap<>();
    for (ItemInterval row : usable) {
      String population = row.interval().population();
      if (populationOfItem.computeIfAbsent(row.item(), i -> population).equals(population)) {
        intervals
            .computeIfAbsent(new Key(row.item(), row.sex()), key -> new ArrayList<>())
            .add(new Banded(row.ages(), row.interval()));
      }
    }
    intervals.replaceAll((key, banded) -> List.copyOf(banded));
    return intervals;
  }

  private static Map<String, Double> widestRatios(Map<Key, List<Banded>> intervals) {
    Map<String, Double> widest = new HashMap<>();
    intervals.forEach(
        (key, banded) ->
            banded.forEach(
                one -> widest.merge(key.item(), one.interval().ratio(), StrictMath::max)));
    return Map.copyOf(widest);
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
      return fromCsv("published", "2.0.0", variation, intervals);
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

  /** The name of the set. */
  public String id() {
    return id;
  }

  /** The version of all of it together. */
  public String version() {
    return version;
  }

  /** The item's within-person variation; empty where no study is known. */
  public Optional<Variation> variation(String item, Sex sex) {
    return Optional.ofNullable(bySex(variations, item, sex));
  }

  /**
   * The item's population interval for this sex and age, the first that holds; empty where there is
   * none for the age.
   */
  public Optional<PopulationInterval> interval(String item, Sex sex, double ageYears) {
    List<Banded> banded = bySex(intervals, item, sex);
    return banded == null
        ? Optional.empty()
        : banded.stream()
            .filter(one -> one.ages().holds(ageYears))
            .map(Banded::interval)
            .findFirst();
  }

  /** The widest ratio of upper to lower limit over sexes and ages; empty without an interval. */
  public Optional<Double> widestRatio(String item) {
    return Optional.ofNullable(widestRatios.get(item));
  }

  /** How persons depart from the published variation. */
  public NoiseModel noise() {
    return noise;
  }

  /** The breaks that the streams of the centres showed. */
  public List<StreamBreak> streamBreaks() {
    return streamBreaks;
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
