package health.lifelong.profile.consent.store;

import health.lifelong.profile.access.app.AuditContent;
import health.lifelong.profile.access.app.AuditStore;
import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Purpose;
import health.lifelong.profile.change.domain.ChangeKind;
import health.lifelong.profile.consent.algorithm.LinkedConsents;
import health.lifelong.profile.consent.app.ConsentPack;
import health.lifelong.profile.consent.app.ConsentPersons;
import health.lifelong.profile.consent.app.ConsentRepository;
import health.lifelong.profile.consent.domain.ConsentDecision;
import health.lifelong.profile.consent.domain.ConsentHistory;
import health.lifelong.profile.consent.domain.ConsentTerms;
import health.lifelong.profile.consent.domain.Evidence;
import health.lifelong.profile.consent.domain.Giver;
import health.lifelong.profile.consent.domain.Words;
import health.lifelong.profile.scope.app.ScopedTransactions;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Consent decisions as entities. */
@ApplicationScoped
public class PanacheConsentRepository
    implements ConsentRepository, PanacheRepositoryBase<ConsentDecisionEntity, ConsentDecisionKey> {
  // Taking the person's row first makes two decisions of one person, and two sends of one decision,
  // go one after the other.
  private static final String LOCK =
      """
      SELECT person_id FROM person WHERE person_id = ANY(person_members(?1))
      ORDER BY person_id FOR UPDATE
      """;
  private static final String RAISE =
      "UPDATE person SET revision = revision + 1 WHERE person_id = ANY(person_members(?1))";
  private static final String FEED =
      """
      INSERT INTO change_feed (person_id, revision, kind)
      SELECT person_id, revision, ?2 FROM person WHERE person_id = ANY(person_members(?1))
      """;
  private static final String AUDIT =
      """
      SELECT audit_append(ARRAY[CAST(?1 AS uuid)], ARRAY[CAST(nullif(?2, '') AS uuid)], ARRAY[CAST(?3 AS text)])
      """;

  private static final String MEMBERS = "SELECT unnest(person_members(?1))";
  private static final String LINKED_AT =
      """
      SELECT max(changed_at) FROM identity_match
      WHERE state = 2 AND person_id = ANY(person_members(?1))
      """;

  private final ScopedTransactions transactions;
  private final AuditStore audit;
  private final ConsentPersons persons;
  private final ConsentTerms terms;

  PanacheConsentRepository(
      ScopedTransactions transactions, AuditStore audit, ConsentPersons persons, ConsentPack pack) {
    this.transactions = transactions;
    this.audit = audit;
    this.persons = persons;
    this.terms = pack.terms();
  }

  @Override
  public Uni<List<ConsentDecision>> recorded(UUID personId) {
    return transactions
        .session(personId, () -> rows(personId))
        .map(rows -> rows.stream().map(PanacheConsentRepository::decision).toList());
  }

  @Override
  public Uni<ConsentHistory> history(UUID personId) {
    return Uni.combine()
        .all()
        .unis(held(personId), persons.born(personId))
        .with((held, born) -> held.history(born.orElse(null), terms));
  }

  private Uni<Held> held(UUID personId) {
    return transactions.session(personId, () -> rows(personId).chain(rows -> held(personId, rows)));
  }

  /**
   * What records say.
   *
   * @param linkedAt when the last of several was linked; null of one alone
   */
  record Held(Collection<List<ConsentDecision>> members, @Nullable Instant linkedAt) {
    ConsentHistory history(@Nullable LocalDate born, ConsentTerms terms) {
      return linkedAt == null
          ? new ConsentHistory(members.stream().flatMap(List::stream).toList(), born, terms)
          : LinkedConsents.history(members, linkedAt, born, terms);
    }
  }

  private Uni<List<ConsentDecisionEntity>> rows(UUID personId) {
    return getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(MEMBERS, UUID.class)
                    .setParameter(1, personId)
                    .getResultList())
        .chain(
            members -> find("key.personId in ?1 order by givenAt, key.consentId", members).list());
  }

  private Uni<Held> held(UUID personId, List<ConsentDecisionEntity> rows) {
    Map<UUID, List<ConsentDecision>> byMember = new LinkedHashMap<>();
    rows.forEach(
        row ->
            byMember
                .computeIfAbsent(row.key.personId(), member -> new ArrayList<>())
                .add(decision(row)));
    if (byMember.size() < 2) {
      return Uni.createFrom().item(new Held(byMember.values(), null));
    }
    return getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(LINKED_AT, Instant.class)
                    .setParameter(1, personId)
                    .getSingleResult())
        .map(linkedAt -> new Held(byMember.values(), linkedAt));
  }

  @Override
  public Uni<ConsentDecision> append(
      UUID personId, String requestId, ConsentDecision decision, AccessEvent.Draft event) {
    return transactions.session(personId, () -> appendLocked(personId, requestId, decision, event));
  }

  private Uni<ConsentDecision> appendLocked(
      UUID personId, String requestId, ConsentDecision decision, AccessEvent.Draft event) {
    return getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(LOCK, UUID.class)
                    .setParameter(1, personId)
                    .getResultList())
        .chain(
            members ->
                members.isEmpty()
                    ? Uni.createFrom().nullItem()
                    : appendOnce(personId, requestId, decision, event));
  }

  private Uni<ConsentDecision> appendOnce(
      UUID personId, String requestId, ConsentDecision decision, AccessEvent.Draft event) {
    return find("key.personId = ?1 and requestId = ?2", personId, requestId)
        .firstResult()
        .chain(
            known ->
                known == null
                    ? appendNew(personId, requestId, decision, event)
                    : Uni.createFrom().item(decision(known)));
  }

  private Uni<ConsentDecision> appendNew(
      UUID personId, String requestId, ConsentDecision decision, AccessEvent.Draft event) {
    return persistAndFlush(entity(personId, requestId, decision))
        .chain(() -> execute(RAISE, personId))
        .chain(() -> execute(FEED, personId, (short) ChangeKind.CONSENT.number()))
        .chain(() -> audited(event))
        .replaceWith(decision);
  }

  private Uni<Integer> execute(String sql, Object... parameters) {
    return getSession()
        .chain(
            session -> {
              var query = session.createNativeQuery(sql);
              for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
              }
              return query.executeUpdate();
            });
  }

  private Uni<Long> audited(AccessEvent.Draft event) {
    return getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(AUDIT, Long.class)
                    .setParameter(1, event.personId().toString())
                    .setParameter(2, Objects.toString(AuditContent.person(event), ""))
                    .setParameter(3, audit.content(event))
                    .getSingleResult());
  }

  private static ConsentDecisionEntity entity(
      UUID personId, String requestId, ConsentDecision decision) {
    ConsentDecisionEntity row = new ConsentDecisionEntity();
    row.key = new ConsentDecisionKey(personId, decision.consentId());
    row.requestId = requestId;
    row.category = (short) decision.category().number();
    row.purpose = (short) decision.purpose().number();
    row.decision = (short) decision.decision().number();
    row.grantee = decision.grantee();
    row.textId = decision.words().textId();
    row.language = decision.words().language();
    row.textHash = decision.words().hash();
    Evidence evidence = decision.evidence();
    row.evidence = evidence.kind().word();
    row.evidenceReference = evidence.reference();
    row.documentHash = evidence.documentHash();
    row.recordedCentre = evidence.centre();
    if (decision.giver() instanceof Giver.Guardian(String id, String relation)) {
      row.guardian = id;
      row.guardianRelation = relation;
    }
    row.givenAt = decision.givenAt();
    row.validTo = decision.validTo();
    row.recordedBy = evidence.recordedBy();
    row.recordedAt = evidence.recordedAt();
    return row;
  }

  private static ConsentDecision decision(ConsentDecisionEntity row) {
    return new ConsentDecision(
        row.key.consentId(),
        Category.of(row.category),
        Purpose.of(row.purpose),
        row.grantee,
        ConsentDecision.Kind.of(row.decision),
        row.guardian == null
            ? new Giver.Person()
            : new Giver.Guardian(row.guardian, row.guardianRelation),
        new Words(row.textId, row.language, row.textHash),
        new Evidence(
            Evidence.Kind.ofWord(row.evidence),
            row.evidenceReference,
            row.documentHash,
            row.recordedCentre,
            row.recordedBy,
            row.recordedAt),
        row.givenAt,
        row.validTo);
  }
}
