package health.lifelong.analytics.ledger.client;

import com.google.protobuf.Timestamp;
import health.lifelong.analytics.ledger.app.FollowedRecords;
import health.lifelong.analytics.ledger.app.Follower;
import health.lifelong.analytics.record.client.ProfileCalls;
import health.lifelong.analytics.record.client.RecordMapper;
import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.common.v1.Purpose;
import health.lifelong.platform.Calls;
import health.lifelong.platform.LifelongException;
import health.lifelong.platform.gate.JobTokens;
import health.lifelong.profile.v1.GetRecordResponse;
import health.lifelong.profile.v1.RecordServiceGrpc.RecordServiceBlockingStub;
import health.lifelong.profile.v1.StreamChangesRequest;
import health.lifelong.profile.v1.StreamChangesResponse;
import health.lifelong.vocabulary.genome.Genotypes;
import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.GrpcClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads changes and records from profile-service under the identity of the recomputing job. */
@ApplicationScoped
public class FollowedProfile implements FollowedRecords {
  private static final Purpose PURPOSE = Purpose.PURPOSE_HEALTH_MANAGEMENT;

  private final RecordServiceBlockingStub profile;
  private final ProfileCalls calls;
  private final JobTokens tokens;

  public FollowedProfile(
      @GrpcClient("profile") RecordServiceBlockingStub profile, JobTokens tokens) {
    this.profile = profile;
    this.calls = new ProfileCalls(profile);
    this.tokens = tokens;
  }

  private String token() {
    return tokens.current(Follower.JOB);
  }

  @Override
  public List<Change> changes(long after, int limit) {
    StreamChangesRequest request =
        StreamChangesRequest.newBuilder().setAfterSequence(after).setFollow(false).build();
    List<Change> changes = new ArrayList<>();
    // Leaving the stream early must end it, or the owner goes on sending.
    io.grpc.Context.CancellableContext call = io.grpc.Context.current().withCancellation();
    io.grpc.Context before = call.attach();
    try {
      Iterator<StreamChangesResponse> stream =
          Calls.as(profile, token(), Calls.BATCH).streamChanges(request);
      while (changes.size() < limit && stream.hasNext()) {
        StreamChangesResponse change = stream.next();
        changes.add(new Change(change.getSequence(), change.getPersonId()));
      }
      return changes;
    } catch (StatusRuntimeException e) {
      throw LifelongException.from(e);
    } finally {
      call.detach(before);
      call.cancel(null);
    }
  }

  @Override
  public Optional<Kept> record(String personId) {
    try {
      GetRecordResponse response = calls.record(token(), personId, PURPOSE, 0, Calls.BATCH);
      return Optional.of(
          new Kept(RecordMapper.record(response), KeptForm.bytes(response), validUntil(response)));
    } catch (LifelongException refused) {
      if (refused.reason() == ErrorReason.ERROR_REASON_NOT_FOUND) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private static @Nullable Instant validUntil(GetRecordResponse response) {
    Timestamp time = response.getValidUntilTime();
    return response.hasValidUntilTime()
        ? Instant.ofEpochSecond(time.getSeconds(), time.getNanos())
        : null;
  }

  @Override
  public PersonRecord read(byte[] form) {
    return RecordMapper.record(KeptForm.read(form));
  }

  @Override
  public Optional<Genotypes> genotypes(String personId, String genomeId) {
    return calls.genotypes(token(), personId, PURPOSE, genomeId, Calls.BATCH);
  }
}
