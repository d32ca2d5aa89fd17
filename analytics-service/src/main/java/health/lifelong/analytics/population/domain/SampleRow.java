package health.lifelong.analytics.population.domain;

/** What a row of a sample comes to. */
public sealed interface SampleRow permits Subject, SampleRow.LeftOut {
  /** A row that cannot be used, and why, in a few stable words. */
  record LeftOut(String reason) implements SampleRow {}
}
