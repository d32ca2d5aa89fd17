package health.lifelong.k8s;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The resources of one overlay, as typed models.
 *
 * @param name the overlay's folder, relative to k8s
 */
record Manifests(String name, List<HasMetadata> resources) {
  /**
   * Without the catch-all map of the models, a field that the Kubernetes API does not know fails
   * the parse.
   */
  private static final ObjectMapper STRICT =
      new ObjectMapper()
          .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true)
          .setAnnotationIntrospector(
              new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                  return false;
                }
              });

  static final Path ROOT = root();

  /** Base and every region. */
  static List<Manifests> all() {
    return overlays().stream().map(Manifests::of).toList();
  }

  /** Every region: what is really applied to a cluster. */
  static List<Manifests> regions() {
    return overlays().stream()
        .filter(folder -> folder.startsWith(ROOT.resolve("regions")))
        .map(Manifests::of)
        .toList();
  }

  static List<Path> overlays() {
    try (Stream<Path> regions = Files.list(ROOT.resolve("regions"))) {
      return Stream.concat(Stream.of(ROOT.resolve("base")), regions.sorted()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Manifests of(Path overlay) {
    return new Manifests(
        ROOT.relativize(overlay).toString(),
        Kustomization.render(overlay).stream().map(Manifests::typed).toList());
  }

  static HasMetadata typed(ObjectNode node) {
    HasMetadata lenient = Serialization.unmarshal(node.toString());
    if (lenient instanceof GenericKubernetesResource) {
      throw new IllegalArgumentException("no such kind: " + node.get("kind"));
    }
    try {
      return STRICT.treeToValue(node, lenient.getClass());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          node.at("/metadata/name") + ": " + e.getOriginalMessage(), e);
    }
  }

  <T extends HasMetadata> List<T> all(Class<T> kind) {
    return resources.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  <T extends HasMetadata> T one(Class<T> kind, String name) {
    return all(kind).stream()
        .filter(resource -> resource.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new AssertionError(this.name + " has no " + kind.getSimpleName() + " " + name));
  }

  /** The pod templates of every workload, by the workload's name. */
  Map<String, PodTemplateSpec> pods() {
    Map<String, PodTemplateSpec> pods = new LinkedHashMap<>();
    all(Deployment.class)
        .forEach(d -> pods.put(d.getMetadata().getName(), d.getSpec().getTemplate()));
    all(StatefulSet.class)
        .forEach(s -> pods.put(s.getMetadata().getName(), s.getSpec().getTemplate()));
    all(Job.class).forEach(j -> pods.put(j.getMetadata().getName(), j.getSpec().getTemplate()));
    return pods;
  }

  /** The one container of a workload. */
  Container container(String workload) {
    PodTemplateSpec pod = Objects.requireNonNull(pods().get(workload), workload);
    return pod.getSpec().getContainers().getFirst();
  }

  /** The plain environment of a workload; values from secrets are not in it. */
  Map<String, String> environment(String workload) {
    Map<String, String> environment = new LinkedHashMap<>();
    for (EnvVar variable : container(workload).getEnv()) {
      if (variable.getValue() != null) {
        environment.put(variable.getName(), variable.getValue());
      }
    }
    return environment;
  }

  Map<String, String> data(String configMap) {
    return one(ConfigMap.class, configMap).getData();
  }

  @Override
  public String toString() {
    return name;
  }

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("regions")) ? here : here.resolve("k8s");
  }
}
