package health.lifelong.analytics.plan.algorithm;

import health.lifelong.analytics.plan.domain.FollowUp;
import health.lifelong.analytics.plan.domain.ScheduledTest;
import health.lifelong.analytics.plan.domain.Tested;
import health.lifelong.analytics.plan.domain.Tested.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Results without a second look. A later result of the same item, whatever it says, is a second
 * look. A result outside the usual range that the schedule gives no second look is followed up only
 * where a later visit went by without the test.
 */
public final class FollowUps {
  private FollowUps() {}

  /**
   * The open ones, those left open first, then by day.
   *
   * @param tested every test of the record
   * @param visits days of all visits
   */
  public static List<FollowUp> of(
      List<Tested> tested, List<LocalDate> visits, List<ScheduledTest> schedule, LocalDate today) {
    Map<String, Tested> newest = new TreeMap<>();
    for (Tested result : tested) {
      if (!result.date().isAfter(today)) {
        newest.merge(
            result.item(), result, (one, other) -> other.date().isBefore(one.date()) ? one : other);
      }
    }
    LocalDate lastVisit =
        visits.stream()
            .filter(day -> !day.isAfter(today))
            .max(LocalDate::compareTo)
            .orElse(LocalDate.MIN);
    List<FollowUp> open = new ArrayList<>();
    for (Tested result : newest.values()) {
      boolean visitedSince = lastVisit.isAfter(result.date());
      one(result, visitedSince, schedule, today).ifPresent(open::add);
    }
    open.sort(
        Comparator.comparing((FollowUp f) -> !f.leftOpen())
            .thenComparing(FollowUp::due)
            .thenComparing(f -> f.result().item()));
    return List.copyOf(open);
  }

  private static Optional<FollowUp> one(
      Tested result, boolean visitedSince, List<ScheduledTest> schedule, LocalDate today) {
    Integer months = secondLook(result.item(), schedule);
    return switch (result.level()) {
      case DONE, USUAL -> Optional.empty();
      case BORDERLINE ->
          visitedSince && !scheduled(result.item(), schedule)
              ? Optional.of(new FollowUp(result, today, true))
              : Optional.empty();
      case SECOND_LOOK -> {
        if (months == null) {
          yield Optional.empty();
        }
        LocalDate due = result.date().plusMonths(months);
        yield Optional.of(new FollowUp(result, due, visitedSince || due.isBefore(today)));
      }
    };
  }

  private static boolean scheduled(String item, List<ScheduledTest> schedule) {
    return schedule.stream().anyMatch(row -> row.items().contains(item));
  }

  private static @Nullable Integer secondLook(String item, List<ScheduledTest> schedule) {
    for (ScheduledTest row : schedule) {
      if (row.items().contains(item) && row.secondLookMonths() != null) {
        return row.secondLookMonths();
      }
    }
    return null;
  }

  /** The worst level among results; {@code DONE} where nothing is said. */
  static Level worst(List<Tested> results) {
    return results.stream().map(Tested::level).max(Level::compareTo).orElse(Level.DONE);
  }
}
