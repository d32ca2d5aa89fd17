package health.lifelong.analytics.polygenic.domain;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row of a score in one genome.
 *
 * @param target the variant it was matched to, or null
 * @param type how the alleles correspond, or null
 * @param ambiguous whether the variant reads the same on both strands
 * @param reason null for matched rows
 */
public record MatchedRow(
    ScoreRow row,
    @Nullable TargetVariant target,
    @Nullable MatchType type,
    boolean ambiguous,
    Status status,
    @Nullable Reason reason) {

  public enum Status {
    MATCHED,
    EXCLUDED,
    UNMATCHED
  }

  /** How the row's alleles correspond to the variant's; earlier ones are better. */
  public enum MatchType {
    /** Effect allele is REF, other allele is ALT. */
    REFALT,
    ALTREF,
    /** As the first two, on the other strand. */
    REFALT_FLIP,
    ALTREF_FLIP,
    /** Effect allele is REF, the row names no other. */
    NO_OA_REF,
    NO_OA_ALT,
    NO_OA_REF_FLIP,
    NO_OA_ALT_FLIP,
    /** The genome names no ALT here: its REF is one of the row's alleles. */
    MONOMORPHIC,
    /** An array, which names no REF: its bases are among the row's alleles. */
    ARRAY;

    public boolean flipped() {
      return this == REFALT_FLIP
          || this == ALTREF_FLIP
          || this == NO_OA_REF_FLIP
          || this == NO_OA_ALT_FLIP;
    }

    /** As matching logs print it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Why a row does not count. */
  public enum Reason {
    AMBIGUOUS,
    MULTI_ALLELIC,
    SEVERAL_ROWS_ON_ONE_VARIANT,
    NOT_SCORABLE,
    NO_PLACE,
    NOT_IN_GENOME,
    /** A reference block covers the place, but does not say which base the reference has. */
    REFERENCE_BASE_UNKNOWN,
    OTHER_ALLELES,
    /** An array's no-call names no bases that could be compared. */
    NO_CALL
  }
}
