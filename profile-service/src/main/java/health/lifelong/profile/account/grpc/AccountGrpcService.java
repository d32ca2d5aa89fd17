package health.lifelong.profile.account.grpc;

import com.google.protobuf.Timestamp;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.platform.gate.AccountLinks;
import health.lifelong.platform.gate.AccountLinks.Account;
import health.lifelong.platform.gate.GatePrincipal;
import health.lifelong.profile.access.domain.Role;
import health.lifelong.profile.access.grpc.Callers;
import health.lifelong.profile.access.grpc.Requests;
import health.lifelong.profile.account.app.Accounts;
import health.lifelong.profile.change.app.StoreFailures;
import health.lifelong.profile.v1.AccountService;
import health.lifelong.profile.v1.IssueAccountCodeRequest;
import health.lifelong.profile.v1.IssueAccountCodeResponse;
import health.lifelong.profile.v1.LinkVerifiedAccountRequest;
import health.lifelong.profile.v1.LinkVerifiedAccountResponse;
import health.lifelong.profile.v1.RedeemAccountCodeRequest;
import health.lifelong.profile.v1.RedeemAccountCodeResponse;
import health.lifelong.profile.v1.ReportWrongLinkRequest;
import health.lifelong.profile.v1.ReportWrongLinkResponse;
import health.lifelong.profile.v1.ResolveAccountRequest;
import health.lifelong.profile.v1.ResolveAccountResponse;
import io.quarkus.grpc.GrpcService;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Accounts over gRPC. */
@GrpcService
@Authenticated
public class AccountGrpcService implements AccountService {
  private static final int LONGEST = 64;

  private final Callers callers;
  private final SecurityIdentity identity;
  private final Accounts accounts;
  private final AccountLinks links;

  AccountGrpcService(
      Callers callers, SecurityIdentity identity, Accounts accounts, AccountLinks links) {
    this.callers = callers;
    this.identity = identity;
    this.accounts = accounts;
    this.links = links;
  }

  @Override
  public Uni<IssueAccountCodeResponse> issueAccountCode(IssueAccountCodeRequest request) {
    return accounts
        .issue(
            callers.require(Role.CENTRE),
            request.getCentre(),
            Requests.person(request.getPersonId()))
        .map(
            issued ->
                IssueAccountCodeResponse.newBuilder()
                    .setCode(issued.code())
                    .setExpiresTime(
                        Timestamp.newBuilder().setSeconds(issued.expires().getEpochSecond()))
                    .build());
  }

  @Override
  public Uni<RedeemAccountCodeResponse> redeemAccountCode(RedeemAccountCodeRequest request) {
    if (request.getCode().length() > LONGEST) {
      throw Requests.invalid("code");
    }
    if (request.getBirthDate().length() > LONGEST) {
      throw Requests.invalid("birth_date");
    }
    return accounts
        .redeem(callers.require(Role.PERSON), account(), request.getCode(), request.getBirthDate())
        .replaceWith(RedeemAccountCodeResponse.getDefaultInstance());
  }

  @Override
  public Uni<LinkVerifiedAccountResponse> linkVerifiedAccount(LinkVerifiedAccountRequest request) {
    return accounts
        .linkVerified(callers.require(Role.PERSON), account())
        .replaceWith(LinkVerifiedAccountResponse.getDefaultInstance());
  }

  @Override
  public Uni<ReportWrongLinkResponse> reportWrongLink(ReportWrongLinkRequest request) {
    return accounts
        .wrongLink(
            callers.require(Role.PERSON, Role.CENTRE),
            Requests.person(request.getPersonId()),
            request.getCentre())
        .replaceWith(ReportWrongLinkResponse.getDefaultInstance());
  }

  @Override
  public Uni<ResolveAccountResponse> resolveAccount(ResolveAccountRequest request) {
    callers.require(Role.SERVICE);
    return links
        .personOf(new Account(request.getIssuer(), request.getSubject()))
        .map(person -> ResolveAccountResponse.newBuilder().setPersonId(person.orElse("")).build())
        .onFailure()
        .transform(StoreFailures::translate);
  }

  /** The account as the provider named it, whoever it speaks for. */
  private Account account() {
    if (identity.getPrincipal() instanceof GatePrincipal principal) {
      return new Account(principal.account().issuer(), principal.account().subject());
    }
    throw new LifelongException(ErrorReason.ERROR_REASON_TOKEN_MISSING, "no verified token");
  }
}
