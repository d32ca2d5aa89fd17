package health.lifelong.ingestion.fhir.algorithm;

import health.lifelong.ingestion.fhir.domain.JsonNode;
import health.lifelong.ingestion.fhir.domain.JsonNode.JsonArray;
import health.lifelong.ingestion.fhir.domain.JsonNode.JsonText;
import health.lifelong.ingestion.fhir.domain.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts an object together member by member, in FHIR's element order; empty texts and arrays are
 * left out, as FHIR asks.
 */
final class Tree {
  private final List<String> names = new ArrayList<>();
  private final List<JsonNode> values = new ArrayList<>();

  Tree with(String name, String text) {
    return text.isEmpty() ? this : with(name, new JsonText(text));
  }

  Tree with(String name, JsonNode value) {
    names.add(name);
    values.add(value);
    return this;
  }

  Tree with(String name, List<? extends JsonNode> items) {
    return items.isEmpty() ? this : with(name, new JsonArray(List.copyOf(items)));
  }

  JsonObject object() {
    return JsonObject.of(names, values);
  }
}
