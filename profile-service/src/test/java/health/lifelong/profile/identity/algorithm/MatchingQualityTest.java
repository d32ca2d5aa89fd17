package health.lifelong.profile.identity.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.profile.identity.algorithm.GeneratedPopulation.Error;
import health.lifelong.profile.identity.algorithm.GeneratedPopulation.Record;
import health.lifelong.profile.identity.domain.Agreement;
import health.lifelong.profile.identity.domain.Shares;
import health.lifelong.profile.identity.domain.Verdict;
import health.lifelong.profile.identity.domain.Zone;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How good matching is on people it has not seen. Weights were set on the tuning seeds 1 to 3 only
 * (run with {@code -Dlifelong.matching.seed=1}); the seeds here judge.
 */
class MatchingQualityTest {
  private static final int PERSONS = 30_000;
  private static final int LARGEST_BLOCK = 500;

  @Test
  void linksAreRightAlmostAlwaysAndFoundNearlyAlways() {
    long seed = Long.getLong("lifelong.matching.seed", 20_261_124L);
    judge(PERSONS, seed);
  }

  @Test
  @Tag("long")
  void theSameHoldsForOtherSeedsAndMorePeople() {
    for (long seed : new long[] {77_001, 77_002, 77_003, 77_004}) {
      judge(PERSONS, seed);
    }
    judge(100_000, 77_005);
  }

  private static void judge(int persons, long seed) {
    Figures figures = new Figures(GeneratedPopulation.of(persons, seed));
    System.out.println(figures.text(persons, seed));
    assertThat(figures.precision()).as("precision, seed %d", seed).isGreaterThanOrEqualTo(0.999);
    assertThat(figures.recall()).as("recall, seed %d", seed).isGreaterThanOrEqualTo(0.97);
    assertThat(figures.reviewShare()).as("review, seed %d", seed).isLessThanOrEqualTo(0.02);
    assertThat(figures.twinsLinked).as("twins linked, seed %d", seed).isZero();
  }

  private static final class Figures {
    private final Map<String, Integer> bearers = new HashMap<>();
    private final Map<String, List<Integer>> blocks = new HashMap<>();
    private final Map<Error, int[]> byError = new EnumMap<>(Error.class);
    private final List<String> wrongLinks = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();
    private int compared;
    private int linked;
    private int rightlyLinked;
    private int review;
    private int reviewOfOnePerson;
    private int twinsLinked;
    private int pairs;

    Figures(List<Record> records) {
      for (int i = 0; i < records.size(); i++) {
        for (String word : BlockingKeys.kept(records.get(i).traits())) {
          bearers.merge(word, 1, Integer::sum);
          blocks.computeIfAbsent(word, w -> new ArrayList<>()).add(i);
        }
      }
      Matcher matcher = new Matcher(StandardWeights.read());
      Set<Long> seen = new HashSet<>();
      for (int i = 0; i < records.size(); i++) {
        for (String word : BlockingKeys.sought(records.get(i).traits())) {
          List<Integer> block = blocks.getOrDefault(word, List.of());
          for (int other : block.size() > LARGEST_BLOCK ? List.<Integer>of() : block) {
            long pair = (long) Math.min(i, other) << 32 | Math.max(i, other);
            if (other != i && seen.add(pair)) {
              Record one = records.get(Math.min(i, other));
              Record two = records.get(Math.max(i, other));
              count(one, two, matcher.compare(one.traits(), two.traits(), shares(one, two, records.size())));
            }
          }
        }
      }
      for (Record record : records) {
        if (record.error() != null) {
          pairs++;
          byError.computeIfAbsent(record.error(), e -> new int[3])[0]++;
        }
      }
    }

    private Shares shares(Record one, Record two, int population) {
      return new Shares(
          population, of(BlockingKeys.born(one.traits())), bearers(one), bearers(two));
    }

    private Shares.Bearers bearers(Record record) {
      return new Shares.Bearers(
          of(BlockingKeys.name(record.traits())),
          of(BlockingKeys.nameDecade(record.traits())),
          of(BlockingKeys.given(record.traits())));
    }

    private int of(Optional<String> word) {
      return word.map(bearers::get).orElse(0);
    }

    private void count(Record one, Record two, Verdict verdict) {
      compared++;
      boolean same = one.person() == two.person();
      int[] kind =
          same ? byError.computeIfAbsent(two.error(), e -> new int[3]) : new int[3];
      if (verdict.zone() == Zone.LINK) {
        linked++;
        rightlyLinked += same ? 1 : 0;
        kind[1]++;
        boolean twins = !same && (one.twin() || two.twin()) && Math.abs(one.person() - two.person()) == 1;
        twinsLinked += twins ? 1 : 0;
        if (!same) {
          wrongLinks.add(one + " / " + two + " " + verdict);
        }
      } else if (verdict.zone() == Zone.REVIEW) {
        review++;
        reviewOfOnePerson += same ? 1 : 0;
        kind[2]++;
      } else if (same) {
        missed.add(two.error() + " " + one.traits().name().display() + " / " + two.traits().name().display() + " " + verdict);
      }
      if (!same && verdict.zone() == Zone.REVIEW || same && verdict.zone() == Zone.REVIEW) {
        reviews.merge((same ? two.error() + "" : "two persons") + " " + levels(verdict.agreement()), 1, Integer::sum);
      }
    }

    private final Map<String, Integer> reviews = new java.util.TreeMap<>();

    private static String levels(Agreement a) {
      return a.name() + "/" + a.birth() + "/" + a.sex() + "/" + a.phone();
    }

    double precision() {
      return (double) rightlyLinked / linked;
    }

    double recall() {
      return (double) rightlyLinked / pairs;
    }

    double reviewShare() {
      return (double) review / compared;
    }

    String text(int persons, long seed) {
      StringBuilder text = new StringBuilder();
      text.append(
          "matching: seed %d, %d persons, %d second records, %d pairs compared; precision %.5f, recall %.4f, review %d (%.2f %% of pairs of one person, %.4f %% of pairs compared; %d of them one person)%n"
              .formatted(seed, persons, pairs, compared, precision(), recall(), review,
                  100.0 * review / pairs, 100 * reviewShare(), reviewOfOnePerson));
      byError.forEach(
          (error, n) ->
              text.append(
                  "  %-14s %5d: linked %.4f, review %.4f, separate %.4f%n"
                      .formatted(error, n[0], (double) n[1] / n[0], (double) n[2] / n[0],
                          1 - (double) (n[1] + n[2]) / n[0])));
      wrongLinks.stream().limit(5).forEach(link -> text.append("  wrongly linked: ").append(link).append('\n'));
      if (Boolean.getBoolean("lifelong.matching.verbose")) {
        missed.stream().limit(40).forEach(m -> text.append("  missed: ").append(m).append('\n'));
        reviews.forEach((k, n) -> text.append("  review: ").append(n).append(' ').append(k).append('\n'));
      }
      return text.toString();
    }
  }
}
