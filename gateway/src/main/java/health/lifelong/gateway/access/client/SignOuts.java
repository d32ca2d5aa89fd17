package health.lifelong.gateway.access.client;

import health.lifelong.platform.Calls;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.v1.MutinyRevocationServiceGrpc.MutinyRevocationServiceStub;
import health.lifelong.profile.v1.Revocation;
import health.lifelong.profile.v1.RevokeRequest;
import io.quarkus.grpc.GrpcClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends every token of a person. */
@ApplicationScoped
public class SignOuts {
  private final MutinyRevocationServiceStub profile;

  SignOuts(@GrpcClient("profile") MutinyRevocationServiceStub profile) {
    this.profile = profile;
  }

  /** Ends what was issued to that person until now; within five seconds every service knows. */
  public Uni<Void> everywhere(String token, String personId) {
    return Calls.as(profile, token, Calls.READ)
        .revoke(
            RevokeRequest.newBuilder()
                .setKind(Revocation.Kind.KIND_PERSON)
                .setValue(personId)
                .build())
        .onFailure()
        .transform(LifelongException::from)
        .replaceWithVoid();
  }
}
