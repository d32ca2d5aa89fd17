package health.lifelong.platform;

import io.grpc.Metadata;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The policy of calls between services: each carries a token and a deadline of its own. The
 * deadline of a Quarkus client's configuration is fixed when the stub is made, so it is set here,
 * per call.
 */
public final class Calls {
  /** A read made while a person waits. */
  public static final Duration READ = Duration.ofSeconds(2);

  /** A read that computes, such as insights. */
  public static final Duration COMPUTE = Duration.ofSeconds(5);

  /** A whole record that a person takes along. */
  public static final Duration EXPORT = Duration.ofSeconds(30);

  /** A batch of deliveries; nobody waits for it. */
  public static final Duration BATCH = Duration.ofSeconds(30);

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private Calls() {}

  /** The stub for one call, in the name of {@code token}. */
  public static <S extends AbstractStub<S>> S as(S stub, String token, Duration deadline) {
    Metadata headers = new Metadata();
    headers.put(AUTHORIZATION, "Bearer " + token);
    return stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
        .withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS);
  }
}
