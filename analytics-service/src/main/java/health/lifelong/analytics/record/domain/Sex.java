package health.lifelong.analytics.record.domain;

/** Sex at birth; where it was not told there is no value, never a default. */
public enum Sex {
  FEMALE,
  MALE
}
