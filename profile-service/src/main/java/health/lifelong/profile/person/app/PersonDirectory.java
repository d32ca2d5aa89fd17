package health.lifelong.profile.person.app;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.access.app.AccessHistory;
import health.lifelong.profile.access.app.AuditTrail;
import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Role;
import health.lifelong.profile.change.app.StoreFailures;
import health.lifelong.profile.person.domain.Identifier;
import health.lifelong.profile.person.domain.IndexedIdentifier;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Finds a person by a centre's own identifier, and shows a person who looked. */
@ApplicationScoped
public class PersonDirectory {
  private static final String MEMBER_NUMBER = "MB";

  private final PersonStore store;
  private final AccessHistory history;
  private final AuditTrail audit;

  PersonDirectory(PersonStore store, AccessHistory history, AuditTrail audit) {
    this.store = store;
    this.history = history;
    this.audit = audit;
  }

  /**
   * The person a centre knows under an identifier. An unknown one, one of another centre and one
   * that names several persons all give NOT_FOUND.
   */
  public Uni<UUID> resolve(Caller caller, String centre, Identifier identifier) {
    return find(caller, centre, identifier).onFailure().transform(StoreFailures::translate);
  }

  private Uni<UUID> find(Caller caller, String centre, Identifier identifier) {
    return candidates(centre, identifier)
        .chain(found -> found.size() == 1 ? visible(caller, centre, found.getFirst()) : notFound())
        .call(person -> audit.append(List.of(looked(caller, person))));
  }

  // The asker may leave out the system, and may name the institute-wide member number instead of
  // the centre's own.
  private Uni<List<UUID>> candidates(String centre, Identifier identifier) {
    IndexedIdentifier own = store.index(centre, identifier);
    IndexedIdentifier member =
        store.index(centre, new Identifier(identifier.system(), identifier.value(), MEMBER_NUMBER));
    if (identifier.system().isEmpty()) {
      return store.byValue(List.of(own.valueIndex(), member.valueIndex()));
    }
    return store
        .byIndex(List.of(own.index(), member.index()))
        .map(found -> found.map(List::of).orElse(List.of()));
  }

  // A member number is known to all centres; whether its person was ever here is asked apart.
  private Uni<UUID> visible(Caller caller, String centre, UUID person) {
    if (caller.role() != Role.CENTRE) {
      return Uni.createFrom().item(person);
    }
    return store
        .isKnownTo(centre, person)
        .chain(known -> known ? Uni.createFrom().item(person) : notFound());
  }

  private static AccessEvent.Draft looked(Caller caller, UUID person) {
    return new AccessEvent.Draft(
        person, caller, "person.resolve", null, List.of(), true, "role:" + caller.role().word());
  }

  /** Events of the person who asks, newest first, with a sequence below {@code before}. */
  public Uni<List<AccessEvent>> accessEvents(Caller caller, UUID personId, long before, int limit) {
    if (caller.role() != Role.PERSON || !caller.subject().equals(personId.toString())) {
      AccessEvent.Draft refused =
          new AccessEvent.Draft(
              personId, caller, "access.list", null, List.of(), false, "subject:other_person");
      return audit.append(List.of(refused)).chain(PersonDirectory::notFound);
    }
    AccessEvent.Draft own =
        new AccessEvent.Draft(personId, caller, "access.list", null, List.of(), true, "law:own");
    return history
        .before(personId, before, limit)
        .call(() -> audit.append(List.of(own)))
        .onFailure()
        .transform(StoreFailures::translate);
  }

  private static <T> Uni<T> notFound() {
    return Uni.createFrom()
        .failure(
            new LifelongException(ErrorReason.ERROR_REASON_NOT_FOUND, "unknown or foreign person"));
  }
}
