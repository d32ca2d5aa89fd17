package health.lifelong.gateway.identity.client;

import health.lifelong.platform.Calls;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.v1.DecideIdentityMatchRequest;
import health.lifelong.profile.v1.IdentityMatch;
import health.lifelong.profile.v1.ListIdentityMatchesRequest;
import health.lifelong.profile.v1.ListIdentityMatchesResponse;
import health.lifelong.profile.v1.MutinyIdentityServiceGrpc.MutinyIdentityServiceStub;
import io.quarkus.grpc.GrpcClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Matches. Every call carries the operator's own token; who may ask is decided behind. */
@ApplicationScoped
public class Identities {
  private final MutinyIdentityServiceStub identities;

  public Identities(@GrpcClient("profile") MutinyIdentityServiceStub identities) {
    this.identities = identities;
  }

  public Uni<ListIdentityMatchesResponse> list(String token, ListIdentityMatchesRequest request) {
    return known(Calls.as(identities, token, Calls.READ).listIdentityMatches(request));
  }

  public Uni<IdentityMatch> decide(String token, DecideIdentityMatchRequest request) {
    return known(Calls.as(identities, token, Calls.READ).decideIdentityMatch(request))
        .map(answer -> answer.getMatch());
  }

  private static <T> Uni<T> known(Uni<T> call) {
    return call.onFailure().transform(LifelongException::from);
  }
}
