package health.lifelong.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ManifestTest {
  static List<Manifests> all() {
    return Manifests.all();
  }

  static List<Manifests> regions() {
    return Manifests.regions();
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyContainerIsRestricted(Manifests manifests) {
    manifests
        .pods()
        .forEach(
            (name, pod) -> {
              PodSpec spec = pod.getSpec();
              assertThat(spec.getSecurityContext().getRunAsNonRoot()).as(name).isTrue();
              assertThat(spec.getSecurityContext().getRunAsUser()).as(name).isPositive();
              assertThat(spec.getSecurityContext().getSeccompProfile().getType())
                  .as(name)
                  .isEqualTo("RuntimeDefault");
              assertThat(spec.getAutomountServiceAccountToken()).as(name).isFalse();
              assertThat(spec.getHostNetwork()).as(name).isNull();
              assertThat(spec.getHostPID()).as(name).isNull();
              assertThat(spec.getHostIPC()).as(name).isNull();
              assertThat(spec.getInitContainers()).as(name).isEmpty();
              assertThat(spec.getContainers())
                  .as(name)
                  .hasSize(1)
                  .allSatisfy(ManifestTest::restricted);
              assertThat(spec.getVolumes()).as(name).allMatch(ManifestTest::harmless);
            });
  }

  private static void restricted(Container container) {
    assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
    assertThat(container.getSecurityContext().getPrivileged()).isNull();
    assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
    assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
    assertThat(container.getSecurityContext().getCapabilities().getAdd()).isEmpty();
    assertThat(container.getPorts()).allMatch(port -> port.getHostPort() == null);
    Map<String, Quantity> limits = container.getResources().getLimits();
    assertThat(limits.get("memory"))
        .isNotNull()
        .isEqualTo(container.getResources().getRequests().get("memory"));
    assertThat(container.getResources().getRequests()).containsKey("cpu");
  }

  /** Only what the restricted profile lists and we use; a folder in the container is bounded. */
  private static boolean harmless(Volume volume) {
    return volume.getEmptyDir() != null
        ? volume.getEmptyDir().getSizeLimit() != null
        : volume.getConfigMap() != null
            || volume.getSecret() != null
            || volume.getProjected() != null;
  }

  @ParameterizedTest
  @MethodSource("all")
  void theNamespaceEnforcesTheRestrictedProfile(Manifests manifests) {
    assertThat(manifests.all(Namespace.class))
        .singleElement()
        .satisfies(
            namespace ->
                assertThat(namespace.getMetadata().getLabels())
                    .containsEntry("pod-security.kubernetes.io/enforce", "restricted"));
  }

  @ParameterizedTest
  @MethodSource("regions")
  void everythingLivesInTheNamespaceOfTheRegion(Manifests manifests) {
    String namespace = manifests.all(Namespace.class).getFirst().getMetadata().getName();
    assertThat(manifests.resources())
        .filteredOn(resource -> !(resource instanceof Namespace))
        .allMatch(resource -> namespace.equals(resource.getMetadata().getNamespace()));
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyDeploymentIsProtectedScaledFencedAndProbed(Manifests manifests) {
    assertThat(manifests.all(Deployment.class))
        .extracting(deployment -> deployment.getMetadata().getName())
        .containsExactlyInAnyOrderElementsOf(
            Application.all().stream().map(Application::name).toList());
    for (Deployment deployment : manifests.all(Deployment.class)) {
      String name = deployment.getMetadata().getName();
      Map<String, String> selector = deployment.getSpec().getSelector().getMatchLabels();
      assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels())
          .containsAllEntriesOf(selector);
      assertThat(
              deployment.getSpec().getStrategy().getRollingUpdate().getMaxUnavailable().getIntVal())
          .isZero();
      assertThat(deployment.getSpec().getTemplate().getSpec().getTopologySpreadConstraints())
          .extracting("topologyKey")
          .containsExactlyInAnyOrder("topology.kubernetes.io/zone", "kubernetes.io/hostname");

      PodDisruptionBudget budget = manifests.one(PodDisruptionBudget.class, name);
      assertThat(budget.getSpec().getSelector().getMatchLabels()).isEqualTo(selector);
      HorizontalPodAutoscaler scaler = manifests.one(HorizontalPodAutoscaler.class, name);
      assertThat(scaler.getSpec().getScaleTargetRef().getName()).isEqualTo(name);
      assertThat(scaler.getSpec().getScaleTargetRef().getKind()).isEqualTo("Deployment");
      assertThat(deployment.getSpec().getReplicas()).as("the autoscaler owns the number").isNull();
      NetworkPolicy fence = manifests.one(NetworkPolicy.class, name);
      assertThat(fence.getSpec().getPodSelector().getMatchLabels()).isEqualTo(selector);
      ServiceAccount account = manifests.one(ServiceAccount.class, name);
      assertThat(account.getAutomountServiceAccountToken()).isFalse();

      Container container = manifests.container(name);
      probes(container.getStartupProbe(), "/q/health/started");
      probes(container.getLivenessProbe(), "/q/health/live");
      probes(container.getReadinessProbe(), "/q/health/ready");
    }
  }

  private static void probes(Probe probe, String path) {
    assertThat(probe.getHttpGet().getPath()).isEqualTo(path);
    assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("management");
  }

  @ParameterizedTest
  @MethodSource("all")
  void portsAreThoseOfTheApplications(Manifests manifests) {
    for (Application application : Application.all()) {
      Map<String, Integer> ports = ports(manifests.container(application.name()));
      String main = application.name().equals("gateway") ? "http" : "grpc";
      assertThat(ports)
          .containsEntry(main, application.port())
          .containsEntry("management", application.managementPort());
      assertThat(application.setting("quarkus.management.enabled")).isEqualTo("true");
      assertThat(application.setting("quarkus.grpc.server.use-separate-server")).isEqualTo("false");

      Service service = manifests.one(Service.class, application.name());
      assertThat(service.getSpec().getPorts())
          .extracting(ServicePort::getPort)
          .containsExactly(application.port());
      application
          .calls()
          .forEach(
              (callee, port) -> {
                String client =
                    "QUARKUS_GRPC_CLIENTS_"
                        + callee.replace("-service", "").toUpperCase(Locale.ROOT);
                assertThat(manifests.environment(application.name()))
                    .containsEntry(client + "_HOST", callee)
                    .containsEntry(client + "_PORT", port.toString())
                    .containsEntry(client + "_LOAD_BALANCING_POLICY", "round_robin");
                assertThat(manifests.one(Service.class, callee).getSpec().getClusterIP())
                    .isEqualTo("None");
              });
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyServicePortLeadsToAPortOfItsPods(Manifests manifests) {
    for (Service service : manifests.all(Service.class)) {
      List<Container> pods =
          manifests.pods().values().stream()
              .filter(
                  pod ->
                      pod.getMetadata()
                          .getLabels()
                          .entrySet()
                          .containsAll(service.getSpec().getSelector().entrySet()))
              .map(pod -> pod.getSpec().getContainers().getFirst())
              .toList();
      assertThat(pods).as(service.getMetadata().getName()).hasSize(1);
      assertThat(service.getSpec().getPorts())
          .allSatisfy(
              port ->
                  assertThat(ports(pods.getFirst())).containsKey(port.getTargetPort().getStrVal()));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void doorsListenWhereTheContainerSaysSo(Manifests manifests) {
    Map<String, Integer> ports = ports(manifests.container("ingestion-service"));
    Map<String, String> environment = manifests.environment("ingestion-service");
    assertThat(environment).containsEntry("QUARKUS_HTTP_SSL_PORT", ports.get("https").toString());
    ports.forEach(
        (name, port) -> {
          assertThat(name).as("a port name of Kubernetes").hasSizeLessThanOrEqualTo(15);
          if (name.startsWith("mllp-")) {
            String listener =
                "LIFELONG_MLLP_LISTENERS_"
                    + name.substring("mllp-".length()).toUpperCase(Locale.ROOT);
            assertThat(environment)
                .containsEntry(listener, "0.0.0.0:" + port)
                .as("the name on the centre's certificate")
                .containsKey(listener.replace("MLLP_LISTENERS", "CENTRES_NAMES"));
          }
        });
    long listeners =
        environment.keySet().stream()
            .filter(key -> key.startsWith("LIFELONG_MLLP_LISTENERS_"))
            .count();
    assertThat(environment.keySet()).noneMatch(key -> key.startsWith("LIFELONG_MLLP_PLAIN"));
    assertThat(ports.keySet().stream().filter(name -> name.startsWith("mllp-")))
        .hasSize((int) listeners);
  }

  @ParameterizedTest
  @MethodSource("all")
  void everySettingOfOursIsOneThatTheServiceKnows(Manifests manifests) {
    for (Application application : Application.all()) {
      Set<String> set = new HashSet<>(manifests.environment(application.name()).keySet());
      set.removeIf(
          name ->
              !name.startsWith("LIFELONG_")
                  || name.startsWith("LIFELONG_MLLP_LISTENERS_")
                  || name.startsWith("LIFELONG_CENTRES_NAMES_"));
      assertThat(application.ownSettings()).as(application.name()).containsAll(set);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void nobodyIsGivenRightsInTheCluster(Manifests manifests) {
    assertThat(manifests.resources())
        .extracting(HasMetadata::getKind)
        .doesNotContain("Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding");
  }

  private static Map<String, Integer> ports(Container container) {
    return container.getPorts().stream()
        .collect(Collectors.toMap(ContainerPort::getName, ContainerPort::getContainerPort));
  }
}
