package health.lifelong.profile.consent.app;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.access.algorithm.AccessRules;
import health.lifelong.profile.access.app.AuditTrail;
import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Purpose;
import health.lifelong.profile.access.domain.Role;
import health.lifelong.profile.change.app.StoreFailures;
import health.lifelong.profile.consent.algorithm.DecisionCheck;
import health.lifelong.profile.consent.domain.ConsentDecision;
import health.lifelong.profile.consent.domain.ConsentTerms;
import health.lifelong.profile.consent.domain.ConsentText;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Records and lists decisions: a person their own, a centre those that its own persons, or their
 * guardians, took there on paper or at a kiosk. Nobody else decides for another.
 */
@ApplicationScoped
public class ConsentBook {
  private static final int LONGEST_REQUEST = 200;

  private final ConsentRepository repository;
  private final ConsentPersons persons;
  private final AuditTrail audit;
  private final ConsentTerms terms;
  private final Clock clock = Clock.systemUTC();

  ConsentBook(
      ConsentRepository repository, ConsentPersons persons, AuditTrail audit, ConsentPack pack) {
    this.repository = repository;
    this.persons = persons;
    this.audit = audit;
    this.terms = pack.terms();
  }

  /** The words that are shown now, one for each purpose that has any. */
  public List<ConsentText> shownNow() {
    List<ConsentText> shown = new ArrayList<>();
    for (Purpose purpose : Purpose.values()) {
      terms.shown(purpose, clock.instant()).ifPresent(shown::add);
    }
    return shown;
  }

  /** The words of an id, or of a purpose where it is empty. */
  public Optional<ConsentText> text(String textId, Purpose purpose) {
    return textId.isEmpty()
        ? terms.shown(purpose, clock.instant())
        : Optional.ofNullable(terms.texts().get(textId));
  }

  /** The person's decisions, oldest first. */
  public Uni<List<ConsentDecision>> list(Caller caller, UUID personId) {
    if (isForeign(caller, personId)) {
      return refuse(caller, personId, "consent.list", "subject:other_person");
    }
    AccessEvent.Draft event =
        new AccessEvent.Draft(personId, caller, "consent.list", null, List.of(), true, "law:own");
    return repository
        .recorded(personId)
        .call(() -> audit.append(List.of(event)))
        .onFailure()
        .transform(StoreFailures::translate);
  }

  /** Appends a decision of the person who asks; see {@link ConsentRepository#append}. */
  public Uni<ConsentDecision> record(
      Caller caller, UUID personId, String requestId, ConsentDecision decision) {
    if (isForeign(caller, personId)) {
      return refuse(caller, personId, "consent.record", "subject:other_person");
    }
    return checked(caller, personId, requestId, decision, "consent.record")
        .onFailure()
        .transform(StoreFailures::translate);
  }

  /**
   * Appends a decision that was taken at a centre. Fails with NOT_FOUND alike for another centre,
   * an unknown person, and one of whom the centre has sent nothing.
   */
  public Uni<ConsentDecision> recordWritten(
      Caller caller, String centre, UUID personId, String requestId, ConsentDecision decision) {
    if (!AccessRules.speaksFor(caller, centre)) {
      return refuse(caller, personId, "consent.record_written", "centre:other");
    }
    return persons
        .isKnownTo(centre, personId)
        .chain(
            known ->
                known
                    ? checked(caller, personId, requestId, decision, "consent.record_written")
                    : this.<ConsentDecision>refuse(
                        caller, personId, "consent.record_written", "centre:nothing_of_its_own"))
        .onFailure()
        .transform(StoreFailures::translate);
  }

  private Uni<ConsentDecision> checked(
      Caller caller, UUID personId, String requestId, ConsentDecision decision, String action) {
    if (requestId.isBlank() || requestId.length() > LONGEST_REQUEST) {
      throw invalid("request_id");
    }
    AccessEvent.Draft event =
        new AccessEvent.Draft(
            personId,
            caller,
            action,
            decision.purpose(),
            List.of(decision.category()),
            true,
            "consent:" + decision.consentId());
    return persons
        .born(personId)
        .invoke(
            born ->
                DecisionCheck.wrongField(decision, born.orElse(null), terms, clock.instant())
                    .ifPresent(
                        field -> {
                          throw invalid(field);
                        }))
        .chain(() -> repository.append(personId, requestId, decision, event))
        .onItem()
        .ifNull()
        .failWith(ConsentBook::notFound)
        .map(recorded -> same(recorded, decision));
  }

  private static boolean isForeign(Caller caller, UUID personId) {
    return caller.role() != Role.PERSON || !caller.subject().equals(personId.toString());
  }

  private <T> Uni<T> refuse(Caller caller, UUID personId, String action, String rule) {
    AccessEvent.Draft event =
        new AccessEvent.Draft(personId, caller, action, null, List.of(), false, rule);
    return audit.append(List.of(event)).chain(() -> Uni.createFrom().failure(notFound()));
  }

  // Times are not compared: a caller that left them to us sends other ones each time.
  private static ConsentDecision same(ConsentDecision recorded, ConsentDecision asked) {
    boolean equal =
        recorded.category() == asked.category()
            && recorded.purpose() == asked.purpose()
            && recorded.decision() == asked.decision()
            && recorded.grantee().equals(asked.grantee())
            && recorded.giver().equals(asked.giver())
            && recorded.words().textId().equals(asked.words().textId())
            && recorded.evidence().reference().equals(asked.evidence().reference());
    if (!equal) {
      throw new LifelongException(
          ErrorReason.ERROR_REASON_KEY_REUSED, "request_id was used for another decision");
    }
    return recorded;
  }

  private static LifelongException invalid(String field) {
    return new LifelongException(
        ErrorReason.ERROR_REASON_ARGUMENT_INVALID, "field out of range", Map.of("field", field));
  }

  private static LifelongException notFound() {
    return new LifelongException(ErrorReason.ERROR_REASON_NOT_FOUND, "unknown or foreign person");
  }
}
