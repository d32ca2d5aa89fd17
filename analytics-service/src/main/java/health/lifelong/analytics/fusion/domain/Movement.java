package health.lifelong.analytics.fusion.domain;

import java.time.LocalDate;

/** Where one signal went between its first and its last value: a direction, never a size. */
public record Movement(String subject, Direction direction, LocalDate from, LocalDate to) {

  /** The direction. */
  public enum Direction {
    UP,
    DOWN,
    SAME,
    /** Moved, but no more than chance moves it. */
    CHANCE,
    /** One value only: no direction. */
    ONCE
  }
}
