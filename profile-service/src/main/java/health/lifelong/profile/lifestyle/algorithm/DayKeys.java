package health.lifelong.profile.lifestyle.algorithm;

import health.lifelong.profile.change.algorithm.Digests;
import health.lifelong.profile.lifestyle.domain.LifestyleDay;
import java.util.UUID;

/** The identity and the content of a lifestyle day. */
public final class DayKeys {
  private DayKeys() {}

  /** A day of a signal and statistic, as one sender tells it. */
  public static UUID key(String centre, LifestyleDay day) {
    return Digests.of("lifestyle", centre, day.day().toString(), day.signal(), day.statistic());
  }

  /** The content of the day: two days with the same hash say the same. */
  public static UUID content(LifestyleDay day) {
    return Digests.of(
        day.value(),
        day.unit(),
        Integer.toString(day.comparator()),
        day.source(),
        String.join("\u001F", day.sources()),
        Integer.toString(day.samples()),
        Integer.toString(day.coverageMinutes()),
        day.algorithmVersion(),
        day.inputsHash(),
        Boolean.toString(day.zoneAssumed()));
  }
}
