package health.lifelong.ingestion.submission.app;

import health.lifelong.ingestion.submission.domain.Rejection;
import health.lifelong.ingestion.submission.domain.Tally;
import java.util.List;

/**
 * What the form of a body tells.
 *
 * @param tally counts, with everything that form does not refuse as accepted
 * @param rejected the first 1,000 refused records
 * @param refused true where the body is refused whole; {@code rejected} then says why
 */
public record Reading(Tally tally, List<Rejection> rejected, boolean refused) {
  public Reading {
    rejected = List.copyOf(rejected);
  }

  /** A body of which nothing is taken. */
  public static Reading refused(Rejection why) {
    return new Reading(new Tally(1, 0, 0, 1, 0, 0, 0, 0), List.of(why), true);
  }
}
