package health.lifelong.profile.genome.app;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.access.algorithm.AccessRules;
import health.lifelong.profile.access.algorithm.AccessRules.Admission;
import health.lifelong.profile.access.app.AuditTrail;
import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Purpose;
import health.lifelong.profile.change.app.StoreFailures;
import health.lifelong.profile.consent.algorithm.ConsentRules;
import health.lifelong.profile.consent.app.ConsentRepository;
import health.lifelong.profile.consent.domain.Ruling;
import health.lifelong.profile.genome.app.GenomeStore.BlockPlace;
import health.lifelong.profile.genome.app.GenomeStore.PlacedBlock;
import health.lifelong.profile.genome.domain.StoredGenome;
import health.lifelong.profile.keys.app.DataKeys;
import health.lifelong.profile.keys.app.KeyRing;
import health.lifelong.profile.person.app.PersonStore;
import health.lifelong.profile.scope.app.ScopedTransactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reads raw genotypes, for the person's own insights only. Decided and audited before the first
 * block leaves.
 */
@ApplicationScoped
public class GenomeReader {
  private static final int PAGE = 16;
  private static final String ACTION = "genome.read";

  private final ScopedTransactions transactions;
  private final GenomeStore store;
  private final DataKeys keys;
  private final PersonStore persons;
  private final ConsentRepository consents;
  private final AuditTrail audit;
  private final Clock clock = Clock.systemUTC();

  GenomeReader(
      ScopedTransactions transactions,
      GenomeStore store,
      DataKeys keys,
      PersonStore persons,
      ConsentRepository consents,
      AuditTrail audit) {
    this.transactions = transactions;
    this.store = store;
    this.keys = keys;
    this.persons = persons;
    this.consents = consents;
    this.audit = audit;
  }

  /** A genome and its blocks in order of position. */
  public record Opened(StoredGenome genome, Multi<PlacedBlock> blocks) {}

  /**
   * Opens a genome.
   *
   * @param genomeId empty for the newest
   */
  public Uni<Opened> open(Caller caller, UUID personId, Purpose purpose, String genomeId) {
    if (purpose != Purpose.HEALTH_MANAGEMENT) {
      return refuse(caller, personId, purpose, "purpose:" + purpose.code(), scope());
    }
    return switch (AccessRules.admit(caller, purpose, personId)) {
      case Admission.RoleRefused refused ->
          refuse(caller, personId, purpose, refused.rule(), scope());
      case Admission.Foreign foreign ->
          refuse(caller, personId, purpose, foreign.rule(), notFound());
      case Admission.Admitted admitted ->
          byConsent(caller, personId, purpose, admitted.grantee())
              .chain(() -> find(personId, genomeId))
              .onFailure()
              .transform(StoreFailures::translate);
    };
  }

  private Uni<Void> byConsent(Caller caller, UUID personId, Purpose purpose, String grantee) {
    return consents
        .history(personId)
        .map(
            history ->
                ConsentRules.decide(
                    history, Category.GENETIC_RAW, purpose, grantee, clock.instant()))
        .chain(ruling -> ruled(caller, personId, purpose, ruling));
  }

  private Uni<Void> ruled(Caller caller, UUID personId, Purpose purpose, Ruling ruling) {
    return switch (ruling) {
      case Ruling.Permit permit ->
          audit.append(List.of(event(caller, personId, purpose, true, permit.rule())));
      case Ruling.Deny deny -> refuse(caller, personId, purpose, deny.rule(), consentMissing(deny));
    };
  }

  private Uni<Opened> find(UUID personId, String genomeId) {
    return persons
        .members(personId)
        .chain(members -> keys.of(members).chain(ring -> heads(members, ring)))
        .map(found -> found.stream().filter(owned -> isAsked(owned.head(), genomeId)))
        .map(found -> found.max(Comparator.comparing(owned -> owned.head().receivedAt())))
        .map(found -> found.orElseThrow(GenomeReader::notFound))
        .map(owned -> new Opened(owned.head(), blocks(owned.member(), owned.head().genomeNo())));
  }

  private Uni<List<Owned>> heads(List<UUID> members, KeyRing ring) {
    return Multi.createFrom()
        .iterable(members)
        .onItem()
        .transformToUniAndConcatenate(
            member ->
                transactions
                    .about(member, about -> store.heads(about, member, ring))
                    .map(heads -> owned(member, heads)))
        .onItem()
        .transformToIterable(owned -> owned)
        .collect()
        .asList();
  }

  private record Owned(UUID member, StoredGenome head) {}

  private static List<Owned> owned(UUID member, List<StoredGenome> heads) {
    return heads.stream().map(head -> new Owned(member, head)).toList();
  }

  private static boolean isAsked(StoredGenome head, String genomeId) {
    return genomeId.isEmpty() || head.genomeId().toString().equals(genomeId);
  }

  private Multi<PlacedBlock> blocks(UUID personId, int genomeNo) {
    return Multi.createBy()
        .repeating()
        .uni(() -> new BlockPlace[] {BlockPlace.START}, cursor -> page(personId, genomeNo, cursor))
        .whilst(page -> page.size() == PAGE)
        .onItem()
        .transformToMultiAndConcatenate(Multi.createFrom()::iterable);
  }

  private Uni<List<PlacedBlock>> page(UUID personId, int genomeNo, BlockPlace[] cursor) {
    return store
        .blocks(personId, genomeNo, cursor[0], PAGE)
        .invoke(
            page -> {
              if (!page.isEmpty()) {
                cursor[0] = page.getLast().place();
              }
            });
  }

  private <T> Uni<T> refuse(
      Caller caller, UUID personId, Purpose purpose, String rule, LifelongException refusal) {
    return audit
        .append(List.of(event(caller, personId, purpose, false, rule)))
        .chain(() -> Uni.createFrom().failure(refusal));
  }

  private static AccessEvent.Draft event(
      Caller caller, UUID personId, Purpose purpose, boolean permitted, String rule) {
    return new AccessEvent.Draft(
        personId, caller, ACTION, purpose, List.of(Category.GENETIC_RAW), permitted, rule);
  }

  private static LifelongException scope() {
    return new LifelongException(
        ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT,
        "raw genotypes serve the person's insights only");
  }

  private static LifelongException notFound() {
    return new LifelongException(ErrorReason.ERROR_REASON_NOT_FOUND, "unknown or foreign");
  }

  private static LifelongException consentMissing(Ruling.Deny deny) {
    return new LifelongException(
        ErrorReason.ERROR_REASON_CONSENT_MISSING,
        "no consent for raw genotypes",
        Map.of("category", Category.GENETIC_RAW.code(), "reason", deny.reason().word()));
  }
}
