package health.lifelong.platform.gate;

import health.lifelong.platform.LifelongException;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.GlobalInterceptor;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Prioritized;
import java.util.Objects;
import java.util.Optional;

/** The door of gRPC operations. */
@GlobalInterceptor
@ApplicationScoped
public class GrpcDoor implements ServerInterceptor, Prioritized {
  /** Quarkus knows the caller at {@code Integer.MAX_VALUE - 100}; this comes after. */
  private static final int AFTER_IDENTITY = Integer.MAX_VALUE - 200;

  private final Doors doors;
  private final CurrentIdentityAssociation callers;

  GrpcDoor(Doors doors, CurrentIdentityAssociation callers) {
    this.doors = doors;
    this.callers = callers;
  }

  @Override
  public int getPriority() {
    return AFTER_IDENTITY;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    Optional<LifelongException> refusal =
        doors.refusal(call.getMethodDescriptor().getFullMethodName(), callers.getIdentity());
    if (refusal.isEmpty()) {
      return next.startCall(call, headers);
    }
    StatusRuntimeException status = refusal.get().toStatus();
    call.close(
        status.getStatus(), Objects.requireNonNullElseGet(status.getTrailers(), Metadata::new));
    return new ServerCall.Listener<>() {};
  }
}
