package health.lifelong.gateway.centre.client;

import health.lifelong.platform.Calls;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.v1.ApproveBreakGlassHoldRequest;
import health.lifelong.profile.v1.BreakGlass;
import health.lifelong.profile.v1.GetBreakGlassRecordRequest;
import health.lifelong.profile.v1.GetRecordResponse;
import health.lifelong.profile.v1.ListBreakGlassesRequest;
import health.lifelong.profile.v1.ListBreakGlassesResponse;
import health.lifelong.profile.v1.MutinyBreakGlassServiceGrpc.MutinyBreakGlassServiceStub;
import health.lifelong.profile.v1.OpenBreakGlassRequest;
import health.lifelong.profile.v1.ReviewBreakGlassRequest;
import io.quarkus.grpc.GrpcClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Break-glass. Every call carries the caller's own token; who may is decided behind. */
@ApplicationScoped
public class BreakGlasses {
  private final MutinyBreakGlassServiceStub glasses;

  public BreakGlasses(@GrpcClient("profile") MutinyBreakGlassServiceStub glasses) {
    this.glasses = glasses;
  }

  public Uni<BreakGlass> open(String token, OpenBreakGlassRequest request) {
    return known(as(token).openBreakGlass(request)).map(answer -> answer.getBreakGlass());
  }

  public Uni<GetRecordResponse> record(String token, GetBreakGlassRecordRequest request) {
    return known(as(token).getBreakGlassRecord(request));
  }

  public Uni<ListBreakGlassesResponse> list(String token, ListBreakGlassesRequest request) {
    return known(as(token).listBreakGlasses(request));
  }

  public Uni<BreakGlass> review(String token, ReviewBreakGlassRequest request) {
    return known(as(token).reviewBreakGlass(request)).map(answer -> answer.getBreakGlass());
  }

  public Uni<BreakGlass> approveHold(String token, ApproveBreakGlassHoldRequest request) {
    return known(as(token).approveBreakGlassHold(request)).map(answer -> answer.getBreakGlass());
  }

  private MutinyBreakGlassServiceStub as(String token) {
    return Calls.as(glasses, token, Calls.READ);
  }

  private static <T> Uni<T> known(Uni<T> call) {
    return call.onFailure().transform(LifelongException::from);
  }
}
