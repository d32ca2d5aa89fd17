package health.lifelong.ingestion.fhir.algorithm;

import health.lifelong.ingestion.fhir.domain.JsonNode;
import health.lifelong.ingestion.fhir.domain.JsonNode.JsonNull;
import health.lifelong.ingestion.fhir.domain.JsonObject;
import health.lifelong.ingestion.record.domain.NameRule;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One name of a Patient for people to read and for matching. */
final class PersonName {
  private static final int FIRST_HANGUL = 0x1100;
  private static final List<String> PREFERENCE = List.of("official", "usual", "");

  private PersonName() {}

  /** The official name, else the usual one, else the first; null where there is none. */
  static @Nullable String of(JsonObject patient) {
    List<JsonObject> names = patient.objects("name");
    for (String use : PREFERENCE) {
      for (JsonObject name : names) {
        String text = name.textOrEmpty("use").equals(use) ? written(name) : null;
        if (text != null) {
          return text;
        }
      }
    }
    return names.isEmpty() ? null : written(names.getFirst());
  }

  /**
   * Why one of the names is none; null where all may stand. A name without any text says nothing.
   */
  static @Nullable Reason fault(JsonObject patient) {
    for (JsonObject name : patient.objects("name")) {
      List<String> parts = parts(name);
      Reason fault = parts.isEmpty() ? null : NameRule.fault(String.join(" ", parts));
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  private static List<String> parts(JsonObject name) {
    String text = JsonObject.scalar(name.has("text") ? name.all("text").getFirst() : JsonNull.NULL);
    if (text != null) {
      return List.of(text);
    }
    List<String> parts = new ArrayList<>();
    for (String member : List.of("family", "given")) {
      for (JsonNode node : name.all(member)) {
        String part = JsonObject.scalar(node);
        if (part != null) {
          parts.add(part);
        }
      }
    }
    return parts;
  }

  /**
   * Family name first, as HL7 v2 messages give it, so that one person has one name at both doors.
   */
  private static @Nullable String written(JsonObject name) {
    String family = name.textOrEmpty("family");
    String given = given(name);
    if (family.isEmpty() || given.isEmpty()) {
      String text = name.textOrEmpty("text");
      String written = text.isEmpty() ? family + given : text;
      return written.isEmpty() ? null : composed(written);
    }
    // Hangul and Han names are written without a space between family and given name.
    boolean joined = family.codePointAt(0) >= FIRST_HANGUL;
    return composed(joined ? family + given : family + " " + given);
  }

  private static String given(JsonObject name) {
    StringBuilder given = new StringBuilder();
    for (JsonNode node : name.all("given")) {
      String part = JsonObject.scalar(node);
      if (part != null && !part.isBlank()) {
        given.append(given.isEmpty() ? "" : " ").append(part.strip());
      }
    }
    return given.toString();
  }

  private static String composed(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }
}
