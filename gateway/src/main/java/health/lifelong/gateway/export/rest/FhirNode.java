package health.lifelong.gateway.export.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.lifelong.common.v1.Coding;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An object of FHIR's JSON in the making. What is empty is left out, since FHIR R4 knows no empty
 * element.
 */
record FhirNode(ObjectNode json) {
  static final String ITEMS = "urn:lifelong:item";
  private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);
  private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:\\S+");
  private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cc}&&[^\t\r\n]]");

  static FhirNode object() {
    return new FhirNode(NODES.objectNode());
  }

  /** A resource of one type under its id, by which {@link #reference} finds it. */
  static FhirNode resource(String type, String id) {
    return object().with("resourceType", type).with("id", id);
  }

  /** A resource that came from a centre or a device. */
  static FhirNode resource(String type, String id, String centre) {
    FhirNode meta = centre.isEmpty() ? object() : object().with("source", source(centre));
    return resource(type, id).with("meta", meta);
  }

  private static String source(String centre) {
    return "urn:lifelong:centre:" + URLEncoder.encode(centre, StandardCharsets.UTF_8);
  }

  FhirNode with(String name, String text) {
    if (!text.isBlank()) {
      // FHIR's strings carry no control character.
      json.put(name, NO_TEXT.matcher(text).replaceAll("\uFFFD"));
    }
    return this;
  }

  FhirNode with(String name, FhirNode inner) {
    return with(name, inner.json);
  }

  FhirNode with(String name, JsonNode inner) {
    if (!inner.isContainerNode() || !inner.isEmpty()) {
      json.set(name, inner);
    }
    return this;
  }

  FhirNode withAll(String name, List<FhirNode> inner) {
    ArrayNode array = NODES.arrayNode();
    inner.stream().map(FhirNode::json).filter(one -> !one.isEmpty()).forEach(array::add);
    return with(name, array);
  }

  FhirNode withOne(String name, FhirNode inner) {
    return withAll(name, List.of(inner));
  }

  static FhirNode reference(String id) {
    return object().with("reference", "urn:uuid:" + id);
  }

  static FhirNode coding(String system, String code, String display) {
    return object()
        .with("system", uri(system))
        .with("code", code.strip().replaceAll("\\s+", " "))
        .with("display", display);
  }

  static FhirNode coding(Coding coding) {
    return coding(coding.getSystem(), coding.getCode(), coding.getDisplay());
  }

  // What the sender calls its system is no URI as a rule.
  private static String uri(String system) {
    return system.isBlank() || URI.matcher(system).matches()
        ? system
        : "urn:lifelong:sender-system:" + URLEncoder.encode(system, StandardCharsets.UTF_8);
  }

  static FhirNode concept(List<FhirNode> codings, String text) {
    return object().withAll("coding", codings).with("text", text);
  }

  /** A concept that FHIR or a terminology names. */
  static FhirNode concept(String system, String code) {
    return concept(List.of(coding(system, code, "")), "");
  }

  static FhirNode words(String text) {
    return concept(List.of(), text);
  }
}
