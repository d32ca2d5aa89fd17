package health.lifelong.profile.genome.domain;

/**
 * The packed calls of one stretch of one chromosome, at most {@value #MOST_CALLS}.
 *
 * @param checksum CRC-32C of {@code packed}, as an unsigned number
 */
@SuppressWarnings("ArrayRecordComponent")
public record GenomeBlock(
    String chromosome,
    int firstPosition,
    int lastPosition,
    int calls,
    byte[] packed,
    long checksum) {

  /** Most calls of a block. */
  public static final int MOST_CALLS = 4_096;
}
