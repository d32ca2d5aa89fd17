package health.lifelong.analytics.polygenic.domain;

import java.util.List;

/** What became of a scoring file. */
public sealed interface ScoringFileOutcome {

  /** The scores of the file: one, or one an accession. */
  record Accepted(List<ScoringFile> scores) implements ScoringFileOutcome {
    public Accepted {
      scores = List.copyOf(scores);
    }
  }

  /**
   * @param line of the file, from 1; 0 where the file as a whole is meant
   */
  record Refused(Reason reason, int line) implements ScoringFileOutcome {}

  /** Why a file is no score. */
  enum Reason {
    NOT_READABLE,
    EMPTY,
    UNKNOWN_FORMAT_VERSION,
    NO_EFFECT_ALLELE_COLUMN,
    NO_WEIGHT_COLUMN,
    EFFECT_ALLELE_MISSING,
    WEIGHT_NOT_A_NUMBER,
    POSITION_NOT_A_NUMBER,
    BOTH_DOMINANT_AND_RECESSIVE,
    /** Neither an rsID nor a position, in a file that is not harmonised. */
    ROW_WITHOUT_PLACE,
    TOO_MANY_ROWS
  }
}
