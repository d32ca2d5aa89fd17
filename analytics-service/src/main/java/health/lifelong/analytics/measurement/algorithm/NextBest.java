package health.lifelong.analytics.measurement.algorithm;

import health.lifelong.analytics.measurement.domain.Gap;
import health.lifelong.analytics.measurement.domain.Ranked;
import health.lifelong.analytics.measurement.domain.Wanted;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Ranks what is missing. A gap says nothing until all of its missing things are there, so each of
 * them gets the same share of its worth: the Shapley value of that game (Shapley 1953). Shares of
 * all gaps add up; one that fills a gap alone gets all of it.
 */
public final class NextBest {
  private static final Comparator<Wanted> BY_NAME =
      Comparator.comparing(Wanted::code).thenComparing(Wanted::kind);

  private NextBest() {}

  /** The missing things, the one that would say most first; ties in alphabetical order. */
  public static List<Ranked> rank(List<Gap> gaps) {
    // In a fixed order, so that sums are the same to the bit whatever order the gaps come in.
    List<Gap> ordered =
        gaps.stream().sorted(Comparator.comparing(Gap::model).thenComparing(Gap::output)).toList();
    Map<Wanted, Tally> tallies = new TreeMap<>(BY_NAME);
    for (Gap gap : ordered) {
      for (Wanted wanted : gap.missing()) {
        tallies.computeIfAbsent(wanted, w -> new Tally()).add(gap);
      }
    }
    return tallies.entrySet().stream()
        .map(entry -> entry.getValue().ranked(entry.getKey()))
        .sorted(
            Comparator.comparingDouble(Ranked::worth)
                .reversed()
                .thenComparing(Ranked::wanted, BY_NAME))
        .toList();
  }

  private static final class Tally {
    private double worth;
    private final TreeSet<String> unlocks = new TreeSet<>();
    private final TreeSet<String> helps = new TreeSet<>();

    void add(Gap gap) {
      worth += gap.worth() / gap.missing().size();
      (gap.missing().size() == 1 ? unlocks : helps).add(gap.model());
    }

    Ranked ranked(Wanted wanted) {
      helps.removeAll(unlocks);
      return new Ranked(wanted, worth, List.copyOf(unlocks), List.copyOf(helps));
    }
  }
}
