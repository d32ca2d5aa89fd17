package health.lifelong.analytics.fusion.domain;

/** What the rs671 genotype does to the enzyme ALDH2. */
public enum Aldh2 {
  /** GG. */
  ACTIVE,
  /** GA: strongly reduced. */
  REDUCED,
  /** AA. */
  INACTIVE
}
