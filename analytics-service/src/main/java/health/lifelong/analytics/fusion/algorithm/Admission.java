package health.lifelong.analytics.fusion.algorithm;

import health.lifelong.analytics.fusion.domain.Effect;
import health.lifelong.analytics.fusion.domain.FusedRisk.Beside;
import health.lifelong.analytics.fusion.domain.FusedRisk.Why;
import health.lifelong.analytics.fusion.domain.FusionBaseline;
import health.lifelong.analytics.fusion.domain.FusionFactor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which factors may enter a risk: same outcome, measured in this population, not already in the
 * baseline, with an interval and with a known spread. Of two that carry the same thing the first
 * enters: habits before genes, then in the caller's order.
 */
record Admission(List<FusionFactor> entering, List<Beside> beside) {
  /** Scores are trusted up to here (genomics reference, 7.3). */
  private static final double FARTHEST_Z = 3;

  private static final double SHARES_SUM = 1e-6;

  static Admission of(FusionBaseline baseline, List<FusionFactor> factors) {
    List<FusionFactor> entering = new ArrayList<>();
    List<Beside> beside = new ArrayList<>();
    Set<String> carried = new HashSet<>();
    List<FusionFactor> ordered =
        factors.stream().sorted(Comparator.comparing(FusionFactor::kind)).toList();
    for (FusionFactor factor : ordered) {
      Optional<Why> objection = objection(baseline, factor);
      if (objection.isEmpty() && !Collections.disjoint(carried, factor.carries())) {
        objection = Optional.of(Why.OVERLAPS_ANOTHER);
      }
      if (objection.isPresent()) {
        beside.add(new Beside(factor, objection.get()));
      } else {
        entering.add(factor);
        carried.addAll(factor.carries());
      }
    }
    return new Admission(List.copyOf(entering), List.copyOf(beside));
  }

  private static Optional<Why> objection(FusionBaseline baseline, FusionFactor factor) {
    if (!factor.verified()) {
      return Optional.of(Why.UNVERIFIED);
    }
    if (!factor.outcome().equals(baseline.outcome())) {
      return Optional.of(Why.OTHER_OUTCOME);
    }
    if (!factor.populations().contains(baseline.population())) {
      return Optional.of(Why.OTHER_POPULATION);
    }
    if (!Collections.disjoint(baseline.holds(), factor.carries())) {
      return Optional.of(Why.ALREADY_IN_BASELINE);
    }
    return switch (factor.effect()) {
      case Effect.PerDeviation score -> objection(score);
      case Effect.Levels levels -> objection(levels);
    };
  }

  private static Optional<Why> objection(Effect.PerDeviation score) {
    if (score.standardError() == null) {
      return Optional.of(Why.NO_INTERVAL);
    }
    return StrictMath.abs(score.z()) <= FARTHEST_Z
        ? Optional.empty()
        : Optional.of(Why.BEYOND_EVIDENCE);
  }

  private static Optional<Why> objection(Effect.Levels levels) {
    if (levels.levels().stream().anyMatch(level -> level.standardError() == null)) {
      return Optional.of(Why.NO_INTERVAL);
    }
    double sum = 0;
    for (Effect.Level level : levels.levels()) {
      Double share = level.share();
      if (share == null || !(share >= 0)) {
        return Optional.of(Why.NO_DISTRIBUTION);
      }
      sum += share;
    }
    return StrictMath.abs(sum - 1) <= SHARES_SUM
        ? Optional.empty()
        : Optional.of(Why.NO_DISTRIBUTION);
  }
}
