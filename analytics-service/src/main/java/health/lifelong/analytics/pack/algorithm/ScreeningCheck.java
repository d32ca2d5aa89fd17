package health.lifelong.analytics.pack.algorithm;

import health.lifelong.analytics.pack.domain.PackFinding;
import health.lifelong.analytics.screening.domain.ScreeningBand;
import health.lifelong.analytics.screening.domain.ScreeningBands;
import health.lifelong.vocabulary.ItemCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Whether the bands of the statutory judgement name known items, and give one value one class. */
final class ScreeningCheck {
  private static final String FILE = "screening-judgement.csv";

  private ScreeningCheck() {}

  static List<PackFinding> check(ScreeningBands screening) {
    List<PackFinding> findings = new ArrayList<>();
    for (String item : screening.codes().keySet()) {
      if (ItemCatalogue.standard().byCode(item).isEmpty()) {
        findings.add(new PackFinding(FILE, item, "unknown item", "not in the catalogue"));
      }
    }
    new TreeMap<>(screening.bands()).entrySet().forEach(entry -> overlaps(entry, findings));
    return findings;
  }

  private static void overlaps(
      Map.Entry<String, List<ScreeningBand>> item, List<PackFinding> findings) {
    List<ScreeningBand> bands = item.getValue();
    for (int i = 0; i < bands.size(); i++) {
      for (ScreeningBand other : bands.subList(0, i)) {
        if (sameQuestion(bands.get(i), other) && overlap(bands.get(i), other)) {
          findings.add(
              new PackFinding(
                  FILE,
                  item.getKey() + " " + other.component(),
                  "overlap",
                  "one value is of the classes "
                      + other.judgement()
                      + " and "
                      + bands.get(i).judgement()));
        }
      }
    }
  }

  private static boolean sameQuestion(ScreeningBand a, ScreeningBand b) {
    return a.component().equals(b.component())
        && (a.sex() == null || b.sex() == null || Objects.equals(a.sex(), b.sex()));
  }

  private static boolean overlap(ScreeningBand a, ScreeningBand b) {
    return !endsBefore(a, b) && !endsBefore(b, a);
  }

  private static boolean endsBefore(ScreeningBand a, ScreeningBand b) {
    @Nullable Double end = a.to() == null ? a.below() : a.to();
    @Nullable Double start = b.from() == null ? b.above() : b.from();
    if (end == null || start == null) {
      return false;
    }
    int order = end.compareTo(start);
    return order < 0 || (order == 0 && !(a.to() != null && b.from() != null));
  }
}
