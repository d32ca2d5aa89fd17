package health.lifelong.analytics.record.client;

import health.lifelong.analytics.record.app.RecordSource;
import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.platform.Calls;
import health.lifelong.profile.v1.GetRecordResponse;
import health.lifelong.profile.v1.RecordServiceGrpc.RecordServiceBlockingStub;
import health.lifelong.vocabulary.genome.Genotypes;
import io.quarkus.grpc.GrpcClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Asks profile-service, with the end user's token beside the call. */
@ApplicationScoped
public class ProfileRecords implements RecordSource {
  private final ProfileCalls calls;
  private final JsonWebToken token;

  public ProfileRecords(
      @GrpcClient("profile") RecordServiceBlockingStub profile, JsonWebToken token) {
    this.calls = new ProfileCalls(profile);
    this.token = token;
  }

  @Override
  public PersonRecord record(String personId, Purpose purpose) {
    return RecordMapper.record(response(personId, purpose, 0));
  }

  @Override
  public Answer recordUnless(String personId, Purpose purpose, long knownRevision) {
    GetRecordResponse response = response(personId, purpose, knownRevision);
    return response.getUnchanged()
        ? new Answer.Unchanged(PersonRecord.withheldText(RecordMapper.withheld(response)))
        : new Answer.Read(RecordMapper.record(response));
  }

  private GetRecordResponse response(String personId, Purpose purpose, long knownRevision) {
    return calls.record(token.getRawToken(), personId, purpose(purpose), knownRevision, Calls.READ);
  }

  @Override
  public Optional<Genotypes> genotypes(String personId, Purpose purpose) {
    return calls.genotypes(token.getRawToken(), personId, purpose(purpose), "", Calls.COMPUTE);
  }

  private static health.lifelong.common.v1.Purpose purpose(Purpose purpose) {
    return switch (purpose) {
      case HEALTH_MANAGEMENT -> health.lifelong.common.v1.Purpose.PURPOSE_HEALTH_MANAGEMENT;
      case CARE -> health.lifelong.common.v1.Purpose.PURPOSE_CARE;
    };
  }
}
