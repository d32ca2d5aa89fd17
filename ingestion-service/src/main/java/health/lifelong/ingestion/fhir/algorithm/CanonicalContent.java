package health.lifelong.ingestion.fhir.algorithm;

import health.lifelong.ingestion.fhir.domain.JsonNode;
import health.lifelong.ingestion.fhir.domain.JsonNode.JsonArray;
import health.lifelong.ingestion.fhir.domain.JsonNode.JsonNull;
import health.lifelong.ingestion.fhir.domain.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A name for a resource that brings none: the hash of what it says. Equal in JSON and XML (members
 * by name, an array of one as its item, scalars as text), and free of what changes when the same
 * thing is sent again: ids, meta, narrative, and references, which a sender may write anew in every
 * Bundle.
 */
final class CanonicalContent {
  private static final int KEY_CHARACTERS = 32;
  private static final Set<String> NOT_CONTENT =
      Set.of("id", "meta", "text", "contained", "issued");

  private CanonicalContent() {}

  /** The first 32 hex digits of the content's SHA-256. */
  static String key(JsonObject resource) {
    StringBuilder canonical = new StringBuilder(512);
    SortedMap<String, JsonNode> members = members(resource);
    members.keySet().removeAll(NOT_CONTENT);
    write(members, canonical);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(canonical.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, KEY_CHARACTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static SortedMap<String, JsonNode> members(JsonObject object) {
    SortedMap<String, JsonNode> members = new TreeMap<>();
    for (int i = 0; i < object.size(); i++) {
      boolean reference = object.name(i).equals("reference");
      if (!reference && object.value(i) != JsonNull.NULL) {
        members.put(object.name(i), object.value(i));
      }
    }
    return members;
  }

  private static void write(SortedMap<String, JsonNode> members, StringBuilder out) {
    out.append('{');
    members.forEach(
        (name, value) -> {
          quoted(name, out);
          write(value, out);
        });
    out.append('}');
  }

  private static void write(JsonNode node, StringBuilder out) {
    switch (node) {
      case JsonObject object -> write(members(object), out);
      case JsonArray array when array.items().size() == 1 -> write(array.items().getFirst(), out);
      case JsonArray array -> {
        out.append('[');
        array.items().forEach(item -> write(item, out));
        out.append(']');
      }
      case JsonNode scalar -> {
        String text = JsonObject.scalar(scalar);
        quoted(text == null ? "" : text, out);
      }
    }
  }

  // Length before text, so that no two contents share one form.
  private static void quoted(String text, StringBuilder out) {
    out.append(text.length()).append(':').append(text);
  }
}
