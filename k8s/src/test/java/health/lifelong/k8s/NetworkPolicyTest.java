package health.lifelong.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.lifelong.k8s.NetworkFlows.Flow;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkPolicyTest {
  private static final int DATABASE = 5432;
  private static final int HTTPS = 8443;

  static List<Manifests> all() {
    return Manifests.all();
  }

  static List<Manifests> regions() {
    return Manifests.regions();
  }

  @ParameterizedTest
  @MethodSource("all")
  void connectionsBetweenWorkloadsAreTheCallGraphOfTheServices(Manifests manifests) {
    NetworkFlows flows = new NetworkFlows(manifests);
    assertThat(flows.leaving()).isEqualTo(callGraph());
    assertThat(flows.arriving()).isEqualTo(callGraph());
  }

  @ParameterizedTest
  @MethodSource("all")
  void nothingButNameResolutionLeavesTheNamespace(Manifests manifests) {
    Set<Flow> expected =
        manifests.pods().keySet().stream()
            .map(
                pod ->
                    new Flow(
                        pod,
                        "namespace {kubernetes.io/metadata.name=kube-system} {k8s-app=kube-dns}",
                        53))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(new NetworkFlows(manifests).toOutside()).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("all")
  void fromOutsideComeIngressToTheGatewayMonitoringAndCentresToTheirDoors(Manifests manifests) {
    Set<Flow> expected = new TreeSet<>();
    for (Application application : Application.all()) {
      expected.add(
          new Flow(
              "namespace {lifelong.health/purpose=monitoring}",
              application.name(),
              application.managementPort()));
    }
    Application gateway =
        Application.all().stream()
            .filter(a -> a.name().equals("gateway"))
            .findFirst()
            .orElseThrow();
    expected.add(
        new Flow("namespace {lifelong.health/purpose=ingress}", "gateway", gateway.port()));
    Set<Flow> actual = new NetworkFlows(manifests).fromOutside();
    Set<Flow> centres =
        actual.stream()
            .filter(flow -> flow.from().contains("/") && !flow.from().startsWith("namespace"))
            .collect(Collectors.toCollection(TreeSet::new));
    expected.addAll(centres);
    assertThat(actual).isEqualTo(expected);
    assertThat(centres).allMatch(flow -> flow.to().equals("ingestion-service"));
  }

  @ParameterizedTest
  @MethodSource("regions")
  void anMllpDoorIsReachableForItsOwnCentreOnly(Manifests manifests) {
    Map<Integer, Set<String>> sendersByPort = new TreeMap<>();
    new NetworkFlows(manifests)
        .fromOutside().stream()
            .filter(
                flow ->
                    flow.to().equals("ingestion-service") && !flow.from().startsWith("namespace"))
            .forEach(
                flow ->
                    sendersByPort
                        .computeIfAbsent(flow.port(), port -> new TreeSet<>())
                        .add(flow.from()));

    Map<String, String> environment = manifests.environment("ingestion-service");
    Set<Integer> listeners =
        environment.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("LIFELONG_MLLP_LISTENERS_"))
            .map(entry -> Integer.valueOf(entry.getValue().replace("0.0.0.0:", "")))
            .collect(Collectors.toCollection(TreeSet::new));

    Set<Integer> doors = new TreeSet<>(listeners);
    doors.add(HTTPS);
    assertThat(sendersByPort.keySet()).isEqualTo(doors);
    Set<String> everyCentre = sendersByPort.remove(HTTPS);
    assertThat(sendersByPort.values()).allSatisfy(senders -> assertThat(senders).hasSize(1));
    assertThat(sendersByPort.values().stream().flatMap(Set::stream).toList())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(everyCentre);
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyPodIsDeniedByDefaultInBothDirections(Manifests manifests) {
    NetworkPolicy deny = manifests.one(NetworkPolicy.class, "default-deny");
    assertThat(deny.getSpec().getPodSelector().getMatchLabels()).isNullOrEmpty();
    assertThat(deny.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
    assertThat(deny.getSpec().getIngress()).isEmpty();
    assertThat(deny.getSpec().getEgress()).isEmpty();
  }

  @Test
  void theEvaluatorSeesAnEdgeThatOneTooWideAPolicyOpens() {
    Manifests base = Manifests.all().getFirst();
    ObjectNode wide =
        Kustomization.documents(
                """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata:
                  name: wide
                spec:
                  podSelector:
                    matchLabels:
                      app.kubernetes.io/name: analytics-service
                  policyTypes: [Egress]
                  egress:
                    - {}
                """)
            .getFirst();
    NetworkFlows flows = new NetworkFlows(with(base, Manifests.typed(wide)));
    assertThat(flows.leaving()).contains(new Flow("analytics-service", "database", DATABASE));
    assertThat(flows.toOutside()).contains(new Flow("analytics-service", "everybody", -1));
  }

  @Test
  void theEvaluatorSeesWhatHappensWithoutTheDefaultDeny() {
    Manifests base = Manifests.all().getFirst();
    Manifests open =
        new Manifests(
            "open", base.resources().stream().filter(r -> !(r instanceof NetworkPolicy)).toList());
    assertThat(open.all(Namespace.class)).hasSize(1);
    assertThat(new NetworkFlows(open).arriving())
        .contains(new Flow("gateway", "database", DATABASE));
  }

  /** The calls that the services are configured for, and the ways to the database. */
  private static Set<Flow> callGraph() {
    Set<Flow> graph = new TreeSet<>();
    for (Application application : Application.all()) {
      application
          .calls()
          .forEach((callee, port) -> graph.add(new Flow(application.name(), callee, port)));
      if (application.hasDatabase()) {
        graph.add(new Flow(application.name(), "database", DATABASE));
        graph.add(
            new Flow(application.name().replace("-service", "-migrations"), "database", DATABASE));
      }
    }
    return graph;
  }

  private static Manifests with(Manifests manifests, HasMetadata more) {
    return new Manifests(
        "changed", Stream.concat(manifests.resources().stream(), Stream.of(more)).toList());
  }
}
