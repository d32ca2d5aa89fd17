package health.lifelong.analytics.record.client;

import health.lifelong.analytics.record.app.RecordSource;
import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.Calls;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.v1.GenomeBlock;
import health.lifelong.profile.v1.GetRecordRequest;
import health.lifelong.profile.v1.RecordServiceGrpc.RecordServiceBlockingStub;
import health.lifelong.profile.v1.StreamGenomeRequest;
import health.lifelong.profile.v1.StreamGenomeResponse;
import health.lifelong.vocabulary.genome.CallBlock;
import health.lifelong.vocabulary.genome.GenotypeTable;
import health.lifelong.vocabulary.genome.Genotypes;
import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.GrpcClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Asks profile-service, with the end user's token beside the call. Genotypes stay in the memory of
 * the call that asked for them: nothing here stores, caches or logs one.
 */
@ApplicationScoped
public class ProfileRecords implements RecordSource {
  private final RecordServiceBlockingStub profile;
  private final JsonWebToken token;

  public ProfileRecords(
      @GrpcClient("profile") RecordServiceBlockingStub profile, JsonWebToken token) {
    this.profile = profile;
    this.token = token;
  }

  @Override
  public PersonRecord record(String personId, Purpose purpose) {
    GetRecordRequest request =
        GetRecordRequest.newBuilder().setPersonId(personId).setPurpose(purpose(purpose)).build();
    try {
      return RecordMapper.record(
          Calls.as(profile, token.getRawToken(), Calls.READ).getRecord(request));
    } catch (StatusRuntimeException e) {
      throw LifelongException.from(e);
    }
  }

  @Override
  public Optional<Genotypes> genotypes(String personId, Purpose purpose) {
    StreamGenomeRequest request =
        StreamGenomeRequest.newBuilder().setPersonId(personId).setPurpose(purpose(purpose)).build();
    try {
      return table(Calls.as(profile, token.getRawToken(), Calls.COMPUTE).streamGenome(request));
    } catch (StatusRuntimeException e) {
      throw LifelongException.from(e);
    }
  }

  private static Optional<Genotypes> table(Iterator<StreamGenomeResponse> parts) {
    GenotypeTable.Builder calls = new GenotypeTable.Builder();
    String build = "unknown";
    int expected = 0;
    while (parts.hasNext()) {
      StreamGenomeResponse part = parts.next();
      if (part.getSequence() != expected) {
        throw new LifelongException(
            ErrorReason.ERROR_REASON_INTERNAL, "a block of the genome is lost");
      }
      expected++;
      if (part.hasGenome()) {
        build = part.getGenome().getBuild();
      }
      if (part.hasBlock()) {
        calls.add(block(part.getBlock()));
      }
    }
    return expected == 0 ? Optional.empty() : Optional.of(calls.build(build));
  }

  private static CallBlock block(GenomeBlock sent) {
    return new CallBlock(
        sent.getChromosome(),
        sent.getFirstPosition(),
        sent.getLastPosition(),
        sent.getCalls(),
        sent.getPacked().toByteArray(),
        sent.getChecksum());
  }

  private static health.lifelong.common.v1.Purpose purpose(Purpose purpose) {
    return switch (purpose) {
      case HEALTH_MANAGEMENT -> health.lifelong.common.v1.Purpose.PURPOSE_HEALTH_MANAGEMENT;
      case CARE -> health.lifelong.common.v1.Purpose.PURPOSE_CARE;
    };
  }
}
