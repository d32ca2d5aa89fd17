package health.lifelong.profile.revocation.grpc;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.platform.gate.RevocationMessages;
import health.lifelong.platform.token.Revocation.Kind;
import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Role;
import health.lifelong.profile.access.grpc.Callers;
import health.lifelong.profile.access.grpc.Requests;
import health.lifelong.profile.change.app.StoreFailures;
import health.lifelong.profile.revocation.app.RevocationBook;
import health.lifelong.profile.v1.ListRevocationsRequest;
import health.lifelong.profile.v1.ListRevocationsResponse;
import health.lifelong.profile.v1.RevocationService;
import health.lifelong.profile.v1.RevokeRequest;
import health.lifelong.profile.v1.RevokeResponse;
import io.quarkus.grpc.GrpcService;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** The list of revocations over gRPC. */
@GrpcService
@Authenticated
public class RevocationGrpcService implements RevocationService {
  private static final int LONGEST = 255;

  private final Callers callers;
  private final RevocationBook book;

  RevocationGrpcService(Callers callers, RevocationBook book) {
    this.callers = callers;
    this.book = book;
  }

  @Override
  public Uni<ListRevocationsResponse> listRevocations(ListRevocationsRequest request) {
    callers.require(Role.SERVICE);
    return book.inForce()
        .map(all -> all.stream().map(RevocationMessages::message).toList())
        .map(all -> ListRevocationsResponse.newBuilder().addAllRevocations(all).build())
        .onFailure()
        .transform(StoreFailures::translate);
  }

  @Override
  public Uni<RevokeResponse> revoke(RevokeRequest request) {
    Caller caller = callers.require(Role.PERSON, Role.OPERATOR);
    Kind kind =
        RevocationMessages.kind(request.getKind()).orElseThrow(() -> Requests.invalid("kind"));
    String value = request.getValue();
    if (value.isBlank() || value.length() > LONGEST || value.indexOf('\0') >= 0) {
      throw Requests.invalid("value");
    }
    boolean own = kind == Kind.PERSON && value.equals(caller.subject());
    if (caller.role() == Role.PERSON && !own) {
      throw new LifelongException(ErrorReason.ERROR_REASON_NOT_FOUND, "not the caller's own");
    }
    return book.revoke(kind, value)
        .map(RevocationMessages::message)
        .map(revoked -> RevokeResponse.newBuilder().setRevocation(revoked).build())
        .onFailure()
        .transform(StoreFailures::translate);
  }
}
