package health.lifelong.analytics.pack.algorithm;

import health.lifelong.analytics.measurement.domain.Priority;
import health.lifelong.analytics.pack.domain.PackFinding;
import health.lifelong.analytics.pack.domain.RegionPack;
import health.lifelong.analytics.pack.domain.SexLimit;
import health.lifelong.analytics.plan.domain.ScheduledTest;
import health.lifelong.analytics.whatif.domain.LeverTargets;
import health.lifelong.vocabulary.ItemCatalogue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the schedule, the priorities and the targets of levers can be served. */
final class PlanCheck {
  private static final String SCHEDULE = "schedule.csv";
  private static final String PRIORITY = "measurement-priority.csv";
  private static final int OLDEST = 120;

  private final List<PackFinding> findings = new ArrayList<>();

  private PlanCheck() {}

  static List<PackFinding> check(RegionPack pack, Set<String> knownModels) {
    PlanCheck check = new PlanCheck();
    check.schedule(pack.schedule());
    check.priorities(pack.priorities(), knownModels);
    check.targets(pack);
    return check.findings;
  }

  private void schedule(List<ScheduledTest> rows) {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      ScheduledTest row = rows.get(i);
      if (!ids.add(row.id())) {
        find(SCHEDULE, row.id(), "overlap", "two rows of one id");
      }
      items(SCHEDULE, row.id(), row.items());
      ages(row);
      intervals(row);
      for (ScheduledTest other : rows.subList(0, i)) {
        Set<String> shared = new HashSet<>(row.items());
        shared.retainAll(other.items());
        if (!shared.isEmpty() && samePerson(row, other)) {
          find(SCHEDULE, row.id(), "overlap", "an item is due by two rows for one person");
        }
      }
    }
  }

  private void ages(ScheduledTest row) {
    Integer to = row.toAge();
    if (row.fromAge() < 0 || row.fromAge() > OLDEST || (to != null && to < row.fromAge())) {
      find(SCHEDULE, row.id(), "ages", "the first age is not below the last");
    }
  }

  private void intervals(ScheduledTest row) {
    boolean wrong =
        row.intervalMonths() < 1
            || notWithin(row.borderlineMonths(), row.intervalMonths())
            || notWithin(row.secondLookMonths(), row.intervalMonths());
    if (wrong) {
      find(SCHEDULE, row.id(), "interval", "a shorter interval is longer, or none is above zero");
    }
  }

  private static boolean notWithin(@Nullable Integer months, int longest) {
    return months != null && (months < 1 || months > longest);
  }

  private static boolean samePerson(ScheduledTest one, ScheduledTest other) {
    boolean sexes =
        one.sex() == null || other.sex() == null || Objects.equals(one.sex(), other.sex());
    return sexes && one.fromAge() <= last(other) && other.fromAge() <= last(one);
  }

  private static int last(ScheduledTest row) {
    return Objects.requireNonNullElse(row.toAge(), OLDEST);
  }

  private void priorities(List<Priority> rows, Set<String> knownModels) {
    Set<String> models = new HashSet<>();
    for (Priority row : rows) {
      if (!knownModels.contains(row.model())) {
        find(PRIORITY, row.model(), "unknown model", "the service has no such model");
      }
      if (!models.add(row.model())) {
        find(PRIORITY, row.model(), "overlap", "two rows for one model");
      }
      if (!(row.weight() > 0) || !(row.factor() >= 1)) {
        find(PRIORITY, row.model(), "weight", "the weight is above 0 and the factor at least 1");
      }
      items(PRIORITY, row.model(), row.raisedBy());
    }
  }

  private void targets(RegionPack pack) {
    Optional<BigDecimal> bmi = pack.threshold("what_if.bmi_from", SexLimit.ANY);
    Optional<BigDecimal> share = pack.threshold("what_if.weight_share", SexLimit.ANY);
    if (bmi.isEmpty() || share.isEmpty()) {
      return;
    }
    try {
      var unused = new LeverTargets(1, 1, bmi.get().doubleValue(), share.get().doubleValue());
    } catch (IllegalArgumentException e) {
      find("thresholds.csv", "what_if", "unsafe", Objects.requireNonNullElse(e.getMessage(), ""));
    }
  }

  private void items(String file, String place, List<String> items) {
    for (String item : items) {
      if (ItemCatalogue.standard().byCode(item).isEmpty()) {
        find(file, place, "unknown item", item);
      }
    }
  }

  private void find(String file, String place, String rule, String detail) {
    findings.add(new PackFinding(file, place, rule, detail));
  }
}
