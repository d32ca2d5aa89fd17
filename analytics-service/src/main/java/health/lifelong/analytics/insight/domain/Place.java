package health.lifelong.analytics.insight.domain;

/** Where a screen puts an insight. */
public enum Place {
  CHANGED,
  MATTERS,
  NEXT,
  STABLE,
  CONTEXT
}
