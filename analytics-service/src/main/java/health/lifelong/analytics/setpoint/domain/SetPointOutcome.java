package health.lifelong.analytics.setpoint.domain;

import health.lifelong.analytics.model.domain.ModelResult;

/** A report, or a refusal with its reason. */
public sealed interface SetPointOutcome permits SetPointReport, SetPointOutcome.NoReport {
  /** No report, and why. */
  record NoReport(ModelResult.Refused refusal) implements SetPointOutcome {}
}
