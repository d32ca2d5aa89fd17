package health.lifelong.analytics.insight.domain;

/**
 * The parts of what an engine reads of one person. A change is told by the part that differs, and
 * only what depends on it is computed anew.
 */
public enum InputPart {
  /** Sex, birth, what consent withholds, and what a safety notice silences: every rule reads it. */
  PERSON,
  CHECKUP,
  GENOME,
  LIFESTYLE,
  /** The day the report is of. */
  DAY
}
