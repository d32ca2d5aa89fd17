package health.lifelong.ingestion.submission.domain;

import health.lifelong.ingestion.record.domain.Genome;
import health.lifelong.ingestion.record.domain.LifestyleDay;
import health.lifelong.ingestion.record.domain.PersonClaim;
import health.lifelong.ingestion.record.domain.RecordOutcome;
import health.lifelong.vocabulary.genome.CallBlock;
import java.util.List;

/** One piece of what reading a body gave, in order of the body. */
public sealed interface Understood {

  /** How much of a batch, or of memory, it takes: about one for each value in it. */
  int weight();

  /**
   * A record with its own outcome, or several of one visit put together.
   *
   * @param records how many records of the body it stands for
   */
  record Row(RecordOutcome outcome, int records) implements Understood {
    @Override
    public int weight() {
      return outcome instanceof RecordOutcome.CheckupRead read
          ? 1 + read.checkup().observations().size() + read.checkup().statements().size()
          : 1;
    }
  }

  /** Daily summaries of a phone export. */
  record Days(PersonClaim person, List<LifestyleDay> days) implements Understood {
    public Days {
      days = List.copyOf(days);
    }

    @Override
    public int weight() {
      return days.size();
    }
  }

  /** Some packed calls of a genotype file; the head repeats with every part. */
  record GenomePart(PersonClaim person, Genome head, List<CallBlock> blocks) implements Understood {
    private static final int BYTES_A_VALUE = 256;

    public GenomePart {
      blocks = List.copyOf(blocks);
    }

    @Override
    public int weight() {
      return 1 + blocks.stream().mapToInt(block -> block.packed().length).sum() / BYTES_A_VALUE;
    }
  }
}
