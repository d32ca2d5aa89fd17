package health.lifelong.k8s;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the network policies of an overlay allow, decided as a cluster would: by labels, additive,
 * deny only where selected.
 */
final class NetworkFlows {
  /**
   * One allowed connection; a peer outside of the namespace is spelt as its selector or address
   * block.
   */
  record Flow(String from, String to, int port) implements Comparable<Flow> {
    @Override
    public int compareTo(Flow other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return from + " -> " + to + ":" + port;
    }
  }

  /**
   * A rule of either direction: no peers means everybody, no ports means every port, as in the API.
   */
  private record Rule(List<NetworkPolicyPeer> peers, List<NetworkPolicyPort> ports) {
    boolean covers(int port) {
      return ports.isEmpty() || ports.stream().anyMatch(p -> p.getPort().getIntVal() == port);
    }
  }

  private final List<NetworkPolicy> policies;
  private final Map<String, PodTemplateSpec> pods;
  private final Map<String, String> ownNamespace;

  NetworkFlows(Manifests manifests) {
    policies = manifests.all(NetworkPolicy.class);
    pods = manifests.pods();
    Namespace namespace = manifests.all(Namespace.class).getFirst();
    ownNamespace = new TreeMap<>(namespace.getMetadata().getLabels());
    ownNamespace.put("kubernetes.io/metadata.name", namespace.getMetadata().getName());
  }

  /** Connections between workloads that the caller may open. */
  Set<Flow> leaving() {
    return between("Egress", true);
  }

  /** Connections between workloads that the callee takes. */
  Set<Flow> arriving() {
    return between("Ingress", false);
  }

  /** Peers outside of the namespace that may connect to a workload. */
  Set<Flow> fromOutside() {
    Set<Flow> flows = new TreeSet<>();
    pods.forEach(
        (name, pod) ->
            rules(pod, "Ingress")
                .forEach(
                    rule -> outside(rule, peer -> port -> flows.add(new Flow(peer, name, port)))));
    return flows;
  }

  /** Peers outside of the namespace that a workload may connect to. */
  Set<Flow> toOutside() {
    Set<Flow> flows = new TreeSet<>();
    pods.forEach(
        (name, pod) ->
            rules(pod, "Egress")
                .forEach(
                    rule -> outside(rule, peer -> port -> flows.add(new Flow(name, peer, port)))));
    return flows;
  }

  private interface ToPort {
    void on(int port);
  }

  private interface ToPeer {
    ToPort with(String peer);
  }

  private static void outside(Rule rule, ToPeer visit) {
    Stream<String> peers =
        rule.peers().isEmpty()
            ? Stream.of("everybody")
            : rule.peers().stream().filter(NetworkFlows::isOutside).map(NetworkFlows::spelt);
    List<Integer> ports =
        rule.ports().isEmpty()
            ? List.of(-1)
            : rule.ports().stream().map(p -> p.getPort().getIntVal()).toList();
    peers.forEach(peer -> ports.forEach(port -> visit.with(peer).on(port)));
  }

  private Set<Flow> between(String direction, boolean fromCaller) {
    Set<Flow> flows = new TreeSet<>();
    pods.forEach(
        (caller, callerPod) ->
            pods.forEach(
                (callee, calleePod) -> {
                  if (caller.equals(callee)) {
                    return;
                  }
                  PodTemplateSpec judged = fromCaller ? callerPod : calleePod;
                  PodTemplateSpec peer = fromCaller ? calleePod : callerPod;
                  for (int port : ports(calleePod)) {
                    if (rules(judged, direction)
                        .anyMatch(rule -> rule.covers(port) && reaches(rule.peers(), peer))) {
                      flows.add(new Flow(caller, callee, port));
                    }
                  }
                }));
    return flows;
  }

  /**
   * The rules that hold for a pod in one direction; a pod that no policy selects may do everything.
   */
  private Stream<Rule> rules(PodTemplateSpec pod, String direction) {
    List<NetworkPolicy> selecting =
        policies.stream()
            .filter(policy -> policy.getSpec().getPolicyTypes().contains(direction))
            .filter(
                policy -> matches(policy.getSpec().getPodSelector(), pod.getMetadata().getLabels()))
            .toList();
    if (selecting.isEmpty()) {
      return Stream.of(new Rule(List.of(), List.of()));
    }
    return selecting.stream()
        .flatMap(
            policy ->
                direction.equals("Egress")
                    ? policy.getSpec().getEgress().stream().map(NetworkFlows::rule)
                    : policy.getSpec().getIngress().stream().map(NetworkFlows::rule));
  }

  private static Rule rule(NetworkPolicyIngressRule rule) {
    return new Rule(rule.getFrom(), rule.getPorts());
  }

  private static Rule rule(NetworkPolicyEgressRule rule) {
    return new Rule(rule.getTo(), rule.getPorts());
  }

  private boolean reaches(List<NetworkPolicyPeer> peers, PodTemplateSpec pod) {
    return peers.isEmpty() || peers.stream().anyMatch(peer -> reaches(peer, pod));
  }

  private boolean reaches(NetworkPolicyPeer peer, PodTemplateSpec pod) {
    if (peer.getIpBlock() != null) {
      // Pods have addresses too: a block wider than a network of senders would reach them.
      return Integer.parseInt(peer.getIpBlock().getCidr().split("/")[1]) < 16;
    }
    boolean namespace =
        peer.getNamespaceSelector() == null || matches(peer.getNamespaceSelector(), ownNamespace);
    boolean label =
        peer.getPodSelector() == null
            || matches(peer.getPodSelector(), pod.getMetadata().getLabels());
    return namespace && label;
  }

  private static boolean isOutside(NetworkPolicyPeer peer) {
    return peer.getIpBlock() != null || peer.getNamespaceSelector() != null;
  }

  private static String spelt(NetworkPolicyPeer peer) {
    if (peer.getIpBlock() != null) {
      return peer.getIpBlock().getCidr();
    }
    String pods = peer.getPodSelector() == null ? "" : " " + labels(peer.getPodSelector());
    return "namespace " + labels(peer.getNamespaceSelector()) + pods;
  }

  private static Map<String, String> labels(LabelSelector selector) {
    if (!selector.getMatchExpressions().isEmpty()) {
      throw new IllegalStateException("expressions of selectors are not judged here");
    }
    Map<String, String> labels = selector.getMatchLabels();
    return labels == null ? Map.of() : labels;
  }

  private static boolean matches(LabelSelector selector, Map<String, String> labels) {
    return labels.entrySet().containsAll(labels(selector).entrySet());
  }

  private static List<Integer> ports(PodTemplateSpec pod) {
    return pod.getSpec().getContainers().stream()
        .flatMap(container -> container.getPorts().stream())
        .map(ContainerPort::getContainerPort)
        .toList();
  }
}
