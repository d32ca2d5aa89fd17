package health.lifelong.gateway.export.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An export as a Bundle keeps the rules of FHIR R4 and says everything the record says. */
class FhirBundleTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();

  // Elements that FHIR R4 asks for (cardinality 1..), by type.
  private static final Map<String, List<String>> NEEDED =
      Map.ofEntries(
          Map.entry("Patient", List.of("id")),
          Map.entry("OperationOutcome", List.of("issue")),
          Map.entry("Encounter", List.of("status", "class")),
          Map.entry("Observation", List.of("status", "code")),
          Map.entry("Condition", List.of("subject")),
          Map.entry("AllergyIntolerance", List.of("patient")),
          Map.entry(
              "MedicationStatement", List.of("status", "medicationCodeableConcept", "subject")),
          Map.entry("Procedure", List.of("status", "subject")),
          Map.entry("FamilyMemberHistory", List.of("status", "patient", "relationship")),
          Map.entry("List", List.of("status", "mode")),
          Map.entry("DocumentReference", List.of("status", "content")),
          Map.entry("Consent", List.of("status", "scope", "category", "policyRule")));

  @Test
  void aBundleOfEverythingKeepsTheRulesOfFhir() throws IOException {
    JsonNode bundle = bundle(Sample.small());

    assertThat(bundle.path("resourceType").asText()).isEqualTo("Bundle");
    assertThat(bundle.path("type").asText()).isEqualTo("collection");
    Set<String> urls = new HashSet<>();
    Set<String> types = new HashSet<>();
    for (JsonNode entry : bundle.path("entry")) {
      JsonNode resource = entry.path("resource");
      String type = resource.path("resourceType").asText();
      types.add(type);
      assertThat(urls.add(entry.path("fullUrl").asText())).isTrue();
      assertThat(entry.path("fullUrl").asText())
          .isEqualTo("urn:uuid:" + resource.path("id").asText());
      assertThat(NEEDED.get(type)).as(type).isNotNull();
      NEEDED.get(type).forEach(name -> assertThat(resource.has(name)).as(type + name).isTrue());
    }
    assertThat(types).isEqualTo(NEEDED.keySet());
    bundle.findValuesAsText("reference").forEach(reference -> assertThat(urls).contains(reference));
    assertNothingIsEmpty(bundle, "");
  }

  @Test
  void aNumberKeepsItsDigitsItsUnitAndItsCodes() throws IOException {
    JsonNode glucose = of(Sample.small(), "Observation").getFirst();

    assertThat(glucose.path("valueQuantity").toString())
        .isEqualTo(
            "{\"value\":7.40,\"unit\":\"mmol/L\",\"system\":\"http://unitsofmeasure.org\","
                + "\"code\":\"mmol/L\"}");
    assertThat(glucose.path("code").findValuesAsText("system"))
        .contains("http://loinc.org", "urn:lifelong:item");
    assertThat(glucose.path("effectiveDateTime").asText()).isEqualTo("2025-03-04T08:30:00+09:00");
    assertThat(glucose.path("referenceRange").path(0).path("text").asText()).isEqualTo("3.9-5.5");
    assertThat(glucose.path("interpretation").findValuesAsText("code")).containsExactly("H");
    assertThat(glucose.path("meta").path("source").asText()).isEqualTo("urn:lifelong:centre:seoul");
  }

  @Test
  void whatHasNoValueSaysWhyAndIsNeverZero() throws IOException {
    List<JsonNode> values = of(Sample.small(), "Observation");

    assertThat(values.get(1).path("valueQuantity").path("comparator").asText()).isEqualTo("<");
    assertThat(values.get(3).path("dataAbsentReason").findValuesAsText("code"))
        .containsExactly("not-performed");
    assertThat(values.get(3).properties()).noneMatch(e -> e.getKey().startsWith("value"));
    assertThat(values.get(5).path("valueString").asText()).isEqualTo("12 U");
    assertThat(values.get(5).path("code").findValuesAsText("system"))
        .containsExactly("urn:lifelong:sender-system:99+LOCAL");
    assertThat(values.get(5).path("code").findValuesAsText("code")).containsExactly("A 1");
  }

  @Test
  void whatIsNotInItIsSaid() throws IOException {
    JsonNode outcome = of(Sample.small(), "OperationOutcome").getFirst();

    assertThat(outcome.findValuesAsText("code")).containsOnly("suppressed");
    assertThat(outcome.findValuesAsText("text"))
        .containsExactly("genetic_report", "held", "genetic_raw");
  }

  @Test
  void ofEachCellOfConsentTheLatestDecisionIsActive() throws IOException {
    List<JsonNode> consents = of(Sample.small(), "Consent");

    assertThat(consents)
        .extracting(one -> one.path("status").asText(), one -> one.at("/provision/type").asText())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("inactive", "permit"),
            org.assertj.core.groups.Tuple.tuple("active", "deny"));
  }

  @Test
  void aQuestionThatWasAnsweredWithNothingIsNotTheSameAsNoAnswer() throws IOException {
    JsonNode list = of(Sample.small(), "List").getFirst();

    assertThat(list.path("code").path("text").asText()).isEqualTo("allergy");
    assertThat(list.path("entry")).hasSize(1);
    assertThat(of(Sample.small(), "List")).hasSize(1);
  }

  @Test
  void aStatusThatFhirDoesNotKnowIsUnknownAndTheSendersWordIsKept() throws IOException {
    List<JsonNode> conditions = of(Sample.small(), "Condition");

    assertThat(conditions.getFirst().at("/clinicalStatus/coding/0/code").asText())
        .isEqualTo("active");
    assertThat(conditions.getLast().at("/clinicalStatus/extension/0/valueCode").asText())
        .isEqualTo("unknown");
    assertThat(conditions.getLast().at("/note/0/text").asText()).isEqualTo("치료 중");
    assertThat(conditions.getLast().at("/code/text").asText()).isEqualTo("not told");
  }

  @Test
  void aDocumentCanBeReadBack() throws IOException {
    JsonNode document = of(Sample.small(), "DocumentReference").getFirst();

    byte[] text = Base64.getDecoder().decode(document.findValue("data").asText());
    assertThat(new String(text, StandardCharsets.UTF_8)).isEqualTo("좋아요\n다음 해에 봐요");
  }

  @Test
  void aLifetimeIsWrittenWellUnderAMinute() throws IOException {
    Export lifetime = Sample.lifetime(35, 110, 1_096, 6);
    long start = System.nanoTime();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new FhirBundle(lifetime).write(out);
    long fhir = System.nanoTime();
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    new CsvFile(lifetime).write(csv);
    long end = System.nanoTime();

    System.out.printf(
        "export of 35 x 110 values and 1,096 x 6 days: FHIR %,d bytes in %d ms, CSV %,d in %d ms%n",
        out.size(), (fhir - start) / 1_000_000, csv.size(), (end - fhir) / 1_000_000);
    JsonNode bundle = JSON.readTree(out.toByteArray());
    assertThat(bundle.path("entry")).hasSize(2 + 35 + 35 * 110 + 1_096 * 6);
    assertThat(csv.toString(StandardCharsets.UTF_8).lines())
        .hasSize(1 + 2 + 35 + 35 * 110 + 1_096 * 6);
    assertThat(end - start).isLessThan(20_000_000_000L);
  }

  private static void assertNothingIsEmpty(JsonNode node, String path) {
    if (node.isContainerNode()) {
      assertThat(node.isEmpty()).as(path).isFalse();
    } else {
      assertThat(node.asText()).as(path).isNotBlank();
    }
    node.properties().forEach(e -> assertNothingIsEmpty(e.getValue(), path + "/" + e.getKey()));
    if (node.isArray()) {
      node.forEach(one -> assertNothingIsEmpty(one, path + "[]"));
    }
  }

  private static List<JsonNode> of(Export export, String type) throws IOException {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode entry : bundle(export).path("entry")) {
      if (entry.path("resource").path("resourceType").asText().equals(type)) {
        found.add(entry.path("resource"));
      }
    }
    return found;
  }

  private static JsonNode bundle(Export export) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new FhirBundle(export).write(out);
    return JSON.readTree(out.toByteArray());
  }
}
