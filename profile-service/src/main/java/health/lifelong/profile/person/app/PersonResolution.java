package health.lifelong.profile.person.app;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.change.app.StoreFailures.Contention;
import health.lifelong.profile.keys.app.KeyRing;
import health.lifelong.profile.person.algorithm.Linkage;
import health.lifelong.profile.person.domain.BlindIndex;
import health.lifelong.profile.person.domain.IndexedClaim;
import health.lifelong.profile.person.domain.IndexedIdentifier;
import health.lifelong.profile.person.domain.Links;
import health.lifelong.profile.person.domain.PersonClaim;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Turns the claims of a batch into locked persons. */
@ApplicationScoped
public class PersonResolution {
  private final PersonStore store;
  private final TimeOrderedIds ids;

  PersonResolution(PersonStore store, TimeOrderedIds ids) {
    this.store = store;
    this.ids = ids;
  }

  /** The claim with its identifiers turned into indexes. */
  public IndexedClaim index(PersonClaim claim, String receiptId) {
    List<IndexedIdentifier> identifiers =
        claim.identifiers().stream()
            .map(identifier -> store.index(claim.centre(), identifier))
            .toList();
    return new IndexedClaim(identifiers, claim.personId(), claim.centre(), receiptId);
  }

  /**
   * The persons of a batch.
   *
   * @param people the person of each claim, in order; claims of one person share the instance
   * @param all everybody who is locked: these, and those they are linked with
   * @param doubted persons whom a claim named as somebody else too
   * @param keys the keys of all
   */
  public record Resolved(
      List<PersonInBatch> people, Collection<PersonInBatch> all, Set<UUID> doubted, KeyRing keys) {}

  /**
   * The persons of the claims, with their keys. Fails with {@link Contention} where another batch
   * claimed an identifier at the same time, and with NOT_FOUND where a person id is unknown.
   */
  public Uni<Resolved> resolve(SqlConnection transaction, List<IndexedClaim> claims) {
    Set<BlindIndex> indexes =
        claims.stream()
            .flatMap(claim -> claim.identifiers().stream())
            .map(IndexedIdentifier::index)
            .collect(Collectors.toCollection(TreeSet::new));
    return store
        .owners(transaction, indexes)
        .map(owners -> Linkage.link(claims, owners, ids::next))
        .call(links -> claim(transaction, links))
        .chain(links -> locked(transaction, links));
  }

  private Uni<Void> claim(SqlConnection transaction, Links links) {
    return store
        .claim(transaction, links.claimed())
        .invoke(
            free -> {
              if (!free) {
                throw new Contention("identifier claimed at the same time");
              }
            })
        .chain(() -> store.keepConflicts(transaction, links.conflicts()));
  }

  private Uni<Resolved> locked(SqlConnection transaction, Links links) {
    Set<UUID> known = new TreeSet<>(links.persons());
    known.removeAll(links.opened());
    return store.lock(transaction, known).map(locked -> resolved(links, locked));
  }

  private static Resolved resolved(Links links, PersonStore.Locked locked) {
    Map<UUID, PersonInBatch> persons = new HashMap<>(locked.persons());
    links.opened().forEach(id -> persons.put(id, PersonInBatch.opened(id)));
    if (!persons.keySet().containsAll(links.persons())) {
      throw new LifelongException(ErrorReason.ERROR_REASON_NOT_FOUND, "unknown person_id");
    }
    List<PersonInBatch> people =
        links.persons().stream().map(id -> Objects.requireNonNull(persons.get(id))).toList();
    Set<UUID> doubted =
        links.conflicts().stream().map(Links.Conflict::personId).collect(Collectors.toSet());
    return new Resolved(people, List.copyOf(persons.values()), doubted, locked.keys());
  }
}
