package health.lifelong.analytics.metabolic.algorithm;

import java.util.Optional;

/** One of the five criteria as far as it is known. */
enum Criterion {
  MET,
  NOT_MET,
  UNKNOWN;

  /** A single statement; unknown where it is absent. */
  static Criterion of(Optional<Boolean> statement) {
    return statement.map(holds -> holds ? MET : NOT_MET).orElse(UNKNOWN);
  }

  /** Met if either is, not met only if both are known not to be. */
  Criterion or(Criterion other) {
    if (this == MET || other == MET) {
      return MET;
    }
    return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : NOT_MET;
  }
}
