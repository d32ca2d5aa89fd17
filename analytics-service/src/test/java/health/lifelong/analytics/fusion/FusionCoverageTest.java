package health.lifelong.analytics.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.fusion.algorithm.RiskFusion;
import health.lifelong.analytics.fusion.domain.Effect;
import health.lifelong.analytics.fusion.domain.FusedRisk;
import health.lifelong.analytics.fusion.domain.FusionBaseline;
import health.lifelong.analytics.fusion.domain.FusionFactor;
import health.lifelong.analytics.fusion.domain.FusionFactor.Kind;
import health.lifelong.analytics.fusion.domain.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How often the interval of a fused risk holds the true risk of a person. For every person all
 * studies are made anew: each reports an effect with its error, as papers do.
 */
class FusionCoverageTest {
  private static final long SEED = 20261126;
  private static final double BASELINE_ERROR = 0.12;
  private static final double SCORE_ERROR = 0.06;
  private static final double[] GENOTYPE_ERROR = {0, 0.12, 0.25};
  private static final double[] HABIT_ERROR = {0, 0.05};

  @Test
  void theIntervalHoldsTheTruthInNinetyFivePerCentWithinOnePoint() {
    coverage(2_500);
  }

  @Test
  @Tag("long")
  void ofManyPeopleTheIntervalHoldsTheTruthInNinetyFivePerCentWithinOnePoint() {
    coverage(50_000);
  }

  private static void coverage(int people) {
    for (double risk : new double[] {0.03, 0.15}) {
      for (double reach : new double[] {1, 0.8}) {
        Random random = new Random(SEED);
        SimulatedWorld world = new SimulatedWorld(risk, reach, random);
        int held = 0;
        for (int i = 0; i < people; i++) {
          held += holds(world, risk, reach, random) ? 1 : 0;
        }
        double share = (double) held / people;
        System.out.printf(
            "seed %d, mean risk %.2f, reach %.1f: interval holds the truth %.4f of %d%n",
            SEED, risk, reach, share, people);
        assertThat(share).isBetween(0.94, 0.96);
      }
    }
  }

  private static boolean holds(SimulatedWorld world, double risk, double reach, Random random) {
    SimulatedWorld.Person person = world.person(random);
    while (Math.abs(person.read()) > 3) {
      person = world.person(random);
    }
    double hazard = -Math.log1p(-risk) * Math.exp(BASELINE_ERROR * random.nextGaussian());
    FusionBaseline baseline =
        new FusionBaseline("event", 10, -Math.expm1(-hazard), BASELINE_ERROR, "KR", Set.of());
    FusedRisk fused =
        RiskFusion.fuse(
            baseline,
            List.of(
                factor(
                    "score",
                    Kind.GENETIC,
                    new Effect.PerDeviation(
                        person.read(),
                        SimulatedWorld.SCORE + SCORE_ERROR * random.nextGaussian(),
                        SCORE_ERROR,
                        reach)),
                factor(
                    "gene",
                    Kind.GENETIC,
                    levels(
                        SimulatedWorld.GENOTYPE,
                        SimulatedWorld.GENOTYPE_SHARE,
                        GENOTYPE_ERROR,
                        person.genotype(),
                        random)),
                factor(
                    "habit",
                    Kind.LIFESTYLE,
                    levels(
                        SimulatedWorld.HABIT,
                        SimulatedWorld.HABIT_SHARE,
                        HABIT_ERROR,
                        person.habit(),
                        random))));
    assertThat(fused.contributions()).hasSize(3);
    FusedRisk.Range range = Objects.requireNonNull(fused.interval());
    double truth = world.risk(person);
    return range.low() <= truth && truth <= range.high();
  }

  private static Effect levels(
      double[] truth, double[] shares, double[] errors, int mine, Random random) {
    List<Effect.Level> levels = new ArrayList<>();
    for (int i = 0; i < truth.length; i++) {
      double reported = truth[i] + errors[i] * random.nextGaussian();
      levels.add(new Effect.Level("class " + i, shares[i], reported, errors[i]));
    }
    return new Effect.Levels(levels, mine);
  }

  private static FusionFactor factor(String id, Kind kind, Effect effect) {
    return new FusionFactor(id, kind, "event", Set.of("KR"), Set.of(id), Link.HAZARD, effect, true);
  }
}
