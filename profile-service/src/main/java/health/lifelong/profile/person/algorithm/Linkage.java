package health.lifelong.profile.person.algorithm;

import health.lifelong.profile.person.domain.BlindIndex;
import health.lifelong.profile.person.domain.IndexedClaim;
import health.lifelong.profile.person.domain.IndexedIdentifier;
import health.lifelong.profile.person.domain.Links;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Deterministic linkage by identifier: a known id, then a trusted identifier, then the first known
 * one; a claim that nothing known matches opens a person. Two known persons in one claim are never
 * merged here, they are reported.
 */
public final class Linkage {
  private final Map<BlindIndex, UUID> known;
  private final Supplier<UUID> ids;
  private final Set<UUID> opened = new HashSet<>();
  private final List<Links.Claimed> claimed = new ArrayList<>();
  private final List<Links.Conflict> conflicts = new ArrayList<>();

  private Linkage(Map<BlindIndex, UUID> known, Supplier<UUID> ids) {
    this.known = new HashMap<>(known);
    this.ids = ids;
  }

  /**
   * Links claims in order; a later claim sees what an earlier one opened.
   *
   * @param known persons of the identifiers that are in the record already
   * @param ids gives the id of a person who is opened
   */
  public static Links link(
      List<IndexedClaim> claims, Map<BlindIndex, UUID> known, Supplier<UUID> ids) {
    Linkage linkage = new Linkage(known, ids);
    List<UUID> persons = claims.stream().map(linkage::person).toList();
    return new Links(persons, linkage.opened, linkage.claimed, linkage.conflicts);
  }

  private UUID person(IndexedClaim claim) {
    UUID match = match(claim);
    UUID person = match == null ? open() : match;
    for (IndexedIdentifier identifier : claim.identifiers()) {
      attach(identifier, person, claim);
    }
    return person;
  }

  private @Nullable UUID match(IndexedClaim claim) {
    if (claim.personId() != null) {
      return claim.personId();
    }
    UUID first = null;
    for (IndexedIdentifier identifier : claim.identifiers()) {
      UUID person = known.get(identifier.index());
      if (person != null && identifier.trusted()) {
        return person;
      }
      first = first == null ? person : first;
    }
    return first;
  }

  private UUID open() {
    UUID person = ids.get();
    opened.add(person);
    return person;
  }

  private void attach(IndexedIdentifier identifier, UUID person, IndexedClaim claim) {
    UUID owner = known.putIfAbsent(identifier.index(), person);
    if (owner == null) {
      claimed.add(new Links.Claimed(identifier, person));
    } else if (!owner.equals(person)) {
      conflicts.add(
          new Links.Conflict(person, owner, identifier.index(), claim.centre(), claim.receiptId()));
    }
  }
}
