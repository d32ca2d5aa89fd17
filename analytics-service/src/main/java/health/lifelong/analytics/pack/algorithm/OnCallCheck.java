package health.lifelong.analytics.pack.algorithm;

import health.lifelong.analytics.pack.domain.OnCallDuty;
import health.lifelong.analytics.pack.domain.PackFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether every centre has somebody who is told, and every level comes after another. */
final class OnCallCheck {
  private static final String FILE = "on-call.csv";
  private static final String EVERY_CENTRE = "*";

  private OnCallCheck() {}

  static List<PackFinding> check(List<OnCallDuty> duties) {
    List<PackFinding> findings = new ArrayList<>();
    Map<String, List<OnCallDuty>> centres =
        duties.stream()
            .collect(Collectors.groupingBy(OnCallDuty::centre, TreeMap::new, Collectors.toList()));
    if (!centres.containsKey(EVERY_CENTRE)) {
      findings.add(
          new PackFinding(FILE, EVERY_CENTRE, "missing", "a centre without rows tells nobody"));
    }
    centres.forEach(
        (centre, rows) -> {
          List<Integer> levels = rows.stream().map(OnCallDuty::level).sorted().toList();
          for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i) != i + 1) {
              findings.add(
                  new PackFinding(FILE, centre, "levels", "levels are 1, 2, 3 without a gap"));
              break;
            }
          }
          if (rows.stream().anyMatch(duty -> !duty.escalateAfter().isPositive())) {
            findings.add(new PackFinding(FILE, centre, "interval", "nobody has time to answer"));
          }
        });
    return findings;
  }
}
