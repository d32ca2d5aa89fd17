package health.lifelong.local.suite;

import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.MetadataUtils;
import java.util.concurrent.TimeUnit;

/** A connection to one of the services of a local run. */
public final class ServiceChannel implements AutoCloseable {
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final ManagedChannel channel;

  private ServiceChannel(ManagedChannel channel) {
    this.channel = channel;
  }

  /** Opens it; loopback, without TLS, as the services speak among themselves locally. */
  public static ServiceChannel open(Ports ports, Service service) {
    return new ServiceChannel(
        NettyChannelBuilder.forAddress("127.0.0.1", ports.http(service))
            .usePlaintext()
            .maxInboundMessageSize(64 << 20)
            .build());
  }

  public ManagedChannel channel() {
    return channel;
  }

  /** A stub that speaks in the name of a token. */
  public <S extends AbstractStub<S>> S as(S stub, String token) {
    Metadata headers = new Metadata();
    headers.put(AUTHORIZATION, "Bearer " + token);
    return stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  @Override
  public void close() {
    channel.shutdownNow();
    try {
      if (!channel.awaitTermination(5, TimeUnit.SECONDS)) {
        throw new Failure("the connection does not close");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
