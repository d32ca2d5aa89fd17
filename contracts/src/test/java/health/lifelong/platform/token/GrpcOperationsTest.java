package health.lifelong.platform.token;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.v1.InsightLedgerServiceGrpc;
import health.lifelong.analytics.v1.InsightServiceGrpc;
import health.lifelong.analytics.v1.ModelServiceGrpc;
import health.lifelong.ingestion.v1.IngestionServiceGrpc;
import health.lifelong.profile.v1.AccountServiceGrpc;
import health.lifelong.profile.v1.AuditServiceGrpc;
import health.lifelong.profile.v1.BreakGlassServiceGrpc;
import health.lifelong.profile.v1.IdentityServiceGrpc;
import health.lifelong.profile.v1.KeyServiceGrpc;
import health.lifelong.profile.v1.PersonServiceGrpc;
import health.lifelong.profile.v1.RecordServiceGrpc;
import health.lifelong.profile.v1.RevocationServiceGrpc;
import health.lifelong.profile.v1.RightsServiceGrpc;
import health.lifelong.profile.v1.SafetyServiceGrpc;
import health.lifelong.testing.OperationRows;
import io.grpc.MethodDescriptor;
import io.grpc.ServiceDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every gRPC operation of the protos has a row, and every row an operation. */
class GrpcOperationsTest {
  private static final Map<String, Set<ServiceDescriptor>> SERVED =
      Map.of(
          "ingestion-service", Set.of(IngestionServiceGrpc.getServiceDescriptor()),
          "profile-service",
              Set.of(
                  PersonServiceGrpc.getServiceDescriptor(),
                  RecordServiceGrpc.getServiceDescriptor(),
                  SafetyServiceGrpc.getServiceDescriptor(),
                  RevocationServiceGrpc.getServiceDescriptor(),
                  AuditServiceGrpc.getServiceDescriptor(),
                  BreakGlassServiceGrpc.getServiceDescriptor(),
                  RightsServiceGrpc.getServiceDescriptor(),
                  KeyServiceGrpc.getServiceDescriptor(),
                  IdentityServiceGrpc.getServiceDescriptor(),
                  AccountServiceGrpc.getServiceDescriptor()),
          "analytics-service",
              Set.of(
                  InsightServiceGrpc.getServiceDescriptor(),
                  ModelServiceGrpc.getServiceDescriptor(),
                  InsightLedgerServiceGrpc.getServiceDescriptor()));

  @Test
  void everyOperationHasARowAndEveryRowAnOperation() {
    SERVED.forEach(
        (service, descriptors) -> {
          Set<String> operations =
              descriptors.stream()
                  .flatMap(descriptor -> descriptor.getMethods().stream())
                  .map(MethodDescriptor::getFullMethodName)
                  .collect(Collectors.toCollection(TreeSet::new));
          assertThat(OperationRows.rows(service, "grpc")).isEqualTo(operations);
        });
  }

  @Test
  void everyServiceOfTheProtosIsServedBySomebody() throws IOException {
    Pattern service = Pattern.compile("(?m)^service (\\w+) ");
    Set<String> declared = new TreeSet<>();
    try (Stream<Path> protos = Files.walk(Path.of("src/main/proto"))) {
      for (Path proto : protos.filter(file -> file.toString().endsWith(".proto")).toList()) {
        service
            .matcher(Files.readString(proto))
            .results()
            .forEach(hit -> declared.add(hit.group(1)));
      }
    }
    Set<String> served =
        SERVED.values().stream()
            .flatMap(Set::stream)
            .map(ServiceDescriptor::getName)
            .map(name -> name.substring(name.lastIndexOf('.') + 1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(served).isEqualTo(declared);
  }
}
