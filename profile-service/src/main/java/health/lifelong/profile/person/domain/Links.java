package health.lifelong.profile.person.domain;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What linkage decided for a batch.
 *
 * @param persons the person of each claim, in order
 * @param opened persons seen for the first time
 * @param claimed identifiers that get their person with this batch
 * @param conflicts claims that name more than one known person; nothing is merged
 */
public record Links(
    List<UUID> persons, Set<UUID> opened, List<Claimed> claimed, List<Conflict> conflicts) {

  public Links {
    persons = List.copyOf(persons);
    opened = Set.copyOf(opened);
    claimed = List.copyOf(claimed);
    conflicts = List.copyOf(conflicts);
  }

  /** An identifier and the person it is now known to belong to. */
  public record Claimed(IndexedIdentifier identifier, UUID personId) {}

  /** An identifier of {@code otherPersonId} that came with a record of {@code personId}. */
  public record Conflict(
      UUID personId, UUID otherPersonId, BlindIndex index, String centre, String receiptId) {}
}
