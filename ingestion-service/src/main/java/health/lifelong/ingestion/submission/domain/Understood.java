package health.lifelong.ingestion.submission.domain;

import health.lifelong.ingestion.record.domain.Genome;
import health.lifelong.ingestion.record.domain.LifestyleDay;
import health.lifelong.ingestion.record.domain.PersonClaim;
import health.lifelong.ingestion.record.domain.RecordOutcome;
import health.lifelong.vocabulary.genome.CallBlock;
import java.util.List;

/** One piece of what reading a body gave, in order of the body. */
public sealed interface Understood {

  /**
   * A record with its own outcome, or several of one visit put together.
   *
   * @param records how many records of the body it stands for
   */
  record Row(RecordOutcome outcome, int records) implements Understood {}

  /** Daily summaries of a phone export. */
  record Days(PersonClaim person, List<LifestyleDay> days) implements Understood {
    public Days {
      days = List.copyOf(days);
    }
  }

  /** Some packed calls of a genotype file; the head repeats with every part. */
  record GenomePart(PersonClaim person, Genome head, List<CallBlock> blocks) implements Understood {
    public GenomePart {
      blocks = List.copyOf(blocks);
    }
  }
}
