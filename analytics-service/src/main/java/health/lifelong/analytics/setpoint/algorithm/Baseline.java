package health.lifelong.analytics.setpoint.algorithm;

import health.lifelong.analytics.setpoint.domain.Interval;
import health.lifelong.analytics.setpoint.domain.Prior;
import health.lifelong.analytics.setpoint.domain.SetPoint;
import health.lifelong.analytics.setpoint.domain.Visit;
import health.lifelong.analytics.setpoint.domain.VisitVerdict.Expectation;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's level along one line of visits, and what it expects of the next one.
 *
 * <p>Two things protect it from what the normal model does not know. A visit far outside its own
 * prediction waits and leaves the level alone: the next visit either confirms it, by falling
 * outside on the same side, or leaves it out for good; where the level rested on one visit only,
 * two that agree outvote it. And the width of the prediction follows the person: the squares of
 * their own prediction errors join the assumed ones in a shrunken ratio to the published variance,
 * of which the assumed part is certain, so that Student's quantile has Satterthwaite's (assumed +
 * own)^2 / own degrees of freedom.
 */
final class Baseline {
  private static final double DAYS_PER_YEAR = 365.25;

  private final Prior prior;
  private final Posterior level;
  private final @Nullable LocalDate day;
  private final double squares;
  private final int errors;
  private final int seen;
  private final double step;
  private final @Nullable Waiting waiting;
  private final List<Integer> leftOut;

  /** A visit that lies far outside, and what was known before it. */
  private record Waiting(Posterior before, Visit visit, int place, boolean above) {}

  private Baseline(
      Prior prior,
      Posterior level,
      @Nullable LocalDate day,
      double squares,
      int errors,
      int seen,
      double step,
      @Nullable Waiting waiting,
      List<Integer> leftOut) {
    this.prior = prior;
    this.level = level;
    this.day = day;
    this.squares = squares;
    this.errors = errors;
    this.seen = seen;
    this.step = step;
    this.waiting = waiting;
    this.leftOut = leftOut;
  }

  /** Before the first visit. */
  static Baseline before(Prior prior) {
    return new Baseline(
        prior, Posterior.before(prior), null, 0, 0, 0, prior.step(), null, List.of());
  }

  /** After one more visit, not before the last one. */
  Baseline after(Visit visit) {
    Posterior expected = on(visit.date());
    if (seen == 0) {
      return next(visit, expected.after(visit.value()), squares, errors, leftOut);
    }
    double error = expected.error(visit.value());
    if (waiting != null && waiting.above() == error > 0 && StrictMath.abs(error) > deviations()) {
      return confirmed(waiting, visit);
    }
    double far = prior.noiseModel().farOutside();
    if (StrictMath.abs(error) > far * width()) {
      Waiting now = new Waiting(expected, visit, seen, error > 0);
      double reported = prior.stepOf(visit.value());
      return new Baseline(
          prior,
          expected,
          visit.date(),
          squares,
          errors,
          seen + 1,
          reported,
          now,
          with(leftOut, seen));
    }
    double square = StrictMath.min(error * error, far * far);
    return next(visit, expected.after(visit.value()), squares + square, errors + 1, leftOut);
  }

  private Baseline confirmed(Waiting first, Visit second) {
    List<Integer> out = new ArrayList<>(leftOut);
    out.remove(Integer.valueOf(first.place()));
    Posterior before = first.before();
    if (before.visits() == 1) {
      before = Posterior.before(prior);
      out = with(out, 0);
    }
    double years = years(first.visit().date(), second.date());
    Posterior both = before.after(first.visit().value()).later(years).after(second.value());
    return next(second, both, squares, errors, out);
  }

  private Baseline next(
      Visit visit, Posterior after, double newSquares, int newErrors, List<Integer> out) {
    double reported = prior.stepOf(visit.value());
    return new Baseline(
        prior,
        after,
        visit.date(),
        newSquares,
        newErrors,
        seen + 1,
        reported,
        null,
        List.copyOf(out));
  }

  /**
   * Where a visit on this day lies with probability 0.95 if nothing has changed.
   *
   * @param step what its value is rounded to; zero where it is not
   */
  Interval prediction(LocalDate on, double step) {
    return on(on).prediction(deviations(), step);
  }

  /** Where this visit lies against its prediction. */
  Expectation expectation(Visit visit) {
    Interval prediction = prediction(visit.date(), prior.stepOf(visit.value()));
    if (prediction.contains(visit.value())) {
      return Expectation.WITHIN;
    }
    return visit.value() > prediction.high() ? Expectation.ABOVE : Expectation.BELOW;
  }

  /** What is expected of a visit on this day. */
  Posterior on(LocalDate date) {
    return day == null ? level : level.later(years(day, date));
  }

  /** The level on the day of the last visit, and what a visit a year later should be. */
  SetPoint setPoint() {
    return level.setPoint(level.later(1).prediction(deviations(), step));
  }

  /** Places of the visits that are not in the level, the first being 0. */
  List<Integer> leftOut() {
    return leftOut;
  }

  /** How much wider than published this person's predictions are. */
  double width() {
    return StrictMath.sqrt(ratio());
  }

  /** The person's own prediction errors against the published variance, shrunken to 1. */
  private double ratio() {
    double assumed = prior.noiseModel().assumedErrors();
    return (assumed + squares) / (assumed + errors);
  }

  private double deviations() {
    if (errors == 0) {
      return StudentQuantile.NORMAL;
    }
    double all = prior.noiseModel().assumedErrors() + errors;
    return StudentQuantile.of(StrictMath.max(10, all * all / errors)) * width();
  }

  private static double years(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to) / DAYS_PER_YEAR;
  }

  private static List<Integer> with(List<Integer> places, int place) {
    List<Integer> more = new ArrayList<>(places);
    more.add(place);
    return more;
  }
}
