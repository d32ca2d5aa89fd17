package health.lifelong.platform;

import health.lifelong.common.v1.ErrorReason;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.ExceptionHandler;
import io.quarkus.grpc.ExceptionHandlerProvider;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * The one place where a failure becomes a gRPC status. What is not in the catalogue is INTERNAL and
 * logged once, here.
 */
@ApplicationScoped
public class GrpcErrors implements ExceptionHandlerProvider {
  private static final Logger LOG = Logger.getLogger(GrpcErrors.class);

  @Override
  public <Q, A> ExceptionHandler<Q, A> createHandler(
      Listener<Q> listener, ServerCall<Q, A> serverCall, Metadata metadata) {
    return new ExceptionHandler<>(listener, serverCall, metadata) {
      @Override
      protected void handleException(Throwable failure, ServerCall<Q, A> call, Metadata headers) {
        StatusRuntimeException status = status(failure);
        call.close(status.getStatus(), trailers(status));
      }
    };
  }

  @Override
  public Throwable transform(Throwable failure) {
    return status(failure);
  }

  private static Metadata trailers(StatusRuntimeException status) {
    Metadata trailers = status.getTrailers();
    return trailers == null ? new Metadata() : trailers;
  }

  private static StatusRuntimeException status(Throwable failure) {
    return switch (failure) {
      case LifelongException known -> known.toStatus();
      case StatusRuntimeException status -> status;
      case StatusException status -> LifelongException.from(status).toStatus();
      case UnauthorizedException refused ->
          new LifelongException(ErrorReason.ERROR_REASON_TOKEN_MISSING, "").toStatus();
      case AuthenticationFailedException refused ->
          new LifelongException(ErrorReason.ERROR_REASON_TOKEN_REJECTED, "").toStatus();
      case ForbiddenException refused ->
          new LifelongException(ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT, "").toStatus();
      default -> {
        LOG.errorf(failure, "unexpected failure");
        yield new LifelongException(ErrorReason.ERROR_REASON_INTERNAL, "").toStatus();
      }
    };
  }
}
