package health.lifelong.analytics.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.lifelong.analytics.measurement.algorithm.NextBest;
import health.lifelong.analytics.measurement.domain.Gap;
import health.lifelong.analytics.measurement.domain.Ranked;
import health.lifelong.analytics.measurement.domain.Wanted;
import health.lifelong.analytics.measurement.domain.Wanted.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NextBestTest {
  private static final long SEED = 20261128;
  private static final List<String> ITEMS =
      List.of("TC", "HDL", "SBP", "BMI", "CREAT", "AST", "ALT", "GGT", "PLT", "ALB", "WAIST", "TG");

  private static Gap gap(String model, double worth, String... items) {
    return new Gap(
        model,
        "value",
        worth,
        Stream.of(items).map(i -> new Wanted(Kind.MEASUREMENT, i)).collect(Collectors.toSet()));
  }

  private static List<String> codes(List<Ranked> ranked) {
    return ranked.stream().map(r -> r.wanted().code()).toList();
  }

  @Test
  void whatUnlocksMoreComesFirstAndEachMissingThingGetsItsShare() {
    List<Ranked> ranked =
        NextBest.rank(
            List.of(
                gap("heart", 3, "CREAT", "TC"), gap("kidney", 3, "CREAT"), gap("liver", 2, "PLT")));

    assertThat(codes(ranked)).containsExactly("CREAT", "PLT", "TC");
    assertThat(ranked.getFirst().worth()).isEqualTo(4.5);
    assertThat(ranked.getFirst().unlocks()).containsExactly("kidney");
    assertThat(ranked.getFirst().helps()).containsExactly("heart");
    assertThat(ranked.stream().mapToDouble(Ranked::worth).sum()).isCloseTo(8, within(1e-12));
  }

  @Test
  void noGapIsNoRanking() {
    assertThat(NextBest.rank(List.of())).isEmpty();
  }

  @Test
  void theOrderInWhichGapsComeDoesNotMatter() {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    for (int i = 0; i < 200; i++) {
      List<Gap> gaps = person(random);
      List<Ranked> expected = NextBest.rank(gaps);
      Collections.shuffle(gaps, random);

      assertThat(NextBest.rank(gaps)).isEqualTo(expected);
    }
  }

  /**
   * Persons are drawn, and for each the priorities of the region are drawn again a hundred times,
   * up to a tenth off. A clear first of the ranking is first again.
   */
  @Test
  void theRankingIsStableWhenPrioritiesAreDrawnAgain() {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    int same = 0;
    int all = 0;
    double concordant = 0;
    for (int person = 0; person < 200; person++) {
      List<Gap> gaps = person(random);
      List<Ranked> ranking = NextBest.rank(gaps);
      if (ranking.size() < 2 || !clear(ranking)) {
        continue;
      }
      for (int draw = 0; draw < 100; draw++) {
        List<Gap> again = new ArrayList<>();
        for (int i = 0; i < gaps.size(); i++) {
          Gap gap = gaps.get(i);
          again.add(
              new Gap(
                  gap.model(),
                  gap.output(),
                  gap.worth() * (0.9 + 0.2 * random.nextDouble()),
                  gap.missing()));
        }
        List<Ranked> other = NextBest.rank(again);
        all++;
        same += other.getFirst().wanted().equals(ranking.getFirst().wanted()) ? 1 : 0;
        concordant += concordance(ranking, other);
      }
    }
    System.out.printf(
        "resampled rankings: the same first %.3f of %d, pairs in the same order %.3f%n",
        (double) same / all, all, concordant / all);
    assertThat((double) same / all).isGreaterThan(0.95);
    assertThat(concordant / all).isGreaterThan(0.9);
  }

  /** The first of a cohort's ranking stays the first when the cohort is drawn again. */
  @Test
  void theCohortsFirstMeasurementIsStableUnderBootstrap() {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    List<List<Gap>> cohort = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      cohort.add(person(random));
    }
    String first = first(cohort);
    int same = 0;
    for (int draw = 0; draw < 200; draw++) {
      List<List<Gap>> again = new ArrayList<>();
      for (int i = 0; i < cohort.size(); i++) {
        again.add(cohort.get(random.nextInt(cohort.size())));
      }
      same += first(again).equals(first) ? 1 : 0;
    }
    System.out.printf("bootstrap: first is %s in %d of 200%n", first, same);
    assertThat(same).isGreaterThanOrEqualTo(190);
  }

  private static String first(List<List<Gap>> cohort) {
    Map<String, Double> worth = new HashMap<>();
    for (List<Gap> gaps : cohort) {
      for (Ranked ranked : NextBest.rank(gaps)) {
        worth.merge(ranked.wanted().code(), ranked.worth(), Double::sum);
      }
    }
    return Collections.max(worth.entrySet(), Map.Entry.comparingByValue()).getKey();
  }

  /** A tie has no first; one that leads by under a tenth is no clear first either. */
  private static boolean clear(List<Ranked> ranking) {
    return ranking.get(0).worth() > 1.1 * ranking.get(1).worth();
  }

  /** Models that need some of the items, of which a person lacks some. */
  private static List<Gap> person(Random random) {
    Map<String, List<String>> needs =
        Map.of(
            "heart", List.of("TC", "HDL", "SBP", "BMI", "CREAT"),
            "kidney", List.of("CREAT"),
            "fibrosis", List.of("AST", "ALT", "PLT"),
            "fatty_liver", List.of("BMI", "WAIST", "TG", "GGT"),
            "syndrome", List.of("WAIST", "TG", "HDL", "SBP"));
    Map<String, Double> worth =
        Map.of("heart", 3.0, "kidney", 3.0, "fibrosis", 1.0, "fatty_liver", 1.0, "syndrome", 2.0);
    Set<String> absent =
        ITEMS.stream().filter(item -> random.nextInt(4) == 0).collect(Collectors.toSet());
    List<Gap> gaps = new ArrayList<>();
    for (String model : needs.keySet().stream().sorted().toList()) {
      String[] missing =
          needs.getOrDefault(model, List.of()).stream()
              .filter(absent::contains)
              .toArray(String[]::new);
      if (missing.length > 0) {
        gaps.add(gap(model, worth.getOrDefault(model, 1.0), missing));
      }
    }
    return gaps;
  }

  private static double concordance(List<Ranked> one, List<Ranked> other) {
    Map<Wanted, Integer> place = new HashMap<>();
    for (int i = 0; i < other.size(); i++) {
      place.put(other.get(i).wanted(), i);
    }
    int pairs = 0;
    int same = 0;
    for (int i = 0; i < one.size(); i++) {
      for (int j = i + 1; j < one.size(); j++) {
        if (one.get(i).worth() > one.get(j).worth() * 1.1) {
          pairs++;
          same +=
              place.getOrDefault(one.get(i).wanted(), 0)
                      < place.getOrDefault(one.get(j).wanted(), 0)
                  ? 1
                  : 0;
        }
      }
    }
    return pairs == 0 ? 1 : (double) same / pairs;
  }
}
