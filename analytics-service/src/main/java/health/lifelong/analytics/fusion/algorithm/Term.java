package health.lifelong.analytics.fusion.algorithm;

import health.lifelong.analytics.fusion.domain.Effect;
import health.lifelong.analytics.fusion.domain.FusionFactor;
import health.lifelong.analytics.fusion.domain.Link;
import java.util.List;
import java.util.Objects;

/**
 * One factor as a function of its uncertain numbers. For a score these are the effect per standard
 * deviation and the part of the score that was not read; for classes the log ratio of each.
 *
 * @param errors standard error of each uncertain number
 */
record Term(FusionFactor factor, List<Double> errors) {

  Term {
    errors = List.copyOf(errors);
  }

  static Term of(FusionFactor factor) {
    return switch (factor.effect()) {
      case Effect.PerDeviation score -> {
        double reach = score.reach();
        double unread =
            StrictMath.abs(score.logRatio())
                * StrictMath.sqrt(StrictMath.max(0, 1 - reach * reach));
        yield new Term(factor, List.of(Objects.requireNonNull(score.standardError()), unread));
      }
      case Effect.Levels levels ->
          new Term(
              factor,
              levels.levels().stream()
                  .map(level -> Objects.requireNonNull(level.standardError()))
                  .toList());
    };
  }

  /** The risk after this factor, all numbers at their best estimates. */
  double risk(double before) {
    return risk(before, new double[errors.size()]);
  }

  /** The risk after this factor with its uncertain numbers moved by {@code offsets}. */
  double risk(double before, double[] offsets) {
    Link link = factor.link();
    double shift =
        switch (factor.effect()) {
          case Effect.PerDeviation score -> shift(link, before, score, offsets);
          case Effect.Levels levels -> shift(link, before, levels, offsets);
        };
    return shift == 0 ? before : link.risk(link.of(before) + shift);
  }

  private static double shift(
      Link link, double before, Effect.PerDeviation score, double[] offsets) {
    double perDeviation = (score.logRatio() + offsets[0]) * score.reach();
    double constant = MeanPreserving.ofScore(link, before, perDeviation);
    return perDeviation * score.z() - constant + offsets[1];
  }

  private static double shift(Link link, double before, Effect.Levels effect, double[] offsets) {
    List<Effect.Level> levels = effect.levels();
    double[] ratios = new double[levels.size()];
    double[] shares = new double[levels.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = levels.get(i).logRatio() + offsets[i];
      shares[i] = Objects.requireNonNull(levels.get(i).share());
    }
    return ratios[effect.mine()] - MeanPreserving.ofLevels(link, before, ratios, shares);
  }
}
