package health.lifelong.profile.record.domain;

import health.lifelong.profile.genome.domain.Genome;
import health.lifelong.profile.genome.domain.GenomeBlock;
import health.lifelong.profile.lifestyle.domain.LifestyleDay;
import health.lifelong.profile.person.domain.PersonClaim;
import java.util.List;
import java.util.UUID;

/**
 * One entry of a batch.
 *
 * @param receiptKey digest of receipt and record: the same delivery again has the same key
 */
public record Delivered(
    PersonClaim person,
    String centre,
    String receiptId,
    int recordIndex,
    UUID receiptKey,
    Content content) {

  /** What an entry brings. */
  public sealed interface Content {
    /** A visit. */
    record OfVisit(Visit visit) implements Content {}

    /** A genome, or a part of its blocks. */
    record OfGenome(Genome genome, List<GenomeBlock> blocks) implements Content {
      public OfGenome {
        blocks = List.copyOf(blocks);
      }
    }

    /** Lifestyle days. */
    record OfDays(List<LifestyleDay> days) implements Content {
      public OfDays {
        days = List.copyOf(days);
      }
    }

    /** Nothing but what the claim tells of the person. */
    record OfPerson() implements Content {}
  }
}
