package health.lifelong.gateway.access.client;

import health.lifelong.platform.Calls;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.v1.IssueAccountCodeRequest;
import health.lifelong.profile.v1.IssueAccountCodeResponse;
import health.lifelong.profile.v1.LinkVerifiedAccountRequest;
import health.lifelong.profile.v1.MutinyAccountServiceGrpc.MutinyAccountServiceStub;
import health.lifelong.profile.v1.RedeemAccountCodeRequest;
import health.lifelong.profile.v1.ReportWrongLinkRequest;
import io.quarkus.grpc.GrpcClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Links of accounts. Every call carries the caller's own token; who may ask is decided behind. */
@ApplicationScoped
public class Accounts {
  private final MutinyAccountServiceStub profile;

  Accounts(@GrpcClient("profile") MutinyAccountServiceStub profile) {
    this.profile = profile;
  }

  /** A one-time code for a person whom the centre knows. */
  public Uni<IssueAccountCodeResponse> issue(String token, String centre, String person) {
    return known(
        as(token)
            .issueAccountCode(
                IssueAccountCodeRequest.newBuilder()
                    .setCentre(centre)
                    .setPersonId(person)
                    .build()));
  }

  /** Links the caller's account by a code. */
  public Uni<Void> redeem(String token, String code, String birthDate) {
    return known(
            as(token)
                .redeemAccountCode(
                    RedeemAccountCodeRequest.newBuilder()
                        .setCode(code)
                        .setBirthDate(birthDate)
                        .build()))
        .replaceWithVoid();
  }

  /** Links the caller's account by what the identity provider has verified. */
  public Uni<Void> linkVerified(String token) {
    return known(as(token).linkVerifiedAccount(LinkVerifiedAccountRequest.getDefaultInstance()))
        .replaceWithVoid();
  }

  /** Ends the link of a person's account; {@code centre} is empty where the person reports. */
  public Uni<Void> reportWrong(String token, String person, String centre) {
    return known(
            as(token)
                .reportWrongLink(
                    ReportWrongLinkRequest.newBuilder()
                        .setPersonId(person)
                        .setCentre(centre)
                        .build()))
        .replaceWithVoid();
  }

  private MutinyAccountServiceStub as(String token) {
    return Calls.as(profile, token, Calls.READ);
  }

  private static <T> Uni<T> known(Uni<T> call) {
    return call.onFailure().transform(LifelongException::from);
  }
}
