package health.lifelong.profile.person.grpc;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Role;
import health.lifelong.profile.access.grpc.Callers;
import health.lifelong.profile.access.grpc.Requests;
import health.lifelong.profile.consent.app.ConsentBook;
import health.lifelong.profile.person.app.PersonDirectory;
import health.lifelong.profile.person.domain.Identifier;
import health.lifelong.profile.v1.ListAccessEventsRequest;
import health.lifelong.profile.v1.ListAccessEventsResponse;
import health.lifelong.profile.v1.ListConsentDecisionsRequest;
import health.lifelong.profile.v1.ListConsentDecisionsResponse;
import health.lifelong.profile.v1.PersonService;
import health.lifelong.profile.v1.RecordConsentDecisionRequest;
import health.lifelong.profile.v1.RecordConsentDecisionResponse;
import health.lifelong.profile.v1.RecordWrittenConsentRequest;
import health.lifelong.profile.v1.RecordWrittenConsentResponse;
import health.lifelong.profile.v1.ResolvePersonRequest;
import health.lifelong.profile.v1.ResolvePersonResponse;
import io.quarkus.grpc.GrpcService;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
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
  private final ConsentQuestions questions;

  PersonGrpcService(
      Callers callers,
      PersonDirectory directory,
      ConsentBook consents,
      ConsentQuestions questions) {
    this.callers = callers;
    this.directory = directory;
    this.consents = consents;
    this.questions = questions;
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
    Caller caller = callers.current();
    return consents
        .record(
            caller,
            person,
            request.getRequestId(),
            questions.own(request.getDecision(), caller.subject()))
        .map(ConsentAnswer::of)
        .map(recorded -> RecordConsentDecisionResponse.newBuilder().setDecision(recorded).build());
  }

  @Override
  public Uni<RecordWrittenConsentResponse> recordWrittenConsent(
      RecordWrittenConsentRequest request) {
    UUID person = Requests.person(request.getPersonId());
    Caller caller = callers.current();
    String centre = request.getCentre();
    return consents
        .recordWritten(
            caller,
            centre,
            person,
            request.getRequestId(),
            questions.written(request.getDecision(), centre, caller.subject()))
        .map(ConsentAnswer::of)
        .map(recorded -> RecordWrittenConsentResponse.newBuilder().setDecision(recorded).build());
  }

  @Override
  public Uni<ListConsentDecisionsResponse> listConsentDecisions(
      ListConsentDecisionsRequest request) {
    return consents
        .list(callers.current(), Requests.person(request.getPersonId()))
        .map(
            history ->
                ListConsentDecisionsResponse.newBuilder()
                    .addAllDecisions(history.stream().map(ConsentAnswer::of).toList())
                    .addAllTexts(ConsentAnswer.texts(consents.shownNow(), request.getLanguage()))
                    .build());
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
