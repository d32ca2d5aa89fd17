package health.lifelong.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RenderTest {
  static List<Path> overlays() {
    return Manifests.overlays();
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void everyOverlayParsesWithNoFieldThatKubernetesDoesNotKnow(Path overlay) {
    assertThat(Manifests.of(overlay).resources()).hasSizeGreaterThan(30);
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void theRendererOfTheseTestsYieldsWhatKustomizeYields(Path overlay) throws Exception {
    List<String> tool = kustomize().orElse(List.of());
    if (tool.isEmpty()) {
      System.out.println(
          "SKIPPED LOUDLY: no kubectl or kustomize of version 5 here to compare the renderer with");
      Assumptions.abort("no kubectl or kustomize of version 5");
    }
    String real = run(Stream.concat(tool.stream(), Stream.of(overlay.toString())).toList());
    Map<String, ObjectNode> expected = byName(Kustomization.documents(real));
    Map<String, ObjectNode> rendered = byName(Kustomization.render(overlay));
    assertThat(rendered.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (name, resource) -> assertThat(rendered.get(name)).as(name).isEqualTo(resource));
  }

  @Test
  void aMisspeltFieldFailsTheParse() {
    ObjectNode misspelt =
        Kustomization.documents(
                """
                apiVersion: v1
                kind: Service
                metadata:
                  name: gateway
                spec:
                  selectr:
                    app: gateway
                """)
            .getFirst();
    assertThatThrownBy(() -> Manifests.typed(misspelt)).hasMessageContaining("selectr");
  }

  @Test
  void anInstructionThatTheRendererDoesNotKnowIsRefused(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("kustomization.yaml"), "namePrefix: partner-\n");
    assertThatThrownBy(() -> Kustomization.render(folder)).hasMessageContaining("namePrefix");
  }

  @Test
  void aPatchThatHitsNothingIsRefused(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("patch.yaml"), "kind: Service\nmetadata:\n  name: any\n");
    Files.writeString(
        folder.resolve("kustomization.yaml"),
        "patches:\n  - path: patch.yaml\n    target:\n      kind: Service\n");
    assertThatThrownBy(() -> Kustomization.render(folder)).hasMessageContaining("patch.yaml");
  }

  private static Map<String, ObjectNode> byName(List<ObjectNode> resources) {
    Map<String, ObjectNode> named = new TreeMap<>();
    for (ObjectNode resource : resources) {
      String name = resource.get("kind").asText() + " " + resource.at("/metadata/name").asText();
      assertThat(named.put(name, resource)).as(name + " occurs once").isNull();
    }
    return named;
  }

  /** The real tool, where a recent one is on the path. */
  private static Optional<List<String>> kustomize() throws Exception {
    if (onPath("kustomize") && run(List.of("kustomize", "version")).contains("v5.")) {
      return Optional.of(List.of("kustomize", "build"));
    }
    if (onPath("kubectl")) {
      String version = run(List.of("kubectl", "version", "--client", "-o", "json"));
      if (new ObjectMapper()
          .readTree(version)
          .path("kustomizeVersion")
          .asText()
          .startsWith("v5.")) {
        return Optional.of(List.of("kubectl", "kustomize"));
      }
    }
    return Optional.empty();
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static String run(List<String> command) throws Exception {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
    return out;
  }
}
