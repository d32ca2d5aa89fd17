package health.lifelong.profile.record.domain;

import java.util.List;
import java.util.UUID;

/**
 * What an entry did to the record; counts are of values, statements, documents, days or genomes.
 *
 * @param targetsUnknown positions of withdrawals that found nothing
 * @param redelivered true where this very record of this very receipt was written before: a repeat
 *     after a lost answer
 * @param revision the person's revision after the write; 0 where this entry changed nothing
 */
public record EntryResult(
    UUID personId,
    int created,
    int unchanged,
    int superseded,
    int withdrawn,
    int stale,
    List<String> targetsUnknown,
    long revision,
    boolean personCreated,
    boolean redelivered) {

  public EntryResult {
    targetsUnknown = List.copyOf(targetsUnknown);
  }
}
