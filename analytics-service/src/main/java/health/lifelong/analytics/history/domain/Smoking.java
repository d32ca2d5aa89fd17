package health.lifelong.analytics.history.domain;

import java.time.LocalDate;

/** What was answered about smoking. */
public sealed interface Smoking {

  /** An answer. */
  record Told(Status status, LocalDate date) implements Smoking {}

  /** Not asked, not answered, or too long ago. */
  record Unknown() implements Smoking {}

  /** Smoking status of the questionnaire. */
  enum Status {
    HAS_NOT_SMOKED,
    FORMER,
    CURRENT
  }
}
