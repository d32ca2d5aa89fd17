package health.lifelong.ingestion.submission.domain;

/**
 * The counts of a receipt: records = accepted + rejected + duplicates, and what those that are
 * accepted or duplicate hold.
 */
public record Tally(
    long records,
    long accepted,
    long duplicates,
    long rejected,
    long observations,
    long unmapped,
    long variants,
    long lifestyleDays) {
  public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0);

  public Tally {
    if (records != accepted + duplicates + rejected) {
      throw new IllegalArgumentException("records are not accounted for");
    }
  }
}
