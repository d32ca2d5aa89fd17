package health.lifelong.gateway.kit;

import com.google.protobuf.Message;
import health.lifelong.analytics.v1.InsightServiceGrpc;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.ingestion.v1.IngestionServiceGrpc;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.v1.AccountServiceGrpc;
import health.lifelong.profile.v1.BreakGlassServiceGrpc;
import health.lifelong.profile.v1.IdentityServiceGrpc;
import health.lifelong.profile.v1.PersonServiceGrpc;
import health.lifelong.profile.v1.RecordServiceGrpc;
import health.lifelong.profile.v1.RightsServiceGrpc;
import health.lifelong.profile.v1.SafetyServiceGrpc;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCalls;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The services behind the gateway, as far as it can tell: every unary call is answered with an
 * empty message, a call about an id that nobody has with NOT_FOUND, and what was asked last is
 * kept.
 */
public class FakeBackend implements QuarkusTestResourceLifecycleManager {
  /** Ids that exist. */
  public static final Set<String> KNOWN =
      Set.of("0190a5b2-0000-7000-8000-000000000001", "known", "seoul");

  private static final String LAST = "lifelong.test.last-request";
  private static final Set<String> IDS =
      Set.of("receipt_id", "critical_id", "break_glass_id", "match_id", "person_id", "identifier");
  private static final List<ServiceDescriptor> SERVICES =
      List.of(
          RecordServiceGrpc.getServiceDescriptor(),
          PersonServiceGrpc.getServiceDescriptor(),
          SafetyServiceGrpc.getServiceDescriptor(),
          AccountServiceGrpc.getServiceDescriptor(),
          BreakGlassServiceGrpc.getServiceDescriptor(),
          IdentityServiceGrpc.getServiceDescriptor(),
          RightsServiceGrpc.getServiceDescriptor(),
          InsightServiceGrpc.getServiceDescriptor(),
          IngestionServiceGrpc.getServiceDescriptor());

  private @Nullable Server server;

  /** After the keys, whose closed ports this opens. */
  @Override
  public int order() {
    return 1;
  }

  @Override
  public Map<String, String> start() {
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    SERVICES.forEach(service -> builder.addService(answering(service)));
    try {
      server = builder.build().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String port = Integer.toString(server.getPort());
    return Map.of(
        "quarkus.grpc.clients.profile.test-port", port,
        "quarkus.grpc.clients.ingestion.test-port", port,
        "quarkus.grpc.clients.analytics.test-port", port,
        "lifelong.http.hosts", "localhost,127.0.0.1");
  }

  private static ServerServiceDefinition answering(ServiceDescriptor service) {
    ServerServiceDefinition.Builder definition = ServerServiceDefinition.builder(service);
    for (MethodDescriptor<?, ?> method : service.getMethods()) {
      if (method.getType() == MethodDescriptor.MethodType.UNARY) {
        answering(method, definition);
      } else {
        refusing(method, definition);
      }
    }
    return definition.build();
  }

  private static <Q, A> void answering(
      MethodDescriptor<Q, A> method, ServerServiceDefinition.Builder definition) {
    definition.addMethod(
        method,
        ServerCalls.asyncUnaryCall(
            (request, answer) -> {
              Message asked = (Message) request;
              System.setProperty(LAST, asked.toString());
              if (isUnknown(asked)) {
                answer.onError(
                    new LifelongException(ErrorReason.ERROR_REASON_NOT_FOUND, "").toStatus());
                return;
              }
              answer.onNext(method.parseResponse(InputStream.nullInputStream()));
              answer.onCompleted();
            }));
  }

  private static <Q, A> void refusing(
      MethodDescriptor<Q, A> method, ServerServiceDefinition.Builder definition) {
    definition.addMethod(
        method,
        ServerCalls.asyncBidiStreamingCall(
            answer -> {
              throw new LifelongException(ErrorReason.ERROR_REASON_NOT_FOUND, "").toStatus();
            }));
  }

  private static boolean isUnknown(Message asked) {
    return asked.getAllFields().entrySet().stream()
        .filter(field -> IDS.contains(field.getKey().getName()))
        .map(
            field ->
                field.getValue() instanceof Message inner
                    ? inner.getAllFields().values().stream().findFirst().orElse("")
                    : field.getValue())
        .anyMatch(id -> !KNOWN.contains(id.toString()));
  }

  @Override
  public void stop() {
    if (server != null) {
      server.shutdownNow();
    }
  }

  /** The last request as protobuf text, in which every byte beyond ASCII is escaped. */
  public static String lastRequest() {
    return System.getProperty(LAST, "");
  }
}
