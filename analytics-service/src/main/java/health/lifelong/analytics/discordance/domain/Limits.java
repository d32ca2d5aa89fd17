package health.lifelong.analytics.discordance.domain;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The region's numbers that decide what disagrees, for one person.
 *
 * @param windowDays how far apart two sides may be and still speak of the same time
 * @param items range of items by code
 * @param waist from which the waist counts as large; null where the sex is unknown
 * @param bmiLow first body mass index of the usual range
 * @param bmiHigh first one above it
 * @param glucoseHigh fasting glucose from which a second look is due, mg/dL
 * @param glucoseUsual fasting glucose below which it is usual
 * @param hba1cHigh HbA1c from which a second look is due, %
 * @param hba1cUsual HbA1c below which it is usual
 * @param fewSteps fewer steps a day than this do not go with "active"
 * @param muchAlcohol grams a week
 * @param pressureCentre upper pressure from which it is high at a centre
 * @param pressureHome upper pressure from which it is high at home
 * @param bmiTolerance how far a stated body mass index may lie from weight and height
 */
public record Limits(
    int windowDays,
    Map<String, Range> items,
    @Nullable Double waist,
    double bmiLow,
    double bmiHigh,
    double glucoseHigh,
    double glucoseUsual,
    double hba1cHigh,
    double hba1cUsual,
    double fewSteps,
    double muchAlcohol,
    double pressureCentre,
    double pressureHome,
    double bmiTolerance) {

  public Limits {
    items = Map.copyOf(items);
  }

  /** The range of an item. */
  public Optional<Range> range(String item) {
    return Optional.ofNullable(items.get(item));
  }

  /** A range; an open end is null. */
  public record Range(@Nullable Double low, @Nullable Double high) {
    /** Above its upper end. */
    public boolean above(double value) {
      return high != null && value > high;
    }

    /** Below its lower end. */
    public boolean below(double value) {
      return low != null && value < low;
    }
  }
}
