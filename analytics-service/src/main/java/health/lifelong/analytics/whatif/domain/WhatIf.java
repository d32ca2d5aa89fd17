package health.lifelong.analytics.whatif.domain;

import org.jspecify.annotations.Nullable;

/** What moving one lever comes to, or why nothing is said of it. */
public sealed interface WhatIf {

  /** The lever. */
  Lever lever();

  /**
   * An effect, always as an interval.
   *
   * @param from where the person stands: a number in {@code unit}, or null where the lever has no
   *     number
   * @param to where it would be
   * @param low lower end of what the outcome would be multiplied with, or moved by
   * @param high upper end
   * @param people absolute risk now and afterwards; null where no model gives it
   */
  record Possible(
      Lever lever,
      @Nullable Double from,
      @Nullable Double to,
      String unit,
      double low,
      double high,
      LeverEffect evidence,
      @Nullable People people)
      implements WhatIf {}

  /**
   * An absolute risk.
   *
   * @param now probability as things stand
   * @param low lower end of the probability afterwards
   * @param high upper end
   */
  record People(double now, double low, double high) {}

  /** Nothing is said, and why. */
  record Nothing(Lever lever, Why why) implements WhatIf {}

  /** Why nothing is said of a lever. */
  enum Why {
    /** Where the person stands is not known. */
    UNKNOWN,
    /** The person already is where the lever would lead. */
    ALREADY_THERE,
    /** Moving it could harm. */
    NOT_SAFE,
    /** A state in which a clinician decides. */
    CLINICIAN_DECIDES,
    /** No study with an interval shows an effect. */
    NO_EFFECT_SHOWN
  }
}
