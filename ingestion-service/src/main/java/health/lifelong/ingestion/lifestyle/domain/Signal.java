package health.lifelong.ingestion.lifestyle.domain;

import java.util.List;
import java.util.Locale;

/**
 * What days are made of. Numbers are stored in the unit of the catalogue item of the same meaning.
 */
public enum Signal {
  STEPS(Kind.CUMULATIVE, "LS_STEPS", Statistic.SUM),
  DISTANCE(Kind.CUMULATIVE, "LS_DIST", Statistic.SUM),
  ACTIVE_ENERGY(Kind.CUMULATIVE, "LS_ACT_KCAL", Statistic.SUM),
  EXERCISE_MINUTES(Kind.CUMULATIVE, "LS_MVPA", Statistic.SUM),
  WORKOUT_MINUTES(Kind.CUMULATIVE, "LS_MVPA", Statistic.SUM),
  HEART_RATE(Kind.INSTANT, "PULSE", Statistic.MEDIAN, Statistic.MINIMUM, Statistic.MAXIMUM),
  RESTING_HEART_RATE(Kind.INSTANT, "LS_RHR", Statistic.MEDIAN),
  HRV_SDNN(Kind.INSTANT, "LS_HRV_SDNN", Statistic.MEDIAN),
  VO2MAX(Kind.INSTANT, "LS_VO2MAX", Statistic.LAST),
  WEIGHT(Kind.INSTANT, "WEIGHT", Statistic.LAST),
  BODY_FAT(Kind.INSTANT, "BFP", Statistic.LAST),
  SBP(Kind.INSTANT, "SBP", Statistic.MEDIAN),
  DBP(Kind.INSTANT, "DBP", Statistic.MEDIAN),
  GLUCOSE(Kind.INSTANT, "LS_BG", Statistic.MEDIAN, Statistic.MINIMUM, Statistic.MAXIMUM),
  SPO2(Kind.INSTANT, "SPO2", Statistic.MEDIAN, Statistic.MINIMUM),
  RESPIRATORY_RATE(Kind.INSTANT, "RESP", Statistic.MEDIAN),
  SLEEP_ASLEEP(Kind.SLEEP, "LS_SLEEP", Statistic.SUM),
  SLEEP_NAP(Kind.SLEEP, "LS_SLEEP", Statistic.SUM);

  private final Kind kind;
  private final String itemCode;
  private final List<Statistic> statistics;

  Signal(Kind kind, String itemCode, Statistic... statistics) {
    this.kind = kind;
    this.itemCode = itemCode;
    this.statistics = List.of(statistics);
  }

  /** How samples of a signal become a day. */
  public enum Kind {
    /** Amounts over intervals: overlaps are counted once. */
    CUMULATIVE,
    /** Readings: a statistic of one source. */
    INSTANT,
    /** Stages of a night. */
    SLEEP
  }

  /** What a day's number is. */
  public enum Statistic {
    SUM,
    MEDIAN,
    MINIMUM,
    MAXIMUM,
    LAST;

    /** The name in records. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How samples become a day. */
  public Kind kind() {
    return kind;
  }

  /** The catalogue item whose unit this signal is stored in. */
  public String itemCode() {
    return itemCode;
  }

  /** The statistics of an instant signal that are shown for a day. */
  public List<Statistic> statistics() {
    return statistics;
  }

  /** The name in records, for example {@code resting_heart_rate}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
