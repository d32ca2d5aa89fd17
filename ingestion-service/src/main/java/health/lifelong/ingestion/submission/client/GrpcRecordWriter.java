package health.lifelong.ingestion.submission.client;

import health.lifelong.ingestion.submission.app.RecordWriter;
import health.lifelong.platform.Calls;
import health.lifelong.platform.LifelongException;
import health.lifelong.platform.gate.JobTokens;
import health.lifelong.profile.v1.BatchWriteRecordsRequest;
import health.lifelong.profile.v1.BatchWriteRecordsResponse;
import health.lifelong.profile.v1.RecordResult;
import health.lifelong.profile.v1.RecordServiceGrpc.RecordServiceBlockingStub;
import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.GrpcClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Delivers to profile-service under ingestion's job identity. */
@ApplicationScoped
public class GrpcRecordWriter implements RecordWriter {
  /** The job identity under which this service calls profile-service. */
  static final String JOB = "ingestion-service";

  private final RecordServiceBlockingStub profile;
  private final JobTokens tokens;

  public GrpcRecordWriter(
      @GrpcClient("profile") RecordServiceBlockingStub profile, JobTokens tokens) {
    this.profile = profile;
    this.tokens = tokens;
  }

  @Override
  public List<Written> write(List<Piece> batch) {
    BatchWriteRecordsRequest.Builder request =
        BatchWriteRecordsRequest.newBuilder()
            .setRequestId(batch.getFirst().receipt() + "+" + batch.size());
    batch.forEach(piece -> request.addEntries(CanonicalMapper.entry(piece)));
    try {
      BatchWriteRecordsResponse response =
          Calls.as(profile, tokens.current(JOB), Calls.BATCH).batchWriteRecords(request.build());
      return response.getResultsList().stream().map(GrpcRecordWriter::written).toList();
    } catch (StatusRuntimeException e) {
      throw LifelongException.from(e);
    }
  }

  private static Written written(RecordResult result) {
    return new Written(
        result.getPersonId(),
        result.getCreated(),
        result.getUnchanged(),
        result.getSuperseded(),
        result.getWithdrawn(),
        result.getStale(),
        result.getTargetsUnknownList(),
        result.getRedelivered());
  }
}
