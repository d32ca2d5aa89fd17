package health.lifelong.gateway.me.client;

import health.lifelong.analytics.v1.ListInsightsRequest;
import health.lifelong.analytics.v1.ListInsightsResponse;
import health.lifelong.analytics.v1.MutinyInsightServiceGrpc.MutinyInsightServiceStub;
import health.lifelong.common.v1.Category;
import health.lifelong.common.v1.Purpose;
import health.lifelong.platform.Calls;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.v1.ErasePersonRequest;
import health.lifelong.profile.v1.ErasePersonResponse;
import health.lifelong.profile.v1.ExportRecordRequest;
import health.lifelong.profile.v1.ExportRecordResponse;
import health.lifelong.profile.v1.GetRecordRequest;
import health.lifelong.profile.v1.GetRecordResponse;
import health.lifelong.profile.v1.Identifier;
import health.lifelong.profile.v1.ListAccessEventsRequest;
import health.lifelong.profile.v1.ListAccessEventsResponse;
import health.lifelong.profile.v1.ListConsentDecisionsRequest;
import health.lifelong.profile.v1.ListConsentDecisionsResponse;
import health.lifelong.profile.v1.MutinyPersonServiceGrpc.MutinyPersonServiceStub;
import health.lifelong.profile.v1.MutinyRecordServiceGrpc.MutinyRecordServiceStub;
import health.lifelong.profile.v1.MutinyRightsServiceGrpc.MutinyRightsServiceStub;
import health.lifelong.profile.v1.RecordConsentDecisionRequest;
import health.lifelong.profile.v1.RecordConsentDecisionResponse;
import health.lifelong.profile.v1.RecordWrittenConsentRequest;
import health.lifelong.profile.v1.RecordWrittenConsentResponse;
import health.lifelong.profile.v1.ResolvePersonRequest;
import health.lifelong.profile.v1.ResolvePersonResponse;
import io.quarkus.grpc.GrpcClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The services behind the gateway. Every call carries the caller's own token and a deadline;
 * failures come as the catalogue's.
 */
@ApplicationScoped
public class Backend {
  private final MutinyRecordServiceStub records;
  private final MutinyPersonServiceStub persons;
  private final MutinyRightsServiceStub rights;
  private final MutinyInsightServiceStub insights;

  public Backend(
      @GrpcClient("profile") MutinyRecordServiceStub records,
      @GrpcClient("profile") MutinyPersonServiceStub persons,
      @GrpcClient("profile") MutinyRightsServiceStub rights,
      @GrpcClient("analytics") MutinyInsightServiceStub insights) {
    this.records = records;
    this.persons = persons;
    this.rights = rights;
    this.insights = insights;
  }

  public Uni<GetRecordResponse> record(String token, String personId, Purpose purpose) {
    return known(
        Calls.as(records, token, Calls.READ)
            .getRecord(
                GetRecordRequest.newBuilder().setPersonId(personId).setPurpose(purpose).build()));
  }

  /** All of a person's own record that may be taken along. */
  public Uni<GetRecordResponse> export(String token, String personId) {
    return known(
            Calls.as(records, token, Calls.EXPORT)
                .exportRecord(ExportRecordRequest.newBuilder().setPersonId(personId).build()))
        .map(ExportRecordResponse::getRecord);
  }

  /** The genetic part of a person's own record. */
  public Uni<GetRecordResponse> genomes(String token, String personId) {
    return known(
        Calls.as(records, token, Calls.READ)
            .getRecord(
                GetRecordRequest.newBuilder()
                    .setPersonId(personId)
                    .setPurpose(Purpose.PURPOSE_OWN_ACCESS)
                    .addCategories(Category.CATEGORY_GENETIC_REPORT)
                    .build()));
  }

  public Uni<ListInsightsResponse> insights(String token, String personId, String language) {
    return known(
        Calls.as(insights, token, Calls.COMPUTE)
            .listInsights(
                ListInsightsRequest.newBuilder()
                    .setPersonId(personId)
                    .setLanguage(language)
                    .build()));
  }

  public Uni<ListConsentDecisionsResponse> consents(
      String token, String personId, String language) {
    return known(
        Calls.as(persons, token, Calls.READ)
            .listConsentDecisions(
                ListConsentDecisionsRequest.newBuilder()
                    .setPersonId(personId)
                    .setLanguage(language)
                    .build()));
  }

  public Uni<RecordConsentDecisionResponse> decide(
      String token, RecordConsentDecisionRequest request) {
    return known(Calls.as(persons, token, Calls.READ).recordConsentDecision(request));
  }

  /** Records what a person decided at a centre. */
  public Uni<RecordWrittenConsentResponse> recordWritten(
      String token, RecordWrittenConsentRequest request) {
    return known(Calls.as(persons, token, Calls.READ).recordWrittenConsent(request));
  }

  public Uni<ListAccessEventsResponse> accessEvents(
      String token, String personId, int pageSize, String pageToken) {
    return known(
        Calls.as(persons, token, Calls.READ)
            .listAccessEvents(
                ListAccessEventsRequest.newBuilder()
                    .setPersonId(personId)
                    .setPageSize(pageSize)
                    .setPageToken(pageToken)
                    .build()));
  }

  public Uni<ResolvePersonResponse> resolve(String token, String centre, String identifier) {
    return known(
        Calls.as(persons, token, Calls.READ)
            .resolvePerson(
                ResolvePersonRequest.newBuilder()
                    .setCentre(centre)
                    .setIdentifier(Identifier.newBuilder().setValue(identifier))
                    .build()));
  }

  /** Erases the person; the same again gives the same answer. */
  public Uni<ErasePersonResponse> erase(String token, String personId) {
    return known(
        Calls.as(rights, token, Calls.COMPUTE)
            .erasePerson(ErasePersonRequest.newBuilder().setPersonId(personId).build()));
  }

  private static <T> Uni<T> known(Uni<T> call) {
    return call.onFailure().transform(LifelongException::from);
  }
}
