package health.lifelong.analytics.ledger.client;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
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
import health.lifelong.profile.v1.CheckupView;
import health.lifelong.profile.v1.GetRecordResponse;
import health.lifelong.profile.v1.Observation;
import health.lifelong.profile.v1.RecordServiceGrpc.RecordServiceBlockingStub;
import health.lifelong.profile.v1.StreamChangesRequest;
import health.lifelong.profile.v1.StreamChangesResponse;
import health.lifelong.vocabulary.genome.Genotypes;
import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.GrpcClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
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
      GetRecordResponse needed = needed(response);
      return Optional.of(
          new Kept(RecordMapper.record(needed), bytes(needed), validUntil(response)));
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

  /** What the engine reads of an answer: no name, no document, not the sender's own words. */
  private static GetRecordResponse needed(GetRecordResponse response) {
    GetRecordResponse.Builder needed = response.toBuilder().clearValidUntilTime();
    needed.getPersonBuilder().clearName().clearState();
    for (CheckupView.Builder view : needed.getCheckupsBuilderList()) {
      view.getCheckupBuilder().clearDocuments();
      for (Observation.Builder one : view.getCheckupBuilder().getObservationsBuilderList()) {
        one.clearRawCode().clearRawValue().clearRawUnit().clearPosition().clearDevice();
        one.clearReferenceRange().clearInterpretation().clearPanel();
      }
    }
    return needed.build();
  }

  private static byte[] bytes(GetRecordResponse response) {
    byte[] bytes = new byte[response.getSerializedSize()];
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(bytes);
      out.useDeterministicSerialization();
      response.writeTo(out);
      out.checkNoSpaceLeft();
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }

  @Override
  public PersonRecord read(byte[] form) {
    try {
      return RecordMapper.record(GetRecordResponse.parseFrom(form));
    } catch (InvalidProtocolBufferException e) {
      throw new LifelongException(ErrorReason.ERROR_REASON_INTERNAL, "a kept record is broken");
    }
  }

  @Override
  public Optional<Genotypes> genotypes(String personId, String genomeId) {
    return calls.genotypes(token(), personId, PURPOSE, genomeId, Calls.BATCH);
  }
}
