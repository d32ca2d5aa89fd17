package health.lifelong.vocabulary.genome;

/**
 * What a file says about one site. "Not in the file" is no state: it is the absence of a call,
 * never reference.
 */
public enum CallState {
  CALLED,
  /** One allele read, the other unknown. */
  HALF,
  NO_CALL,
  FILTERED,
  /** The file contradicts itself about this site. */
  CONFLICT,
  /** A gVCF block that proves reference from position to end. */
  REF_BLOCK
}
