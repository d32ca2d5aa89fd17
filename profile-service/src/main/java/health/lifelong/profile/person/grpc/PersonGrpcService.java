package health.lifelong.profile.person.grpc;

import com.google.protobuf.Timestamp;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Role;
import health.lifelong.profile.access.grpc.Callers;
import health.lifelong.profile.access.grpc.Requests;
import health.lifelong.profile.consent.algorithm.ConsentRules;
import health.lifelong.profile.consent.app.ConsentBook;
import health.lifelong.profile.consent.domain.ConsentDecision;
import health.lifelong.profile.person.app.PersonDirectory;
import health.lifelong.profile.person.app.TimeOrderedIds;
import health.lifelong.profile.person.domain.Identifier;
import health.lifelong.profile.v1.ListAccessEventsRequest;
import health.lifelong.profile.v1.ListAccessEventsResponse;
import health.lifelong.profile.v1.ListConsentDecisionsRequest;
import health.lifelong.profile.v1.ListConsentDecisionsResponse;
import health.lifelong.profile.v1.PersonService;
import health.lifelong.profile.v1.RecordConsentDecisionRequest;
import health.lifelong.profile.v1.RecordConsentDecisionResponse;
import health.lifelong.profile.v1.ResolvePersonRequest;
import health.lifelong.profile.v1.ResolvePersonResponse;
import io.quarkus.grpc.GrpcService;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The person over gRPC: identifiers, consent, who looked. */
@GrpcService
@Authenticated
public class PersonGrpcService implements PersonService {
  private static final int DEFAULT_PAGE = 50;
  private static final int LARGEST_PAGE = 200;

  private final Callers callers;
  private final PersonDirectory directory;
  private final ConsentBook consents;
  private final TimeOrderedIds ids;
  private final Clock clock = Clock.systemUTC();

  PersonGrpcService(
      Callers callers, PersonDirectory directory, ConsentBook consents, TimeOrderedIds ids) {
    this.callers = callers;
    this.directory = directory;
    this.consents = consents;
    this.ids = ids;
  }

  @Override
  public Uni<ResolvePersonResponse> resolvePerson(ResolvePersonRequest request) {
    Caller caller = callers.require(Role.CENTRE, Role.CLINICIAN, Role.OPERATOR, Role.SERVICE);
    boolean ofOneCentre = caller.role() == Role.CENTRE || caller.role() == Role.CLINICIAN;
    if (ofOneCentre && !request.getCentre().equals(caller.centre())) {
      throw new LifelongException(ErrorReason.ERROR_REASON_NOT_FOUND, "unknown or foreign person");
    }
    if (request.getCentre().isBlank() || request.getIdentifier().getValue().isBlank()) {
      throw Requests.invalid("identifier");
    }
    Identifier identifier =
        new Identifier(
            request.getIdentifier().getSystem(),
            request.getIdentifier().getValue(),
            request.getIdentifier().getType());
    return directory
        .resolve(caller, request.getCentre(), identifier)
        .map(person -> ResolvePersonResponse.newBuilder().setPersonId(person.toString()).build());
  }

  @Override
  public Uni<RecordConsentDecisionResponse> recordConsentDecision(
      RecordConsentDecisionRequest request) {
    UUID person = Requests.person(request.getPersonId());
    ConsentDecision decision = read(request.getDecision());
    return consents
        .record(callers.current(), person, request.getRequestId(), decision)
        .map(ConsentAnswer::of)
        .map(recorded -> RecordConsentDecisionResponse.newBuilder().setDecision(recorded).build());
  }

  private ConsentDecision read(health.lifelong.profile.v1.ConsentDecision decision) {
    Instant given = decision.hasGivenTime() ? instant(decision.getGivenTime()) : clock.instant();
    Instant givenAt = given.truncatedTo(ChronoUnit.MICROS);
    Instant validTo =
        decision.hasValidToTime()
            ? instant(decision.getValidToTime()).truncatedTo(ChronoUnit.MICROS)
            : ConsentRules.latestEnd(givenAt);
    return new ConsentDecision(
        ids.next(),
        Requests.category(decision.getCategory()),
        Requests.purpose(decision.getPurpose()),
        decision.getGrantee(),
        kind(decision),
        decision.getTextId(),
        decision.getLanguage(),
        decision.getEvidence(),
        givenAt,
        validTo);
  }

  private static ConsentDecision.Kind kind(health.lifelong.profile.v1.ConsentDecision decision) {
    return switch (decision.getDecision()) {
      case DECISION_GRANT -> ConsentDecision.Kind.GRANT;
      case DECISION_DENY -> ConsentDecision.Kind.DENY;
      case DECISION_WITHDRAW -> ConsentDecision.Kind.WITHDRAW;
      case DECISION_UNSPECIFIED, UNRECOGNIZED -> throw Requests.invalid("decision.decision");
    };
  }

  private static Instant instant(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
  }

  @Override
  public Uni<ListConsentDecisionsResponse> listConsentDecisions(
      ListConsentDecisionsRequest request) {
    return consents
        .list(callers.current(), Requests.person(request.getPersonId()))
        .map(history -> history.stream().map(ConsentAnswer::of).toList())
        .map(history -> ListConsentDecisionsResponse.newBuilder().addAllDecisions(history).build());
  }

  @Override
  public Uni<ListAccessEventsResponse> listAccessEvents(ListAccessEventsRequest request) {
    int asked = request.getPageSize();
    if (asked < 0 || asked > LARGEST_PAGE) {
      throw Requests.invalid("page_size");
    }
    int size = asked == 0 ? DEFAULT_PAGE : asked;
    return directory
        .accessEvents(
            callers.current(),
            Requests.person(request.getPersonId()),
            before(request.getPageToken()),
            size + 1)
        .map(events -> AccessAnswer.page(events, size));
  }

  private static long before(String pageToken) {
    if (pageToken.isEmpty()) {
      return Long.MAX_VALUE;
    }
    try {
      return Long.parseLong(pageToken);
    } catch (NumberFormatException e) {
      throw Requests.invalid("page_token");
    }
  }
}
