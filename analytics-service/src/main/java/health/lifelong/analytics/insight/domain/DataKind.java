package health.lifelong.analytics.insight.domain;

/** The kinds of data that can go into an insight. */
public enum DataKind {
  CHECKUP,
  GENOME,
  LIFESTYLE
}
