package health.lifelong.analytics.screening.domain;

/** The class a national screening programme gives to a value, from best to worst. */
public enum ScreeningClass {
  /** 정상A. */
  A,
  /** 정상B(경계). */
  B,
  /** 질환의심. */
  SUSPECT
}
