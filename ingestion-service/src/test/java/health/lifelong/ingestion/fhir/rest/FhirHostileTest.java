package health.lifelong.ingestion.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lifelong.ingestion.fhir.algorithm.IssueCodes;
import health.lifelong.ingestion.fhir.domain.FhirFormat;
import health.lifelong.ingestion.fhir.domain.FhirReading;
import health.lifelong.ingestion.record.domain.RecordOutcome.Rejected;
import health.lifelong.testing.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FhirHostileTest {
  private static final List<String> SAMPLES =
      List.of(
          "uscore_observation-satO2-fiO2.json",
          "ips_IPS-bundle-01.json",
          "uscore_QuestionnaireResponse-TAPS.json",
          "r4example_patient-glossy-example.xml",
          "validator_bundle-validation-location-2.xml");

  /**
   * The cases with a body that a FHIR door refuses; a byte-order mark is taken, and what is taken
   * there is no resource here.
   */
  @TestFactory
  Stream<DynamicTest> mutatedBodiesAreRefusedWithTheStatusTheyDeserve() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<DynamicTest> tests = new ArrayList<>();
    for (String line : Files.readAllLines(SharedData.path("data/hostile/json/mutations.jsonl"))) {
      JsonNode test = mapper.readTree(line);
      String id = test.get("id").asText();
      int status = test.get("expect").get("http").asInt();
      boolean hasBody = test.hasNonNull("body") || test.hasNonNull("body_b64");
      if (hasBody && status != 200 && !id.equals("raw-01")) {
        tests.add(
            DynamicTest.dynamicTest(id, () -> assertThat(status(body(test))).isEqualTo(status)));
      }
    }
    assertThat(tests).hasSizeGreaterThan(15);
    return tests.stream();
  }

  private static byte[] body(JsonNode test) {
    if (test.hasNonNull("body_b64")) {
      return Base64.getDecoder().decode(test.get("body_b64").asText());
    }
    String number =
        test.get("body")
            .asText()
            .replace(
                "{\"resultValue\": ",
                "{\"resourceType\":\"Observation\",\"status\":\"final\",\"subject\":{\"reference\":\"Patient/1\"},\"code\":{\"text\":\"x\"},\"valueDecimal\":");
    return number.getBytes(StandardCharsets.UTF_8);
  }

  private static int status(byte[] body) {
    FhirReading reading = Reading.of(body, FhirFormat.JSON);
    Rejected rejected = Reading.rejected(reading);
    return Integer.parseInt(IssueCodes.status(rejected.reason()).substring(0, 3));
  }

  @Test
  void everyInputEndsInOutcomesWhateverItsBytes() throws IOException {
    long seed = 4711;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (String sample : SAMPLES) {
      byte[] original = Files.readAllBytes(SharedData.path("data/ingest/fhir-r4/" + sample));
      FhirFormat format = sample.endsWith(".xml") ? FhirFormat.XML : FhirFormat.JSON;
      for (int round = 0; round < 200; round++) {
        byte[] body = original.clone();
        for (int change = random.nextInt(4); change >= 0; change--) {
          body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        int cut = random.nextInt(10) == 0 ? random.nextInt(body.length) : body.length;
        FhirReading reading = Reading.of(Arrays.copyOf(body, cut), format);
        assertThat(reading.entries()).as("round %d of %s", round, sample).isNotEmpty();
      }
    }
  }

  @Test
  void aTreeOfTheWrongShapeIsReadWithoutFailing() {
    long seed = 4712;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    String[] shapes = {
      "1",
      "\"x\"",
      "null",
      "[]",
      "{}",
      "[null]",
      "[[{}]]",
      "[{\"reference\":5}]",
      "true",
      "{\"coding\":7}"
    };
    String[] names = {
      "status",
      "subject",
      "code",
      "component",
      "valueQuantity",
      "effectiveDateTime",
      "effectivePeriod",
      "identifier",
      "encounter",
      "name",
      "contained",
      "text",
      "item",
      "conclusionCode",
      "section",
      "extension",
      "dataAbsentReason"
    };
    String[] types = {
      "Patient",
      "Observation",
      "QuestionnaireResponse",
      "DiagnosticReport",
      "Composition",
      "Condition",
      "FamilyMemberHistory",
      "List"
    };
    for (int round = 0; round < 3_000; round++) {
      StringBuilder resource =
          new StringBuilder("{\"resourceType\":\"" + types[random.nextInt(types.length)] + "\"");
      if (random.nextBoolean()) {
        resource.append(",\"patient\":{\"reference\":\"Patient/1\"}");
      }
      for (String name : names) {
        if (random.nextInt(3) > 0) {
          resource
              .append(",\"")
              .append(name)
              .append("\":")
              .append(shapes[random.nextInt(shapes.length)]);
        }
      }
      resource.append('}');
      assertThat(Reading.json(resource.toString()).entries()).hasSize(1);
      String bundle =
          "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"resource\":%s}]}";
      assertThat(Reading.json(bundle.formatted(resource)).entries())
          .as(resource.toString())
          .hasSize(1);
    }
  }
}
