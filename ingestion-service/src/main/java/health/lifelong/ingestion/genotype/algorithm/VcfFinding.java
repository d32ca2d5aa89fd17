package health.lifelong.ingestion.genotype.algorithm;

/**
 * A breach of the VCF specification.
 *
 * @param line 1-based
 * @param text what is wrong, without values of the file
 */
public record VcfFinding(long line, String text, Weight weight) {
  /** What a breach does to reading; strict validation fails on each. */
  public enum Weight {
    /** The file cannot be read. */
    FILE,
    /** The record is quarantined. */
    RECORD,
    /** The genotypes are not touched: read on with a warning. */
    NOTE
  }
}
