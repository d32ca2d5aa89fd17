package health.lifelong.analytics.insight.domain;

/** A result or a refusal, never both. */
public sealed interface Outcome {

  /** What the model says. */
  record Result(Facts facts) implements Outcome {}

  /**
   * Why it says nothing.
   *
   * @param detail one sentence without any value of the person
   * @param wouldHelp the question to ask, or the measurement that would say most
   */
  record Refusal(Reason reason, String detail, String wouldHelp) implements Outcome {}

  /** Why a model says nothing. */
  enum Reason {
    INPUT_MISSING,
    OUT_OF_RANGE,
    POPULATION,
    CONSENT,
    UNKNOWN_HISTORY,
    NOT_RELEASED,
    COVERAGE,
    NOT_SERVED
  }
}
