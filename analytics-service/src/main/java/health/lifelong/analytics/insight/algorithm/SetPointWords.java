package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.insight.domain.Place;
import health.lifelong.analytics.pack.domain.Interval;
import health.lifelong.analytics.pack.domain.Message;
import health.lifelong.analytics.setpoint.domain.PopulationInterval;
import health.lifelong.analytics.setpoint.domain.SetPointReport;
import health.lifelong.analytics.setpoint.domain.VisitVerdict;
import health.lifelong.analytics.setpoint.domain.VisitVerdict.Expectation;
import health.lifelong.analytics.setpoint.domain.VisitVerdict.Verdict;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which sentence a set-point report asks for: first visit, stable, within chance, changed, or
 * stable outside the common range (the table of the wording rules).
 *
 * @param count how many earlier visits the sentence speaks of
 */
record SetPointWords(Message message, Place place, String count) {
  /** Up to this share of the change that chance makes, a value is "much like" the last ones. */
  private static final double MUCH_LIKE = 0.5;

  static SetPointWords of(SetPointReport report, Optional<Interval> decisionLimit) {
    VisitVerdict last = report.verdicts().getLast();
    int earlier = report.currentLine().size() - 1;
    Side side = Side.of(report.basis().interval(), decisionLimit, last.value());
    if (earlier == 0) {
      return words(
          first(side), side == Side.INSIDE || side == Side.UNKNOWN ? Place.STABLE : Place.NEXT, 0);
    }
    int direction = changed(report, last);
    if (direction != 0) {
      return words(direction > 0 ? up(side) : down(side), Place.CHANGED, earlier);
    }
    if (side == Side.ABOVE) {
      return words(Message.SETPOINT_HIGH_STABLE, Place.NEXT, earlier);
    }
    if (side == Side.BELOW) {
      return words(Message.SETPOINT_LOW_STABLE, Place.NEXT, earlier);
    }
    if (side == Side.PAST_LIMIT) {
      return words(Message.SETPOINT_LIMIT_STABLE, Place.NEXT, earlier);
    }
    return words(unchanged(last, earlier), Place.STABLE, earlier);
  }

  /**
   * Beyond the RCV from the visit before, or outside what the person's own visits predicted: up 1,
   * down -1, else 0.
   */
  private static int changed(SetPointReport report, VisitVerdict last) {
    if (last.verdict() == Verdict.RISE || last.verdict() == Verdict.FALL) {
      return last.verdict() == Verdict.RISE ? 1 : -1;
    }
    Expectation expectation = last.expectation();
    if (expectation != null && expectation != Expectation.WITHIN) {
      return expectation == Expectation.ABOVE ? 1 : -1;
    }
    VisitVerdict against = report.lastAgainstEarlier();
    if (against == null || expectation != null) {
      return 0;
    }
    return switch (against.verdict()) {
      case RISE -> 1;
      case FALL -> -1;
      case FIRST, STABLE -> 0;
    };
  }

  private static Message first(Side side) {
    return switch (side) {
      case ABOVE -> Message.SETPOINT_FIRST_HIGH;
      case BELOW -> Message.SETPOINT_FIRST_LOW;
      case INSIDE, PAST_LIMIT, UNKNOWN -> Message.SETPOINT_FIRST;
    };
  }

  private static Message up(Side side) {
    return switch (side) {
      case ABOVE -> Message.SETPOINT_CHANGED_UP_OUTSIDE;
      case INSIDE -> Message.SETPOINT_CHANGED_UP_INSIDE;
      case BELOW, PAST_LIMIT, UNKNOWN -> Message.SETPOINT_CHANGED_UP;
    };
  }

  private static Message down(Side side) {
    return switch (side) {
      case BELOW -> Message.SETPOINT_CHANGED_DOWN_OUTSIDE;
      case INSIDE -> Message.SETPOINT_CHANGED_DOWN_INSIDE;
      case ABOVE, PAST_LIMIT, UNKNOWN -> Message.SETPOINT_CHANGED_DOWN;
    };
  }

  private static Message unchanged(VisitVerdict last, int earlier) {
    Double change = last.changePct();
    double share =
        change == null ? 0 : change / (change >= 0 ? last.rcvUpPct() : -last.rcvDownPct());
    if (StrictMath.abs(share) <= MUCH_LIKE) {
      return earlier == 1 ? Message.SETPOINT_STABLE_ONCE : Message.SETPOINT_STABLE;
    }
    return share > 0 ? Message.SETPOINT_CHANCE_UP : Message.SETPOINT_CHANCE_DOWN;
  }

  private static SetPointWords words(Message message, Place place, int earlier) {
    return new SetPointWords(message, place, Integer.toString(earlier));
  }

  private enum Side {
    BELOW,
    INSIDE,
    ABOVE,
    /** Common, and yet beyond a decision limit: neither "common" nor "nothing to do" is said. */
    PAST_LIMIT,
    UNKNOWN;

    /** Where a value lies in the population. */
    static Side of(
        @Nullable PopulationInterval interval, Optional<Interval> decisionLimit, double value) {
      if (interval == null) {
        return UNKNOWN;
      }
      if (value < interval.lower()) {
        return BELOW;
      }
      if (value > interval.upper()) {
        return ABOVE;
      }
      return decisionLimit.filter(limit -> beyond(limit, value)).isPresent() ? PAST_LIMIT : INSIDE;
    }

    private static boolean beyond(Interval limit, double value) {
      BigDecimal exact = BigDecimal.valueOf(value);
      BigDecimal lower = limit.lower();
      BigDecimal upper = limit.upper();
      return (lower != null && exact.compareTo(lower) < 0)
          || (upper != null && exact.compareTo(upper) > 0);
    }
  }
}
