package health.lifelong.analytics.insight.domain;

/** Who may read an insight. */
public enum Channel {
  PERSON,
  /** Held until a clinician releases it. */
  CLINICIAN
}
