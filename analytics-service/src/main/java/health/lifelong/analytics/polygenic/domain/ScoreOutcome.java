package health.lifelong.analytics.polygenic.domain;

/** A score, or why there is none. */
public sealed interface ScoreOutcome {
  String id();

  record Scored(ScoreResult result) implements ScoreOutcome {
    @Override
    public String id() {
      return result.id();
    }
  }

  record Refused(String id, Reason reason) implements ScoreOutcome {}

  /** Why a score was not computed. */
  enum Reason {
    GENOME_BUILD_UNKNOWN,
    /** The file does not say in which build its positions are: use the harmonised file. */
    SCORE_BUILD_NOT_STATED,
    BUILDS_DIFFER,
    NOTHING_MATCHED
  }
}
