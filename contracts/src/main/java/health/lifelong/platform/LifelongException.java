package health.lifelong.platform;

import com.google.protobuf.Any;
import com.google.rpc.ErrorInfo;
import health.lifelong.common.v1.ErrorReason;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal or failure on its way to a caller. Its detail is generic text for the sender's
 * engineers: never a person's data, SQL or a class name.
 */
public final class LifelongException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorReason reason;
  private final transient Map<String, String> metadata;

  public LifelongException(ErrorReason reason, String detail, Map<String, String> metadata) {
    super(detail);
    this.reason = reason;
    this.metadata = Map.copyOf(metadata);
  }

  public LifelongException(ErrorReason reason, String detail) {
    this(reason, detail, Map.of());
  }

  public ErrorReason reason() {
    return reason;
  }

  /** Facts for the sender, such as the category that lacks consent or the place in the body. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** The gRPC face: canonical code and ErrorInfo. */
  public StatusRuntimeException toStatus() {
    ErrorCatalogue.Entry entry = ErrorCatalogue.of(reason);
    com.google.rpc.Status status =
        com.google.rpc.Status.newBuilder()
            .setCode(entry.grpc().value())
            .setMessage(entry.title())
            .addDetails(
                Any.pack(
                    ErrorInfo.newBuilder()
                        .setReason(ErrorCatalogue.code(entry.reason()))
                        .setDomain(ErrorCatalogue.DOMAIN)
                        .putAllMetadata(metadata)
                        .build()))
            .build();
    return StatusProto.toStatusRuntimeException(status);
  }

  /** Reads any failure of a call back into the catalogue. */
  public static LifelongException from(Throwable failure) {
    return switch (failure) {
      case LifelongException known -> known;
      case StatusRuntimeException status ->
          from(status.getStatus(), StatusProto.fromThrowable(status));
      case StatusException status -> from(status.getStatus(), StatusProto.fromThrowable(status));
      default -> new LifelongException(ErrorReason.ERROR_REASON_INTERNAL, "unexpected failure");
    };
  }

  private static LifelongException from(Status status, com.google.rpc.@Nullable Status details) {
    for (Any any : details == null ? List.<Any>of() : details.getDetailsList()) {
      if (any.is(ErrorInfo.class)) {
        try {
          ErrorInfo info = any.unpack(ErrorInfo.class);
          return new LifelongException(
              ErrorCatalogue.reason(info.getReason()), "", info.getMetadataMap());
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
          return new LifelongException(
              ErrorReason.ERROR_REASON_INTERNAL, "unreadable error detail");
        }
      }
    }
    return switch (status.getCode()) {
      case UNAUTHENTICATED -> new LifelongException(ErrorReason.ERROR_REASON_TOKEN_REJECTED, "");
      case PERMISSION_DENIED ->
          new LifelongException(ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT, "");
      case NOT_FOUND -> new LifelongException(ErrorReason.ERROR_REASON_NOT_FOUND, "");
      case UNAVAILABLE ->
          new LifelongException(ErrorReason.ERROR_REASON_DEPENDENCY_UNAVAILABLE, "");
      case DEADLINE_EXCEEDED ->
          new LifelongException(ErrorReason.ERROR_REASON_DEADLINE_EXCEEDED, "");
      case RESOURCE_EXHAUSTED -> new LifelongException(ErrorReason.ERROR_REASON_TOO_LARGE, "");
      case INVALID_ARGUMENT -> new LifelongException(ErrorReason.ERROR_REASON_ARGUMENT_INVALID, "");
      case OK,
          CANCELLED,
          UNKNOWN,
          ALREADY_EXISTS,
          FAILED_PRECONDITION,
          ABORTED,
          OUT_OF_RANGE,
          UNIMPLEMENTED,
          INTERNAL,
          DATA_LOSS ->
          new LifelongException(ErrorReason.ERROR_REASON_INTERNAL, "");
    };
  }
}
