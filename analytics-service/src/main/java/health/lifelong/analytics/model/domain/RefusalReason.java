package health.lifelong.analytics.model.domain;

/** Why a model gives no number. */
public enum RefusalReason {
  /** A required measurement is not there. */
  INPUT_MISSING,
  /** A cell of an evaluated row is no value of its kind; never seen by a person. */
  INPUT_UNREADABLE,
  /** A value lies outside what the source allows, or where the formula has no value. */
  OUT_OF_RANGE,
  /** The model does not hold for people like this one. */
  POPULATION,
  /** A disease or treatment the model needs is unknown; unknown is never no. */
  UNKNOWN_HISTORY,
  /** The number can be computed and is never shown: unverified, unpublished or meaningless. */
  NOT_SERVED
}
