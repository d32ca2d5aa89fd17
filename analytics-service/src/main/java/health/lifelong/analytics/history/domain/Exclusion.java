package health.lifelong.analytics.history.domain;

/** Why a value is kept and shown, but in no series and in no model. */
public enum Exclusion {
  NO_DATE,
  /** Waits for a clinician. */
  HELD,
  IMPLAUSIBLE,
  PRELIMINARY,
  NOT_A_NUMBER,
  UNIT,
  /** Only a bound was reported, such as "&lt; 0.3". */
  BEYOND_LIMIT,
  /** Another value of the same visit stands for it. */
  REPEATED,
  UNDER_18,
  PREGNANCY,
  DIALYSIS,
  TRANSPLANT,
  CANCER_THERAPY
}
