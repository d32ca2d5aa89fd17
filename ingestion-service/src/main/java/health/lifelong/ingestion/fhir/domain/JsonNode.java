package health.lifelong.ingestion.fhir.domain;

import java.util.List;

/**
 * A FHIR body as a tree, the same for JSON and XML. Numbers keep the text they were sent with, so
 * {@code 7.40} stays {@code 7.40}. XML carries no types: there every scalar is text, and an element
 * that occurs once is not an array; the accessors of {@link JsonObject} read both alike.
 */
public sealed interface JsonNode
    permits JsonObject,
        JsonNode.JsonArray,
        JsonNode.JsonText,
        JsonNode.JsonNumber,
        JsonNode.JsonBoolean,
        JsonNode.JsonNull {

  /** Items in order; null items keep their place beside {@code _name} arrays. */
  record JsonArray(List<JsonNode> items) implements JsonNode {
    public JsonArray {
      items = List.copyOf(items);
    }
  }

  /**
   * A text, free of lone surrogates and control characters unless the parser reported a fault at
   * its place.
   */
  record JsonText(String value) implements JsonNode {}

  /** A number as it was written. */
  record JsonNumber(String literal) implements JsonNode {}

  /** True or false. */
  enum JsonBoolean implements JsonNode {
    TRUE,
    FALSE;

    /** The constant for this value. */
    public static JsonBoolean of(boolean value) {
      return value ? TRUE : FALSE;
    }
  }

  /** The JSON null. */
  enum JsonNull implements JsonNode {
    NULL
  }
}
