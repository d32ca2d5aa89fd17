package health.lifelong.analytics.evidence.domain;

import health.lifelong.analytics.model.domain.ModelResult.Refused;

/** A published figure for this amount, or why there is none. */
public sealed interface EvidenceResult permits EvidenceEstimate, EvidenceResult.NoEstimate {
  /** No figure, and why. */
  record NoEstimate(Refused refusal) implements EvidenceResult {}
}
