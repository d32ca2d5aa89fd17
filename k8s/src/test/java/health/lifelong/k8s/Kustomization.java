package health.lifelong.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Renders a Kustomize folder where no kubectl is at hand: resources, namespace, images,
 * configMapGenerator without hash suffix, and strategic merge patches with a target. Anything else
 * in a kustomization is refused, so that this renderer and the real one cannot part unnoticed.
 */
final class Kustomization {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Set<String> KNOWN =
      Set.of(
          "apiVersion",
          "kind",
          "resources",
          "namespace",
          "generatorOptions",
          "configMapGenerator",
          "images",
          "patches");

  private final Path folder;
  private final JsonNode instructions;
  private final List<ObjectNode> resources = new ArrayList<>();

  private Kustomization(Path folder) {
    this.folder = folder;
    this.instructions = documents(folder.resolve("kustomization.yaml")).getFirst();
  }

  /** Every resource that the folder's kustomization yields. */
  static List<ObjectNode> render(Path folder) {
    return new Kustomization(folder).render();
  }

  /** The YAML documents of a file. */
  static List<ObjectNode> documents(Path file) {
    try {
      return documents(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The YAML documents of a text. */
  static List<ObjectNode> documents(String text) {
    try (var values = YAML.readerFor(ObjectNode.class).<ObjectNode>readValues(text)) {
      return values.readAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<ObjectNode> render() {
    instructions
        .fieldNames()
        .forEachRemaining(name -> require(KNOWN.contains(name), "unknown instruction " + name));
    instructions.path("resources").forEach(entry -> load(folder.resolve(entry.asText())));
    if (instructions.has("configMapGenerator")) {
      require(
          instructions.path("generatorOptions").path("disableNameSuffixHash").asBoolean(),
          "hash suffixes are not rendered here");
      instructions.path("configMapGenerator").forEach(this::configMap);
    }
    instructions.path("patches").forEach(this::patch);
    if (instructions.has("namespace")) {
      resources.forEach(resource -> namespace(resource, instructions.get("namespace").asText()));
    }
    instructions.path("images").forEach(image -> resources.forEach(r -> image(r, image)));
    return resources;
  }

  private void load(Path path) {
    resources.addAll(Files.isDirectory(path) ? render(path) : documents(path));
  }

  private void configMap(JsonNode generator) {
    ObjectNode map = JsonNodeFactory.instance.objectNode();
    map.put("apiVersion", "v1").put("kind", "ConfigMap");
    map.putObject("metadata").set("name", generator.get("name"));
    ObjectNode data = map.putObject("data");
    for (JsonNode file : generator.get("files")) {
      Path source = folder.resolve(file.asText());
      try {
        data.put(source.getFileName().toString(), Files.readString(source, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    resources.add(map);
  }

  private void patch(JsonNode patch) {
    JsonNode change = documents(folder.resolve(patch.get("path").asText())).getFirst().deepCopy();
    JsonNode target = patch.get("target");
    ((ObjectNode) change.get("metadata")).remove("name");
    Pattern name = Pattern.compile(target.path("name").asText(".*"));
    List<ObjectNode> hit =
        resources.stream()
            .filter(resource -> resource.get("kind").equals(target.get("kind")))
            .filter(resource -> name.matcher(resource.at("/metadata/name").asText()).matches())
            .toList();
    require(!hit.isEmpty(), "a patch without a target: " + patch.get("path"));
    hit.forEach(resource -> StrategicMerge.apply(resource, change));
  }

  private static void namespace(ObjectNode resource, String namespace) {
    ObjectNode metadata = (ObjectNode) resource.get("metadata");
    metadata.put(
        resource.get("kind").asText().equals("Namespace") ? "name" : "namespace", namespace);
  }

  private static void image(JsonNode node, JsonNode image) {
    for (JsonNode container :
        node.findValues("containers").stream().flatMap(JsonNode::valueStream).toList()) {
      String now = container.path("image").asText();
      String name = image.get("name").asText();
      if (now.equals(name) || now.startsWith(name + ":") || now.startsWith(name + "@")) {
        String tag =
            image.has("digest")
                ? "@" + image.get("digest").asText()
                : ":" + image.get("newTag").asText();
        ((ObjectNode) container).put("image", image.path("newName").asText(name) + tag);
      }
    }
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(folder + ": " + otherwise);
    }
  }
}
