package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.history.domain.Latest;
import health.lifelong.analytics.history.domain.Reading;
import health.lifelong.analytics.pack.domain.RegionPack;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether a person told of enough activity by the region's rule: days and minutes of moderate, or
 * of vigorous activity. Without both days and minutes nothing is known.
 */
record ToldActivity(boolean enough, LocalDate date) {

  static Optional<ToldActivity> of(InsightContext context, int maximumDays) {
    Optional<Reading> days = latest(context, "PA_DAYS", maximumDays);
    Optional<Reading> minutes = latest(context, "PA_MIN", maximumDays);
    if (days.isEmpty() || minutes.isEmpty()) {
      return Optional.empty();
    }
    Optional<Reading> vigorous = latest(context, "PA_VIG_DAYS", maximumDays);
    RegionPack pack = context.pack();
    double each = minutes.get().value();
    boolean moderate =
        days.get().value() >= number(pack, "activity.moderate_days")
            && each >= number(pack, "activity.moderate_minutes");
    boolean hard =
        vigorous.filter(v -> v.value() >= number(pack, "activity.vigorous_days")).isPresent()
            && each >= number(pack, "activity.vigorous_minutes");
    return Optional.of(new ToldActivity(moderate || hard, days.get().date()));
  }

  private static double number(RegionPack pack, String name) {
    return pack.required(name).doubleValue();
  }

  private static Optional<Reading> latest(InsightContext context, String item, int maximumDays) {
    return context.history().latest(item, context.checkupDay(), maximumDays)
            instanceof Latest.Found(Reading reading)
        ? Optional.of(reading)
        : Optional.empty();
  }
}
