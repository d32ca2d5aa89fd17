package health.lifelong.analytics.stream.algorithm;

import health.lifelong.analytics.setpoint.domain.Innovation;
import health.lifelong.analytics.setpoint.domain.StreamBreak;
import health.lifelong.analytics.stream.domain.GuardSettings;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Watches one item at one centre for a shift that nobody declared: a change of analyser, reagent or
 * calibration moves everyone, a person's own change moves one.
 *
 * <p>The surprises of the last persons are summed, each weighted by how much of a shift of one
 * within-person standard deviation would show in it (the optimal weights of a likelihood ratio),
 * and compared with what was usual in the persons before them, so that a bias that was always there
 * is no break. The moving sum is tested at every person (a MOSUM test, as Chu, Hornik and Kaun,
 * 1995); its threshold holds for a year of tests together. Not thread-safe: a stream has one order.
 */
public final class StreamGuard {
  /** A mean of fewer is not normal enough for its threshold. */
  private static final int FEWEST = 25;

  private final String centre;
  private final String item;
  private final GuardSettings settings;

  private final double[] scores;
  private final double[] shifts;
  private final LocalDate[] days;
  private final Sums newest = new Sums();
  private final Usual usual;
  private int next;
  private int count;

  /** Weighted sum of surprises, and how much of a shift they would show. */
  private static final class Sums {
    private double score;
    private double information;

    void add(double score, double shift, int sign) {
      this.score += sign * shift * score;
      this.information += sign * shift * shift;
    }
  }

  /** The stream's own mean, as a share of a shift, and spread, both fading. */
  private static final class Usual {
    private final double kept;
    private double score;
    private double information;
    private double squares;
    private double persons;

    Usual(GuardSettings settings) {
      this.kept = 1 - 1.0 / settings.reference();
      this.persons = settings.assumed();
      this.squares = settings.assumed() * settings.assumedSpread() * settings.assumedSpread();
      this.information = settings.assumed() / 2.0;
    }

    void add(double score, double shift) {
      this.score = kept * this.score + shift * score;
      this.information = kept * this.information + shift * shift;
      double residual = score - shift * this.score / this.information;
      this.squares = kept * this.squares + residual * residual;
      this.persons = kept * this.persons + 1;
    }

    /** The distance of a window from the usual, in standard deviations of both together. */
    double distance(Sums window) {
      double expected = score / information * window.information;
      double variance = window.information * (1 + window.information / information);
      return (window.score - expected) / StrictMath.sqrt(variance * squares / persons);
    }
  }

  /** A guard of one stream that has seen nobody. */
  public StreamGuard(String centre, String item, GuardSettings settings) {
    this.centre = centre;
    this.item = item;
    this.settings = settings;
    this.scores = new double[settings.window()];
    this.shifts = new double[settings.window()];
    this.days = new LocalDate[settings.window()];
    this.usual = new Usual(settings);
  }

  /**
   * Sees the next person with an earlier visit.
   *
   * @return the break, if this person shows it; after one a new guard begins
   */
  public Optional<StreamBreak> accept(Innovation innovation) {
    double bound = settings.bound();
    double score = StrictMath.max(-bound, StrictMath.min(bound, innovation.error()));
    if (count == settings.window()) {
      newest.add(scores[next], shifts[next], -1);
      usual.add(scores[next], shifts[next]);
    } else {
      count++;
    }
    scores[next] = score;
    shifts[next] = innovation.shift();
    days[next] = innovation.date();
    next = (next + 1) % settings.window();
    newest.add(score, innovation.shift(), 1);
    if (count < FEWEST || StrictMath.abs(usual.distance(newest)) <= settings.threshold()) {
      return Optional.empty();
    }
    return Optional.of(new StreamBreak(centre, item, mostLikelyStart()));
  }

  /** The day from which on the newest persons lie furthest from the usual. */
  private LocalDate mostLikelyStart() {
    Sums since = new Sums();
    double furthest = 0;
    LocalDate start = days[place(1)];
    for (int back = 1; back <= count; back++) {
      int at = place(back);
      since.add(scores[at], shifts[at], 1);
      double distance = StrictMath.abs(usual.distance(since));
      if (distance > furthest) {
        furthest = distance;
        start = days[at];
      }
    }
    return start;
  }

  /** Where the person so many back is kept; the last is 1 back. */
  private int place(int back) {
    return Math.floorMod(next - back, settings.window());
  }
}
