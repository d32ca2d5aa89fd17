package health.lifelong.ingestion.fhir.algorithm;

import health.lifelong.ingestion.fhir.domain.JsonObject;
import health.lifelong.ingestion.record.domain.PersonClaim.Identifier;
import java.util.ArrayList;
import java.util.List;

/** FHIR identifiers as the record takes them. */
final class Identifiers {
  private static final String TYPES = "http://terminology.hl7.org/CodeSystem/v2-0203";
  private static final String TYPES_BEFORE_R4 = "http://hl7.org/fhir/v2/0203";

  private Identifiers() {}

  /** All identifiers of a resource that have a value. */
  static List<Identifier> all(JsonObject resource) {
    List<Identifier> identifiers = new ArrayList<>(2);
    for (JsonObject identifier : resource.objects("identifier")) {
      if (identifier.text("value") != null) {
        identifiers.add(of(identifier));
      }
    }
    return identifiers;
  }

  /** One Identifier, with its code of HL7 table 0203 where it has one. */
  static Identifier of(JsonObject identifier) {
    return new Identifier(
        identifier.textOrEmpty("system"), identifier.textOrEmpty("value"), type(identifier));
  }

  /** The identifier of a search token {@code system|value} or {@code value}. */
  static Identifier ofToken(String token) {
    int bar = token.indexOf('|');
    return bar < 0
        ? new Identifier("", token, "")
        : new Identifier(token.substring(0, bar), token.substring(bar + 1), "");
  }

  /** "system|value" of the first identifier with a value; empty where there is none. */
  static String key(JsonObject resource) {
    for (JsonObject identifier : resource.objects("identifier")) {
      String value = identifier.text("value");
      if (value != null) {
        return identifier.textOrEmpty("system") + "|" + value;
      }
    }
    return "";
  }

  private static String type(JsonObject identifier) {
    JsonObject type = identifier.object("type");
    if (type == null) {
      return "";
    }
    for (JsonObject coding : type.objects("coding")) {
      String system = coding.textOrEmpty("system");
      if (system.equals(TYPES) || system.equals(TYPES_BEFORE_R4)) {
        return coding.textOrEmpty("code");
      }
    }
    return "";
  }
}
