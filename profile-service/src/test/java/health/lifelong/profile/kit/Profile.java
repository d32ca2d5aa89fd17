package health.lifelong.profile.kit;

import health.lifelong.common.v1.Category;
import health.lifelong.common.v1.Purpose;
import health.lifelong.platform.Calls;
import health.lifelong.profile.v1.AccountServiceGrpc;
import health.lifelong.profile.v1.AuditServiceGrpc;
import health.lifelong.profile.v1.BatchWriteRecordsRequest;
import health.lifelong.profile.v1.BreakGlassServiceGrpc;
import health.lifelong.profile.v1.ConsentDecision;
import health.lifelong.profile.v1.GetRecordRequest;
import health.lifelong.profile.v1.GetRecordResponse;
import health.lifelong.profile.v1.IdentityServiceGrpc;
import health.lifelong.profile.v1.KeyServiceGrpc;
import health.lifelong.profile.v1.PersonServiceGrpc;
import health.lifelong.profile.v1.RecordConsentDecisionRequest;
import health.lifelong.profile.v1.RecordEntry;
import health.lifelong.profile.v1.RecordResult;
import health.lifelong.profile.v1.RecordServiceGrpc;
import health.lifelong.profile.v1.RevocationServiceGrpc;
import health.lifelong.profile.v1.RightsServiceGrpc;
import health.lifelong.profile.v1.SafetyServiceGrpc;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The service as its callers see it: over gRPC, with a token. */
public final class Profile implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private final ManagedChannel channel;

  public Profile(int port) {
    this.channel =
        ManagedChannelBuilder.forAddress("localhost", port)
            .usePlaintext()
            .maxInboundMessageSize(64 << 20)
            .build();
  }

  public RecordServiceGrpc.RecordServiceBlockingStub records(String token) {
    return Calls.as(RecordServiceGrpc.newBlockingStub(channel), token, DEADLINE);
  }

  public PersonServiceGrpc.PersonServiceBlockingStub persons(String token) {
    return Calls.as(PersonServiceGrpc.newBlockingStub(channel), token, DEADLINE);
  }

  public SafetyServiceGrpc.SafetyServiceBlockingStub safety(String token) {
    return Calls.as(SafetyServiceGrpc.newBlockingStub(channel), token, DEADLINE);
  }

  public RevocationServiceGrpc.RevocationServiceBlockingStub revocations(String token) {
    return Calls.as(RevocationServiceGrpc.newBlockingStub(channel), token, DEADLINE);
  }

  /** The connection itself, for calls that no stub makes. */
  public ManagedChannel channel() {
    return channel;
  }

  public AuditServiceGrpc.AuditServiceBlockingStub audit(String token) {
    return Calls.as(AuditServiceGrpc.newBlockingStub(channel), token, DEADLINE);
  }

  public BreakGlassServiceGrpc.BreakGlassServiceBlockingStub glasses(String token) {
    return Calls.as(BreakGlassServiceGrpc.newBlockingStub(channel), token, DEADLINE);
  }

  public RightsServiceGrpc.RightsServiceBlockingStub rights(String token) {
    return Calls.as(RightsServiceGrpc.newBlockingStub(channel), token, DEADLINE);
  }

  public KeyServiceGrpc.KeyServiceBlockingStub keys(String token) {
    return Calls.as(KeyServiceGrpc.newBlockingStub(channel), token, DEADLINE);
  }

  public IdentityServiceGrpc.IdentityServiceBlockingStub identity(String token) {
    return Calls.as(IdentityServiceGrpc.newBlockingStub(channel), token, DEADLINE);
  }

  public AccountServiceGrpc.AccountServiceBlockingStub accounts(String token) {
    return Calls.as(AccountServiceGrpc.newBlockingStub(channel), token, DEADLINE);
  }

  public RecordServiceGrpc.RecordServiceBlockingStub recordsWithoutToken() {
    return RecordServiceGrpc.newBlockingStub(channel);
  }

  public List<RecordResult> write(List<RecordEntry> entries) {
    return records(Tokens.ingestion())
        .batchWriteRecords(
            BatchWriteRecordsRequest.newBuilder()
                .setRequestId("test")
                .addAllEntries(entries)
                .build())
        .getResultsList();
  }

  public RecordResult write(RecordEntry entry) {
    return write(List.of(entry)).getFirst();
  }

  public GetRecordResponse read(
      String token, String personId, Purpose purpose, Category... categories) {
    return records(token)
        .getRecord(
            GetRecordRequest.newBuilder()
                .setPersonId(personId)
                .setPurpose(purpose)
                .addAllCategories(List.of(categories))
                .build());
  }

  public GetRecordResponse own(String personId) {
    return read(Tokens.person(personId), personId, Purpose.PURPOSE_OWN_ACCESS);
  }

  public ConsentDecision decide(
      String personId,
      Category category,
      Purpose purpose,
      String grantee,
      ConsentDecision.Decision decision) {
    return persons(Tokens.person(personId))
        .recordConsentDecision(
            RecordConsentDecisionRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setPersonId(personId)
                .setDecision(decision(category, purpose, grantee, decision))
                .build())
        .getDecision();
  }

  public static ConsentDecision decision(
      Category category, Purpose purpose, String grantee, ConsentDecision.Decision decision) {
    return ConsentDecision.newBuilder()
        .setCategory(category)
        .setPurpose(purpose)
        .setGrantee(grantee)
        .setDecision(decision)
        .setLanguage("ko")
        .setEvidence("app")
        .build();
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
