package health.lifelong.analytics.history.domain;

import java.time.LocalDate;

/** What was answered about alcohol at one visit. */
public sealed interface Drinking {

  /** Does not drink. */
  record Abstains(LocalDate date, String basis) implements Drinking {}

  /**
   * Drinks, and how much: pure alcohol in grams a week, as the range that the answers allow.
   *
   * @param basis the items it was read from
   */
  record Grams(double lowPerWeek, double highPerWeek, LocalDate date, String basis)
      implements Drinking {}

  /** Drinks, how much is not told. */
  record AmountUnknown(LocalDate date, String basis) implements Drinking {}

  /** Not asked or not answered. */
  record Unknown() implements Drinking {}
}
