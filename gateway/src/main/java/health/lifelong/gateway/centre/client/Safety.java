package health.lifelong.gateway.centre.client;

import health.lifelong.platform.Calls;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.v1.AcknowledgeCriticalResultRequest;
import health.lifelong.profile.v1.CriticalResult;
import health.lifelong.profile.v1.ListCriticalResultsRequest;
import health.lifelong.profile.v1.ListCriticalResultsResponse;
import health.lifelong.profile.v1.MutinySafetyServiceGrpc.MutinySafetyServiceStub;
import health.lifelong.profile.v1.ReleaseResultsRequest;
import health.lifelong.profile.v1.ReleaseResultsResponse;
import io.quarkus.grpc.GrpcClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Critical results and releases. Every call carries the caller's own token; who may ask is decided
 * behind, so that a refusal and an unknown id have one body.
 */
@ApplicationScoped
public class Safety {
  private final MutinySafetyServiceStub safety;

  public Safety(@GrpcClient("profile") MutinySafetyServiceStub safety) {
    this.safety = safety;
  }

  public Uni<ListCriticalResultsResponse> list(String token, ListCriticalResultsRequest request) {
    return known(Calls.as(safety, token, Calls.READ).listCriticalResults(request));
  }

  public Uni<CriticalResult> acknowledge(String token, AcknowledgeCriticalResultRequest request) {
    return known(Calls.as(safety, token, Calls.READ).acknowledgeCriticalResult(request))
        .map(answer -> answer.getResult());
  }

  public Uni<ReleaseResultsResponse> release(String token, ReleaseResultsRequest request) {
    return known(Calls.as(safety, token, Calls.READ).releaseResults(request));
  }

  private static <T> Uni<T> known(Uni<T> call) {
    return call.onFailure().transform(LifelongException::from);
  }
}
