package health.lifelong.analytics.history.domain;

/**
 * Treatments, diseases and states that models need; most of their codes are in {@code
 * clinical-concepts.csv}.
 */
public enum Concept {
  BP_TREATED,
  STATIN,
  GLUCOSE_LOWERING,
  /** Medicine for high triglyceride or low HDL as the metabolic syndrome means it. */
  FIBRATE_OR_NIACIN,
  DIABETES,
  CHD,
  STROKE,
  PAD,
  HEART_FAILURE,
  CHRONIC_KIDNEY_DISEASE,
  FAMILIAL_HYPERCHOLESTEROLAEMIA,
  PREGNANCY,
  DIALYSIS,
  TRANSPLANT,
  CANCER_THERAPY
}
