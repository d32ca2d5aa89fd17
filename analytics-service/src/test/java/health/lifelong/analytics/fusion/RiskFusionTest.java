package health.lifelong.analytics.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.lifelong.analytics.fusion.algorithm.RiskFusion;
import health.lifelong.analytics.fusion.domain.Effect;
import health.lifelong.analytics.fusion.domain.FusedRisk;
import health.lifelong.analytics.fusion.domain.FusedRisk.Contribution;
import health.lifelong.analytics.fusion.domain.FusedRisk.Why;
import health.lifelong.analytics.fusion.domain.FusionBaseline;
import health.lifelong.analytics.fusion.domain.FusionFactor;
import health.lifelong.analytics.fusion.domain.FusionFactor.Kind;
import health.lifelong.analytics.fusion.domain.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors and properties of the genomics reference, section 7, and what may not enter. */
class RiskFusionTest {
  private static final long SEED = 20261125;

  private static FusionBaseline baseline(double risk) {
    return new FusionBaseline("cvd", 10, risk, 0.1, "KR", Set.of("smoking", "blood_pressure"));
  }

  private static FusionFactor score(double ratio, double z, double reach, Link link) {
    return score(ratio, z, reach, link, 0.05);
  }

  private static FusionFactor score(
      double ratio, double z, double reach, Link link, @Nullable Double error) {
    return new FusionFactor(
        "score",
        Kind.GENETIC,
        "cvd",
        Set.of("KR", "CN"),
        Set.of("genes"),
        link,
        new Effect.PerDeviation(z, StrictMath.log(ratio), error, reach),
        true);
  }

  /** Genotypes of rs671 in drinking men (genomics reference, 7.5, worked example). */
  private static FusionFactor aldh2(int mine) {
    return new FusionFactor(
        "aldh2",
        Kind.GENETIC,
        "cvd",
        Set.of("KR"),
        Set.of("aldehyde"),
        Link.HAZARD,
        new Effect.Levels(
            List.of(
                new Effect.Level("GG", 0.7056, 0, 0.0),
                new Effect.Level("GA", 0.2688, StrictMath.log(4.39), 0.2),
                new Effect.Level("AA", 0.0256, StrictMath.log(0.69), 0.3)),
            mine),
        true);
  }

  private static FusionFactor habit(int mine) {
    return new FusionFactor(
        "exercise",
        Kind.LIFESTYLE,
        "cvd",
        Set.of("KR"),
        Set.of("movement"),
        Link.HAZARD,
        new Effect.Levels(
            List.of(
                new Effect.Level("none", 0.6, 0, 0.0),
                new Effect.Level("3-6 a week", 0.4, StrictMath.log(0.8), 0.05)),
            mine),
        true);
  }

  private static double fused(double risk, FusionFactor factor) {
    return RiskFusion.fuse(baseline(risk), List.of(factor)).risk();
  }

  @ParameterizedTest
  @CsvSource({
    "1.15,.05,.03770,.04323,.04955,.05677,.06500",
    "1.15,.20,.15419,.17517,.19865,.22484,.25389",
    "1.45,.05,.02260,.03260,.04692,.06731,.09610",
    "1.45,.20,.09578,.13584,.19079,.26432,.35923",
    "1.71,.05,.01520,.02586,.04381,.07374,.12278",
    "1.71,.10,.03125,.05284,.08866,.14679,.23773",
    "1.71,.20,.06623,.11057,.18158,.29011,.44340"
  })
  void hazardVectors(double ratio, double risk, double a, double b, double c, double d, double e) {
    double[] expected = {a, b, c, d, e};
    for (int i = 0; i < expected.length; i++) {
      assertThat(fused(risk, score(ratio, i - 2, 1, Link.HAZARD)))
          .isCloseTo(expected[i], within(5.1e-6));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1.45,.10,.04766,.06765,.09520,.13237,.18114",
    "1.71,.20,.07297,.11863,.18710,.28242,.40227"
  })
  void oddsVectors(double ratio, double risk, double a, double b, double c, double d, double e) {
    double[] expected = {a, b, c, d, e};
    for (int i = 0; i < expected.length; i++) {
      assertThat(fused(risk, score(ratio, i - 2, 1, Link.ODDS)))
          .isCloseTo(expected[i], within(5.1e-6));
    }
  }

  @Test
  void genotypeVectorOfDrinkingMen() {
    double risk = 0.005;
    double[] factors = {.5254, 2.3065, .3625};
    for (int i = 0; i < factors.length; i++) {
      // The printed factors keep the mean hazard; at this risk the exact form differs by little.
      double expected = 1 - StrictMath.pow(1 - risk, factors[i]);
      assertThat(fused(risk, aldh2(i)) / expected).isCloseTo(1, within(0.004));
    }
  }

  @Test
  void twoFactorsTogetherKeepTheMeanOfThePopulation() {
    double[] shares = {0.7056, 0.2688, 0.0256};
    for (double risk : new double[] {0.05, 0.1, 0.2}) {
      double mean = 0;
      double weights = 0;
      for (int i = -48; i <= 48; i++) {
        double z = i / 16.0;
        double weight = StrictMath.exp(-z * z / 2);
        for (int genotype = 0; genotype < 3; genotype++) {
          FusedRisk both =
              RiskFusion.fuse(
                  baseline(risk), List.of(score(1.45, z, 1, Link.HAZARD), aldh2(genotype)));
          mean += weight * shares[genotype] * both.risk();
          weights += weight * shares[genotype];
        }
      }
      // The grid ends at three deviations, beyond which no factor enters: 0.27 % of the people.
      assertThat(mean / weights).isCloseTo(risk, within(risk * 0.003));
    }
  }

  @Test
  void decompositionSumsToTheWholeAndTheRiskRisesWithTheScore() {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    for (int i = 0; i < 500; i++) {
      double risk = 0.005 + 0.4 * random.nextDouble();
      double ratio = 1 + random.nextDouble();
      double z = random.nextDouble() * 5 - 2.5;
      double reach = random.nextDouble();
      Link link = random.nextBoolean() ? Link.HAZARD : Link.ODDS;
      List<FusionFactor> factors =
          List.of(score(ratio, z, reach, link), aldh2(random.nextInt(3)), habit(random.nextInt(2)));

      FusedRisk fused = RiskFusion.fuse(baseline(risk), factors);

      double sum = fused.contributions().stream().mapToDouble(Contribution::change).sum();
      assertThat(risk + sum).isCloseTo(fused.risk(), within(1e-12));
      assertThat(fused.contributions().size() + fused.beside().size()).isEqualTo(3);
      assertThat(fused.risk()).isBetween(0.001, 0.99);
      assertThat(fused(risk, score(ratio, z + 0.1, reach, link)))
          .isGreaterThanOrEqualTo(fused(risk, score(ratio, z, reach, link)));
    }
  }

  @Test
  void noEffectAndNoGenotypeAreTheBaselineToTheBit() {
    assertThat(fused(0.137, score(1, 2, 1, Link.HAZARD))).isEqualTo(0.137);
    assertThat(fused(0.137, score(1.71, 2, 0, Link.HAZARD))).isEqualTo(0.137);
    assertThat(RiskFusion.fuse(baseline(0.137), List.of()).risk()).isEqualTo(0.137);
  }

  @Test
  void theOtherAlleleWithTheOtherSignIsTheSame() {
    FusionFactor one = score(1.45, 1.3, 0.8, Link.HAZARD);
    FusionFactor swapped = score(1 / 1.45, -1.3, 0.8, Link.HAZARD);

    assertThat(fused(0.2, swapped)).isCloseTo(fused(0.2, one), within(1e-12));
  }

  @Test
  void aPartlyReadScoreSaysLessAndIsWider() {
    FusedRisk whole = RiskFusion.fuse(baseline(0.1), List.of(score(1.71, 2, 1, Link.HAZARD)));
    FusedRisk part = RiskFusion.fuse(baseline(0.1), List.of(score(1.71, 2, 0.7, Link.HAZARD)));

    assertThat(part.risk()).isLessThan(whole.risk()).isGreaterThan(0.1);
    assertThat(width(part)).isGreaterThan(width(whole));
  }

  @Test
  void anUnknownErrorOfTheModelIsSaidAndNeverTakenAsNone() {
    FusionBaseline silent = new FusionBaseline("cvd", 10, 0.1, null, "KR", Set.of());

    assertThat(RiskFusion.fuse(silent, List.of()).interval()).isNull();
    assertThat(RiskFusion.fuse(silent, List.of()).modelErrorKnown()).isFalse();
    assertThat(RiskFusion.fuse(silent, List.of(aldh2(1))).modelErrorKnown()).isFalse();
    assertThat(RiskFusion.fuse(silent, List.of(aldh2(1))).interval()).isNotNull();
  }

  @Test
  void whatMayNotEnterStandsBesideWithItsReason() {
    FusionFactor good = score(1.15, 1, 1, Link.HAZARD);
    List<FusionFactor> factors = new ArrayList<>();
    factors.add(with(good, "unverified", "cvd", Set.of("KR"), Set.of("a"), false));
    factors.add(with(good, "stroke", "stroke", Set.of("KR"), Set.of("b"), true));
    factors.add(with(good, "europeans", "cvd", Set.of("GB"), Set.of("c"), true));
    factors.add(with(good, "smoking", "cvd", Set.of("KR"), Set.of("smoking"), true));
    factors.add(good);
    factors.add(with(good, "second_score", "cvd", Set.of("KR"), Set.of("genes"), true));
    factors.add(
        with(score(1.15, 3.2, 1, Link.HAZARD), "far", "cvd", Set.of("KR"), Set.of("d"), true));
    factors.add(
        with(score(1.15, 1, 1, Link.HAZARD, null), "bare", "cvd", Set.of("KR"), Set.of("e"), true));
    factors.add(unspread());

    FusedRisk fused = RiskFusion.fuse(baseline(0.1), factors);

    assertThat(fused.contributions())
        .singleElement()
        .extracting(c -> c.factor().id())
        .isEqualTo("score");
    assertThat(fused.beside())
        .extracting(b -> b.factor().id() + " " + b.why())
        .containsExactlyInAnyOrder(
            "unverified " + Why.UNVERIFIED,
            "stroke " + Why.OTHER_OUTCOME,
            "europeans " + Why.OTHER_POPULATION,
            "smoking " + Why.ALREADY_IN_BASELINE,
            "second_score " + Why.OVERLAPS_ANOTHER,
            "far " + Why.BEYOND_EVIDENCE,
            "bare " + Why.NO_INTERVAL,
            "unspread " + Why.NO_DISTRIBUTION);
    assertThat(fused.risk()).isEqualTo(fused(0.1, good));
  }

  @Test
  void aRiskThatWouldLeaveTheBoundsStaysTheBaseline() {
    FusedRisk fused = RiskFusion.fuse(baseline(0.002), List.of(aldh2(2), habit(1)));

    assertThat(fused.risk()).isEqualTo(0.002);
    assertThat(fused.beside()).extracting(FusedRisk.Beside::why).containsOnly(Why.OUT_OF_BOUNDS);
  }

  private static FusionFactor unspread() {
    return new FusionFactor(
        "unspread",
        Kind.LIFESTYLE,
        "cvd",
        Set.of("KR"),
        Set.of("f"),
        Link.HAZARD,
        new Effect.Levels(
            List.of(new Effect.Level("no", null, 0, 0.0), new Effect.Level("yes", null, 0.3, 0.1)),
            1),
        true);
  }

  private static FusionFactor with(
      FusionFactor factor,
      String id,
      String outcome,
      Set<String> populations,
      Set<String> carries,
      boolean verified) {
    return new FusionFactor(
        id, factor.kind(), outcome, populations, carries, factor.link(), factor.effect(), verified);
  }

  private static double width(FusedRisk fused) {
    FusedRisk.Range range = fused.interval();
    assertThat(range).isNotNull();
    return range == null ? 0 : range.high() - range.low();
  }
}
