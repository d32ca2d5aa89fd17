package health.lifelong.local.sample;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.lifelong.local.http.Http;
import health.lifelong.vocabulary.Item;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Visits as FHIR R4: a transaction Bundle in JSON or XML, or bulk NDJSON. */
final class FhirSample {
  private static final String ITEMS = "urn:lifelong:item";

  private FhirSample() {}

  static byte[] json(SampleVisit visit) throws IOException {
    return Http.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(bundle(visit));
  }

  static byte[] ndjson(List<SampleVisit> visits) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (SampleVisit visit : visits) {
      for (ObjectNode resource : resources(visit, "Patient/" + patientId(visit))) {
        // Bulk lines are what may also be posted alone; lists and medicines travel in Bundles.
        String type = resource.path("resourceType").asText();
        if (!type.equals("Patient") && !type.equals("Observation")) {
          continue;
        }
        out.write(Http.JSON.writeValueAsBytes(resource));
        out.write('\n');
      }
    }
    return out.toByteArray();
  }

  static byte[] xml(SampleVisit visit) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter writer =
          XMLOutputFactory.newInstance().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      writer.writeStartDocument("UTF-8", "1.0");
      resource(writer, bundle(visit), true);
      writer.writeEndDocument();
      writer.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    return out.toByteArray();
  }

  private static String patientId(SampleVisit visit) {
    return visit.person().chartNumber(visit.centre()).toLowerCase(Locale.ROOT);
  }

  private static ObjectNode bundle(SampleVisit visit) {
    ObjectNode bundle =
        Http.JSON.createObjectNode().put("resourceType", "Bundle").put("type", "transaction");
    bundle
        .putObject("identifier")
        .put("system", "urn:lifelong:centre:" + visit.centre())
        .put("value", visit.date() + "-" + patientId(visit));
    ArrayNode entries = Http.JSON.createArrayNode();
    String patient =
        "urn:uuid:"
            + java.util.UUID.nameUUIDFromBytes(patientId(visit).getBytes(StandardCharsets.UTF_8));
    for (ObjectNode resource : resources(visit, patient)) {
      ObjectNode entry = entries.addObject();
      boolean isPatient = resource.path("resourceType").asText().equals("Patient");
      if (isPatient) {
        entry.put("fullUrl", patient);
      }
      entry.set("resource", resource);
      entry
          .putObject("request")
          .put("method", "POST")
          .put("url", resource.path("resourceType").asText());
    }
    bundle.set("entry", entries);
    return bundle;
  }

  private static List<ObjectNode> resources(SampleVisit visit, String patient) {
    List<ObjectNode> resources = new ArrayList<>();
    resources.add(patient(visit));
    for (SampleVisit.Measured value : visit.values()) {
      ObjectNode observation = observation(visit, patient, value.item());
      observation
          .putObject("valueQuantity")
          .put("value", new BigDecimal(value.value()))
          .put("unit", unit(value.item()))
          .put("system", "http://unitsofmeasure.org")
          .put("code", unit(value.item()));
      resources.add(observation);
    }
    for (SampleVisit.Answer answer : visit.answers()) {
      ObjectNode observation = observation(visit, patient, answer.item());
      observation
          .putObject("valueCodeableConcept")
          .putArray("coding")
          .addObject()
          .put("system", ITEMS + ":" + answer.item().code())
          .put("code", answer.code());
      resources.add(observation);
    }
    String drinks = visit.drinksADay();
    if (drinks != null) {
      Item item =
          health.lifelong.vocabulary.ItemCatalogue.standard().byCode("ALC_QTY").orElseThrow();
      ObjectNode observation = observation(visit, patient, item);
      observation
          .putObject("valueQuantity")
          .put("value", new BigDecimal(drinks))
          .put("system", "http://unitsofmeasure.org")
          .put("code", "/d");
      resources.add(observation);
    }
    medication(visit, patient, resources);
    return resources;
  }

  private static String unit(Item item) {
    return item.ucum() == null ? "1" : item.ucum();
  }

  private static ObjectNode patient(SampleVisit visit) {
    SamplePerson person = visit.person();
    ObjectNode patient =
        Http.JSON.createObjectNode().put("resourceType", "Patient").put("id", patientId(visit));
    ArrayNode identifiers = patient.putArray("identifier");
    identifier(
        identifiers,
        "MR",
        "urn:lifelong:centre:" + visit.centre(),
        person.chartNumber(visit.centre()));
    identifier(identifiers, "MB", "urn:lifelong:member", person.memberNumber());
    patient.putArray("name").addObject().put("text", person.name());
    patient.put("gender", person.female() ? "female" : "male");
    patient.put("birthDate", person.birth().toString());
    return patient;
  }

  private static void identifier(ArrayNode identifiers, String type, String system, String value) {
    ObjectNode identifier = identifiers.addObject();
    identifier
        .putObject("type")
        .putArray("coding")
        .addObject()
        .put("system", "http://terminology.hl7.org/CodeSystem/v2-0203")
        .put("code", type);
    identifier.put("system", system).put("value", value);
  }

  private static ObjectNode observation(SampleVisit visit, String patient, Item item) {
    ObjectNode observation =
        Http.JSON
            .createObjectNode()
            .put("resourceType", "Observation")
            .put(
                "id",
                (patientId(visit) + "-" + visit.date() + "-" + item.code())
                    .toLowerCase(Locale.ROOT)
                    .replace('_', '-'))
            .put("status", "final");
    ArrayNode codings = observation.putObject("code").putArray("coding");
    if (item.loinc() != null) {
      codings
          .addObject()
          .put("system", "http://loinc.org")
          .put("code", item.loinc())
          .put("display", item.nameEn());
    }
    codings.addObject().put("system", ITEMS).put("code", item.code());
    observation.putObject("subject").put("reference", patient);
    observation.put("effectiveDateTime", visit.date() + "T08:30:00+09:00");
    return observation;
  }

  /** What is taken, and that the list is whole: without one, "no medicine" would be unknown. */
  private static void medication(SampleVisit visit, String patient, List<ObjectNode> resources) {
    Boolean treated = visit.treated();
    if (treated == null) {
      return;
    }
    if (treated) {
      ObjectNode statement =
          Http.JSON
              .createObjectNode()
              .put("resourceType", "MedicationStatement")
              .put("id", patientId(visit) + "-med-" + visit.date().getYear())
              .put("status", "active")
              .put("effectiveDateTime", visit.date() + "T08:30:00+09:00");
      statement
          .putObject("medicationCodeableConcept")
          .putArray("coding")
          .addAll(
              List.of(
                  Http.JSON
                      .createObjectNode()
                      .put("system", "http://www.whocc.no/atc")
                      .put("code", "C09CA01")
                      .put("display", "losartan")));
      statement.putObject("subject").put("reference", patient);
      resources.add(statement);
    }
    resources.add(
        list(
            visit,
            patient,
            "10160-0",
            treated ? patientId(visit) + "-med-" + visit.date().getYear() : ""));
    resources.add(list(visit, patient, "11450-4", ""));
  }

  private static ObjectNode list(
      SampleVisit visit, String patient, String loinc, String medication) {
    ObjectNode list =
        Http.JSON
            .createObjectNode()
            .put("resourceType", "List")
            .put("id", patientId(visit) + "-list-" + loinc + "-" + visit.date().getYear())
            .put("status", "current")
            .put("mode", "snapshot")
            .put("date", visit.date() + "T08:30:00+09:00");
    list.putObject("code")
        .putArray("coding")
        .addObject()
        .put("system", "http://loinc.org")
        .put("code", loinc);
    list.putObject("subject").put("reference", patient);
    if (medication.isEmpty()) {
      list.putObject("emptyReason")
          .putArray("coding")
          .addObject()
          .put("system", "http://terminology.hl7.org/CodeSystem/list-empty-reason")
          .put("code", "nilknown");
    } else {
      list.putArray("entry")
          .addObject()
          .putObject("item")
          .put("reference", "MedicationStatement/" + medication);
    }
    return list;
  }

  private static void resource(XMLStreamWriter writer, ObjectNode resource, boolean root)
      throws XMLStreamException {
    writer.writeStartElement(resource.path("resourceType").asText());
    if (root) {
      writer.writeDefaultNamespace("http://hl7.org/fhir");
    }
    members(writer, resource);
    writer.writeEndElement();
  }

  private static void members(XMLStreamWriter writer, ObjectNode object) throws XMLStreamException {
    for (Map.Entry<String, com.fasterxml.jackson.databind.JsonNode> member : object.properties()) {
      if (member.getKey().equals("resourceType")) {
        continue;
      }
      if (member.getValue() instanceof ArrayNode array) {
        for (com.fasterxml.jackson.databind.JsonNode item : array) {
          element(writer, member.getKey(), item);
        }
      } else {
        element(writer, member.getKey(), member.getValue());
      }
    }
  }

  private static void element(
      XMLStreamWriter writer, String name, com.fasterxml.jackson.databind.JsonNode value)
      throws XMLStreamException {
    if (!(value instanceof ObjectNode object)) {
      writer.writeEmptyElement(name);
      writer.writeAttribute(
          "value", value.isNumber() ? value.decimalValue().toPlainString() : value.asText());
      return;
    }
    writer.writeStartElement(name);
    if (object.has("resourceType")) {
      resource(writer, object, false);
    } else {
      members(writer, object);
    }
    writer.writeEndElement();
  }
}
