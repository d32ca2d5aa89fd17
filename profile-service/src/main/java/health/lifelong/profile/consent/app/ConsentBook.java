package health.lifelong.profile.consent.app;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.access.app.AuditTrail;
import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Role;
import health.lifelong.profile.change.app.StoreFailures;
import health.lifelong.profile.consent.algorithm.ConsentRules;
import health.lifelong.profile.consent.domain.ConsentDecision;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Records and lists the decisions of the person who asks; nobody decides for another. */
@ApplicationScoped
public class ConsentBook {
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
  private static final int LONGEST_TEXT = 200;

  private final ConsentRepository repository;
  private final AuditTrail audit;
  private final Clock clock = Clock.systemUTC();

  ConsentBook(ConsentRepository repository, AuditTrail audit) {
    this.repository = repository;
    this.audit = audit;
  }

  /** The person's decisions, oldest first. */
  public Uni<List<ConsentDecision>> list(Caller caller, UUID personId) {
    if (isForeign(caller, personId)) {
      return refuse(caller, personId, "consent.list");
    }
    AccessEvent.Draft event = event(caller, personId, "consent.list", true, "law:own");
    return repository
        .recorded(personId)
        .call(() -> audit.append(List.of(event)))
        .onFailure()
        .transform(StoreFailures::translate);
  }

  /** Appends one decision; see {@link ConsentRepository#append}. */
  public Uni<ConsentDecision> record(
      Caller caller, UUID personId, String requestId, ConsentDecision decision) {
    if (isForeign(caller, personId)) {
      return refuse(caller, personId, "consent.record");
    }
    check(requestId, decision);
    AccessEvent.Draft event =
        new AccessEvent.Draft(
            personId,
            caller,
            "consent.record",
            decision.purpose(),
            List.of(decision.category()),
            true,
            "consent:" + decision.consentId());
    return repository
        .append(personId, requestId, decision, event)
        .onItem()
        .ifNull()
        .failWith(ConsentBook::notFound)
        .map(recorded -> same(recorded, decision))
        .onFailure()
        .transform(StoreFailures::translate);
  }

  private static boolean isForeign(Caller caller, UUID personId) {
    return caller.role() != Role.PERSON || !caller.subject().equals(personId.toString());
  }

  private <T> Uni<T> refuse(Caller caller, UUID personId, String action) {
    AccessEvent.Draft event = event(caller, personId, action, false, "subject:other_person");
    return audit.append(List.of(event)).chain(() -> Uni.createFrom().failure(notFound()));
  }

  private static AccessEvent.Draft event(
      Caller caller, UUID personId, String action, boolean permitted, String rule) {
    return new AccessEvent.Draft(personId, caller, action, null, List.of(), permitted, rule);
  }

  private void check(String requestId, ConsentDecision decision) {
    if (requestId.isBlank() || requestId.length() > LONGEST_TEXT) {
      throw invalid("request_id");
    }
    if (!ConsentRules.isDecidable(decision.purpose(), decision.category())) {
      throw invalid("decision.purpose");
    }
    if (decision.grantee().isBlank() || decision.grantee().length() > LONGEST_TEXT) {
      throw invalid("decision.grantee");
    }
    if (decision.textId().isBlank() || decision.textId().length() > LONGEST_TEXT) {
      throw invalid("decision.text_id");
    }
    Instant now = clock.instant();
    if (decision.givenAt().isAfter(now.plus(CLOCK_SKEW))) {
      throw invalid("decision.given_time");
    }
    boolean tooLong = decision.validTo().isAfter(ConsentRules.latestEnd(decision.givenAt()));
    if (tooLong || !decision.validTo().isAfter(decision.givenAt())) {
      throw invalid("decision.valid_to_time");
    }
  }

  // Times are not compared: a caller that left them to us sends other ones each time.
  private static ConsentDecision same(ConsentDecision recorded, ConsentDecision asked) {
    boolean equal =
        recorded.category() == asked.category()
            && recorded.purpose() == asked.purpose()
            && recorded.decision() == asked.decision()
            && recorded.grantee().equals(asked.grantee())
            && recorded.textId().equals(asked.textId());
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
