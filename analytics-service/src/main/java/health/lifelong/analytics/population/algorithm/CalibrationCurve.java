package health.lifelong.analytics.population.algorithm;

import health.lifelong.analytics.population.domain.Calibration;
import health.lifelong.analytics.population.domain.CalibrationGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Calibration of predicted probabilities of an event by a horizon, with censored follow-up:
 * observed risk by Kaplan-Meier, intercept and slope by a logistic regression weighted for
 * censoring (Van Calster et al., BMC Med 2019;17:230).
 */
public final class CalibrationCurve {
  private static final int GROUPS = 10;

  /** A probability of exactly 0 or 1 has no logit; it is read as this close to it. */
  private static final double EDGE = 1e-9;

  private CalibrationCurve() {}

  /**
   * The calibration; empty where nobody is followed to the horizon or the regression has no
   * solution.
   *
   * @param probability predicted, 0 to 1
   * @param horizon in months
   */
  public static Optional<Calibration> of(
      double[] probability, double[] months, boolean[] died, double horizon) {
    OptionalDouble survival = KaplanMeier.ofDeaths(months, died).at(horizon);
    double[] weights = CensoringWeights.of(months, died, horizon);
    double[] logit = new double[probability.length];
    boolean[] event = new boolean[probability.length];
    double sum = 0;
    for (int i = 0; i < logit.length; i++) {
      double p = StrictMath.max(EDGE, StrictMath.min(1 - EDGE, probability[i]));
      logit[i] = StrictMath.log(p / (1 - p));
      event[i] = died[i] && months[i] <= horizon;
      sum += probability[i];
    }
    Optional<LogisticFit> large = LogisticFit.atUnitSlope(logit, event, weights);
    Optional<LogisticFit> free = LogisticFit.of(logit, event, weights);
    if (survival.isEmpty() || large.isEmpty() || free.isEmpty()) {
      return Optional.empty();
    }
    double predicted = sum / probability.length;
    double observed = 1 - survival.getAsDouble();
    return Optional.of(
        new Calibration(
            predicted,
            observed,
            observed / predicted,
            large.get().intercept(),
            free.get().slope(),
            groups(probability, months, died, horizon)));
  }

  private static List<CalibrationGroup> groups(
      double[] probability, double[] months, boolean[] died, double horizon) {
    int[] order = Ranks.order(probability);
    List<CalibrationGroup> groups = new ArrayList<>();
    for (int g = 0; g < GROUPS; g++) {
      int from = (int) ((long) order.length * g / GROUPS);
      int to = (int) ((long) order.length * (g + 1) / GROUPS);
      if (to > from) {
        groups.add(group(order, from, to, probability, months, died, horizon));
      }
    }
    return groups;
  }

  private static CalibrationGroup group(
      int[] order,
      int from,
      int to,
      double[] probability,
      double[] months,
      boolean[] died,
      double horizon) {
    double[] time = new double[to - from];
    boolean[] dead = new boolean[to - from];
    double sum = 0;
    for (int i = from; i < to; i++) {
      time[i - from] = months[order[i]];
      dead[i - from] = died[order[i]];
      sum += probability[order[i]];
    }
    OptionalDouble survival = KaplanMeier.ofDeaths(time, dead).at(horizon);
    @Nullable Double observed = survival.isPresent() ? 1 - survival.getAsDouble() : null;
    return new CalibrationGroup(to - from, sum / (to - from), observed);
  }
}
