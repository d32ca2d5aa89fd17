package health.lifelong.analytics.pack.domain;

/** Whether the pack's law and contract let disease risk and drug advice be served at all. */
public enum PackMode {
  WELLNESS,
  CLINICAL
}
