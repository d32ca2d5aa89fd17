package health.lifelong.analytics.plan.domain;

import health.lifelong.analytics.model.domain.Sex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a region's schedule.
 *
 * @param items catalogue codes that are tested together
 * @param sex null where the row holds for both
 * @param fromAge completed years, inclusive
 * @param toAge completed years, inclusive; null where it has no end
 * @param intervalMonths how long after a usual result
 * @param borderlineMonths how long after a borderline one; null: as after a usual one
 * @param secondLookMonths how long after one that asks for a second look; null: there is none
 * @param source guideline or law
 */
public record ScheduledTest(
    String id,
    List<String> items,
    @Nullable Sex sex,
    int fromAge,
    @Nullable Integer toAge,
    int intervalMonths,
    @Nullable Integer borderlineMonths,
    @Nullable Integer secondLookMonths,
    String source) {

  public ScheduledTest {
    items = List.copyOf(items);
  }

  /** Whether the row is for a person of this sex and age; an unknown sex is nobody's row. */
  public boolean concerns(@Nullable Sex person, int age) {
    return (sex == null || sex == person) && age >= fromAge && (toAge == null || age <= toAge);
  }
}
