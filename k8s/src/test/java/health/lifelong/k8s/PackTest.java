package health.lifelong.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapProjection;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackTest {
  /** What a ConfigMap may hold. */
  private static final int LARGEST_CONFIG_MAP = 1 << 20;

  static List<Manifests> regions() {
    return Manifests.regions();
  }

  @ParameterizedTest
  @MethodSource("regions")
  void aServiceThatReadsThePackSeesTheFolderAsItIsInTheRepository(Manifests manifests)
      throws IOException {
    Map<String, String> folder = folder(pack(manifests));
    assertThat(folder).containsKey("pack.properties");
    for (Application application : Application.all()) {
      if (application.readsPack()) {
        assertThat(mounted(manifests, application.name())).as(application.name()).isEqualTo(folder);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("regions")
  void aPackFitsIntoItsConfigMaps(Manifests manifests) {
    for (String name : List.of("region-pack", "region-pack-texts", "region-pack-scores")) {
      int bytes =
          manifests.data(name).values().stream()
              .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
              .sum();
      assertThat(bytes).as(name).isLessThan(LARGEST_CONFIG_MAP);
    }
  }

  @ParameterizedTest
  @MethodSource("regions")
  void aNewVersionOfThePackRollsThePods(Manifests manifests) throws IOException {
    Properties pack = new Properties();
    try (Reader file = Files.newBufferedReader(pack(manifests).resolve("pack.properties"))) {
      pack.load(file);
    }
    String version = pack.getProperty("code") + "-" + pack.getProperty("version");
    for (Application application : Application.all()) {
      if (application.readsPack()) {
        assertThat(manifests.pods().get(application.name()).getMetadata().getAnnotations())
            .as(application.name())
            .containsEntry("lifelong.health/pack", version);
      }
    }
  }

  /** What the pod finds under the folder that the service is told to read, by relative path. */
  private static Map<String, String> mounted(Manifests manifests, String service) {
    PodTemplateSpec pod = manifests.pods().get(service);
    String path = manifests.environment(service).get("LIFELONG_PACK_PATH");
    VolumeMount mount =
        manifests.container(service).getVolumeMounts().stream()
            .filter(candidate -> candidate.getMountPath().equals(path))
            .findFirst()
            .orElseThrow();
    assertThat(mount.getReadOnly()).isTrue();
    Volume volume =
        pod.getSpec().getVolumes().stream()
            .filter(candidate -> candidate.getName().equals(mount.getName()))
            .findFirst()
            .orElseThrow();
    Map<String, String> files = new TreeMap<>();
    for (VolumeProjection source : volume.getProjected().getSources()) {
      ConfigMapProjection projection = source.getConfigMap();
      Map<String, String> data = manifests.data(projection.getName());
      if (projection.getItems().isEmpty()) {
        files.putAll(data);
      }
      projection.getItems().forEach(item -> files.put(item.getPath(), data.get(item.getKey())));
    }
    return files;
  }

  private static Path pack(Manifests manifests) {
    return Manifests.ROOT.resolve(manifests.name()).resolve("pack");
  }

  private static Map<String, String> folder(Path pack) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(pack)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        files.put(pack.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }
}
