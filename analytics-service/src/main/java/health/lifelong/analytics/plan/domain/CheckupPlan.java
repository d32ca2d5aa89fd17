package health.lifelong.analytics.plan.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The next checkup.
 *
 * @param next its day; the day of the plan where something is due already
 * @param due what it is for, soonest first
 * @param later what is not needed at it, and when it will be
 */
public record CheckupPlan(LocalDate next, List<Due> due, List<Due> later) {

  public CheckupPlan {
    due = List.copyOf(due);
    later = List.copyOf(later);
  }

  /**
   * Tests with their day.
   *
   * @param last day they were last done; null where never
   * @param months the interval that led to {@code day}; 0 where never done
   */
  public record Due(
      String id,
      List<String> items,
      Reason reason,
      LocalDate day,
      @Nullable LocalDate last,
      int months,
      String source) {
    public Due {
      items = List.copyOf(items);
    }
  }

  /** Why something is due. */
  public enum Reason {
    /** A result asked for a second look and never got one. */
    LEFT_OPEN,
    /** A result asks for a second look. */
    SECOND_LOOK,
    /** The schedule has it and the record does not. */
    NEVER_DONE,
    /** The person's own result makes it due sooner. */
    SOONER,
    /** The schedule. */
    ROUTINE,
    /** It would let the models say most. */
    WOULD_SAY_MORE
  }
}
