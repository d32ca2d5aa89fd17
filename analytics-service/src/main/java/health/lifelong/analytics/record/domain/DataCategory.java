package health.lifelong.analytics.record.domain;

/** Categories of personal data that consent opens one by one. */
public enum DataCategory {
  IDENTITY,
  CHECKUP,
  GENETIC_REPORT,
  GENETIC_RAW,
  LIFESTYLE,
  SPECIAL
}
