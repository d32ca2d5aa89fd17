package health.lifelong.analytics.plan.algorithm;

import health.lifelong.analytics.measurement.domain.Ranked;
import health.lifelong.analytics.measurement.domain.Wanted;
import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.plan.domain.CheckupPlan;
import health.lifelong.analytics.plan.domain.CheckupPlan.Due;
import health.lifelong.analytics.plan.domain.CheckupPlan.Reason;
import health.lifelong.analytics.plan.domain.FollowUp;
import health.lifelong.analytics.plan.domain.ScheduledTest;
import health.lifelong.analytics.plan.domain.Tested;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the next checkup is for: the region's schedule by age and sex, sooner where the person's own
 * results say so, what was never followed up, and the one test that would say most.
 */
public final class NextCheckup {
  private static final Comparator<Due> SOONEST =
      Comparator.comparing(Due::day).thenComparing(Due::reason).thenComparing(Due::id);

  private final List<ScheduledTest> schedule;
  private final int bundleDays;

  /**
   * @param bundleDays tests that are due within this time of each other are done at one visit
   */
  public NextCheckup(List<ScheduledTest> schedule, int bundleDays) {
    this.schedule = List.copyOf(schedule);
    this.bundleDays = bundleDays;
  }

  /**
   * The plan; empty where no row of the schedule is for this person and nothing is open.
   *
   * @param best the missing measurement that would say most
   */
  public Optional<CheckupPlan> plan(
      @Nullable Sex sex,
      int age,
      List<Tested> tested,
      List<FollowUp> open,
      Optional<Ranked> best,
      LocalDate today) {
    List<Due> all = new ArrayList<>();
    for (FollowUp result : open) {
      all.add(followUp(result, today));
    }
    for (ScheduledTest row : schedule) {
      if (row.concerns(sex, age)) {
        all.add(scheduled(row, tested, today));
      }
    }
    if (all.isEmpty()) {
      return Optional.empty();
    }
    all.sort(SOONEST);
    LocalDate next = all.getFirst().day();
    LocalDate last = next.plusDays(bundleDays);
    List<Due> due = new ArrayList<>(all.stream().filter(d -> !d.day().isAfter(last)).toList());
    best.filter(missing -> missing.wanted().kind() == Wanted.Kind.MEASUREMENT)
        .filter(missing -> due.stream().noneMatch(d -> d.items().contains(missing.wanted().code())))
        .ifPresent(missing -> due.add(wouldSayMost(missing, next)));
    return Optional.of(
        new CheckupPlan(next, due, all.stream().filter(d -> d.day().isAfter(last)).toList()));
  }

  private static Due followUp(FollowUp open, LocalDate today) {
    return new Due(
        "follow_up_" + open.result().item(),
        List.of(open.result().item()),
        open.leftOpen() ? Reason.LEFT_OPEN : Reason.SECOND_LOOK,
        notBefore(open.due(), today),
        open.result().date(),
        0,
        "");
  }

  private static Due wouldSayMost(Ranked missing, LocalDate next) {
    String item = missing.wanted().code();
    return new Due("most_" + item, List.of(item), Reason.WOULD_SAY_MORE, next, null, 0, "");
  }

  private static Due scheduled(ScheduledTest row, List<Tested> tested, LocalDate today) {
    List<Tested> done =
        tested.stream()
            .filter(t -> row.items().contains(t.item()) && !t.date().isAfter(today))
            .toList();
    Optional<LocalDate> last = done.stream().map(Tested::date).max(LocalDate::compareTo);
    if (last.isEmpty()) {
      return new Due(row.id(), row.items(), Reason.NEVER_DONE, today, null, 0, row.source());
    }
    List<Tested> newest = done.stream().filter(t -> t.date().equals(last.get())).toList();
    int months = months(row, newest);
    LocalDate day = notBefore(last.get().plusMonths(months), today);
    Reason reason = months < row.intervalMonths() ? Reason.SOONER : Reason.ROUTINE;
    return new Due(row.id(), row.items(), reason, day, last.get(), months, row.source());
  }

  private static int months(ScheduledTest row, List<Tested> newest) {
    Integer sooner = row.borderlineMonths();
    return switch (FollowUps.worst(newest)) {
      case DONE, USUAL -> row.intervalMonths();
      case BORDERLINE, SECOND_LOOK ->
          sooner == null ? row.intervalMonths() : StrictMath.min(sooner, row.intervalMonths());
    };
  }

  private static LocalDate notBefore(LocalDate day, LocalDate today) {
    return day.isBefore(today) ? today : day;
  }
}
