package health.lifelong.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A strategic merge patch, for the lists that our patches touch; any other list is replaced, as in
 * Kubernetes.
 */
final class StrategicMerge {
  /** The field that tells one element of a list from another, by the list's name. */
  private static final Map<String, List<String>> KEYS =
      Map.of(
          "containers", List.of("name"),
          "env", List.of("name"),
          "volumes", List.of("name"),
          "volumeMounts", List.of("mountPath"),
          "ports", List.of("containerPort", "port"));

  private StrategicMerge() {}

  static void apply(ObjectNode target, JsonNode patch) {
    patch
        .properties()
        .forEach(
            entry -> {
              JsonNode old = target.get(entry.getKey());
              JsonNode change = entry.getValue();
              if (change.isNull()) {
                target.remove(entry.getKey());
              } else if (old instanceof ObjectNode object && change.isObject()) {
                apply(object, change);
              } else if (old instanceof ArrayNode list && KEYS.containsKey(entry.getKey())) {
                target.set(entry.getKey(), merged(list, change, KEYS.get(entry.getKey())));
              } else {
                target.set(entry.getKey(), change.deepCopy());
              }
            });
  }

  /**
   * What the patch names comes first and in its order, as Kustomize puts it; the rest follows as it
   * stood.
   */
  private static ArrayNode merged(ArrayNode old, JsonNode change, List<String> keys) {
    ArrayNode merged = JsonNodeFactory.instance.arrayNode();
    List<JsonNode> rest = new ArrayList<>(old.valueStream().toList());
    for (JsonNode element : change) {
      Optional<ObjectNode> known = find(old, element, keys);
      known.ifPresent(
          target -> {
            apply(target, element);
            rest.remove(target);
          });
      merged.add(known.<JsonNode>map(target -> target).orElseGet(element::deepCopy));
    }
    return merged.addAll(rest);
  }

  private static Optional<ObjectNode> find(ArrayNode list, JsonNode element, List<String> keys) {
    String key = keys.stream().filter(element::has).findFirst().orElseThrow();
    for (JsonNode candidate : list) {
      if (element.get(key).equals(candidate.get(key))) {
        return Optional.of((ObjectNode) candidate);
      }
    }
    return Optional.empty();
  }
}
