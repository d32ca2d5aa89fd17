package health.lifelong.analytics.fusion.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A factor that a region knows of and that may ask to enter an absolute risk; who has how much of
 * it is in the record.
 *
 * @param exposure what of the record decides the person's band
 * @param bands without overlap; one of them is the reference. Between them the study says nothing
 */
public record RiskFactor(
    String id,
    Exposure exposure,
    FusionFactor.Kind kind,
    String outcome,
    Set<String> populations,
    Set<String> carries,
    Link link,
    boolean verified,
    List<Band> bands,
    String source) {

  /** Half of the width of a 95 % interval in standard errors. */
  private static final double Z95 = 1.959963984540054;

  public RiskFactor {
    populations = Set.copyOf(populations);
    carries = Set.copyOf(carries);
    bands = List.copyOf(bands);
  }

  /** What of a record a factor is about. */
  public enum Exposure {
    /** Mean steps a day of four weeks, counted by a device. */
    STEPS,
    /** Mean resting heart rate of four weeks, per minute, by a device. */
    RESTING_HEART_RATE,
    /** 1 where the region's rule of enough activity is met as told, else 0. */
    ACTIVITY_RULE,
    /** Days a week of vigorous activity, as told. */
    VIGOROUS_DAYS,
    /** Copies of the A allele of rs671. */
    RS671_A
  }

  /**
   * One band of the exposure.
   *
   * @param lower first value in it
   * @param upper first value beyond it; null where it has no end
   * @param share of the population that the risk is of; null where nobody has counted
   * @param ratio against the reference, which is the band of ratio 1 without an interval
   * @param low lower end of its 95 % interval, or null
   * @param high upper end, or null
   */
  public record Band(
      double lower,
      @Nullable Double upper,
      @Nullable Double share,
      double ratio,
      @Nullable Double low,
      @Nullable Double high) {

    /** Whether the ratio is 1 by definition. */
    public boolean reference() {
      return ratio == 1 && low == null && high == null;
    }

    boolean holds(double value) {
      return value >= lower && (upper == null || value < upper);
    }

    private Effect.Level level() {
      return new Effect.Level(
          lower + (upper == null ? "" : "-" + upper),
          share,
          StrictMath.log(ratio),
          reference()
              ? Double.valueOf(0)
              : low == null || high == null
                  ? null
                  : Double.valueOf((StrictMath.log(high) - StrictMath.log(low)) / (2 * Z95)));
    }
  }

  /** The factor of a person; empty where the study says nothing of that much. */
  public Optional<FusionFactor> of(double value) {
    for (int mine = 0; mine < bands.size(); mine++) {
      if (bands.get(mine).holds(value)) {
        return Optional.of(
            new FusionFactor(
                id,
                kind,
                outcome,
                populations,
                carries,
                link,
                new Effect.Levels(bands.stream().map(Band::level).toList(), mine),
                verified));
      }
    }
    return Optional.empty();
  }
}
