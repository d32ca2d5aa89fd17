package health.lifelong.analytics.history.domain;

import java.time.LocalDate;

/** Whether something holds of the person. Nobody asked is not "no". */
public sealed interface Answer {

  /** It holds. {@code since} is the day it was stated. */
  record Yes(LocalDate since, String basis) implements Answer {}

  /** It was asked in full and does not hold. */
  record No(LocalDate asked, String basis) implements Answer {}

  /** Nobody asked, or too long ago. */
  record Unknown() implements Answer {}
}
