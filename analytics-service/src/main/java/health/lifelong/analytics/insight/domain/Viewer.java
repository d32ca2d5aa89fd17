package health.lifelong.analytics.insight.domain;

/** Who asks. */
public enum Viewer {
  PERSON,
  CLINICIAN
}
