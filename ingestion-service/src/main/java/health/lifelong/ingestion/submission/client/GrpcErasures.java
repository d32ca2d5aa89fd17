package health.lifelong.ingestion.submission.client;

import health.lifelong.ingestion.submission.app.Erasures;
import health.lifelong.ingestion.submission.domain.ReceiptId;
import health.lifelong.platform.Calls;
import health.lifelong.platform.LifelongException;
import health.lifelong.platform.gate.JobTokens;
import health.lifelong.profile.v1.Erasure;
import health.lifelong.profile.v1.ListErasuresRequest;
import health.lifelong.profile.v1.RightsServiceGrpc.RightsServiceBlockingStub;
import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.GrpcClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Asks profile-service whom it has erased, under ingestion's job identity. */
@ApplicationScoped
public class GrpcErasures implements Erasures {
  private final RightsServiceBlockingStub profile;
  private final JobTokens tokens;

  public GrpcErasures(@GrpcClient("profile") RightsServiceBlockingStub profile, JobTokens tokens) {
    this.profile = profile;
    this.tokens = tokens;
  }

  @Override
  public List<Erased> after(long sequence) {
    ListErasuresRequest request =
        ListErasuresRequest.newBuilder().setAfterSequence(sequence).build();
    try {
      return Calls.as(profile, tokens.current(GrpcRecordWriter.JOB), Calls.BATCH)
          .listErasures(request)
          .getErasuresList()
          .stream()
          .map(GrpcErasures::erased)
          .toList();
    } catch (StatusRuntimeException e) {
      throw LifelongException.from(e);
    }
  }

  private static Erased erased(Erasure erasure) {
    return new Erased(
        erasure.getSequence(),
        erasure.getReceiptIdsList().stream()
            .map(ReceiptId::parse)
            .flatMap(Optional::stream)
            .toList());
  }
}
