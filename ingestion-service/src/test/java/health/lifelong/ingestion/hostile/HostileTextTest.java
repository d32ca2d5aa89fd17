package health.lifelong.ingestion.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.lifelong.ingestion.kit.IngestionResource;
import health.lifelong.testing.PostgresResource;
import health.lifelong.testing.RawHttp;
import health.lifelong.testing.SharedData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** data/hostile strings, names and pii in every kind of field of the doors of ingestion. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(IngestionResource.class)
class HostileTextTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Everything that was logged while a test ran, with what was thrown. */
  private final StringBuffer logged = new StringBuffer();

  private final Handler ear =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          logged.append(entry.getMessage());
          for (Object parameter :
              entry.getParameters() == null ? new Object[0] : entry.getParameters()) {
            logged.append(' ').append(parameter);
          }
          for (Throwable thrown = entry.getThrown(); thrown != null; thrown = thrown.getCause()) {
            logged.append(' ').append(thrown);
          }
          logged.append('\n');
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    Logger.getLogger("").addHandler(ear);
  }

  @AfterEach
  void thenTenGoodRequestsPass() throws IOException {
    Logger.getLogger("").removeHandler(ear);
    Door.tenGoodRequestsPass();
  }

  @Test
  void everyNaughtyStringIsRefusedAsATextOrTaken() throws IOException {
    JsonNode strings =
        JSON.readTree(SharedData.path("data/hostile/strings/blns_half.json").toFile());
    for (JsonNode string : strings) {
      RawHttp.Answer answer =
          Door.fhirJson(JSON.writeValueAsBytes(observation(string.get("text").asText())));
      if (answer.status() == 422) {
        assertThat(answer.code()).isIn("text.control_character", "text.invalid_unicode");
      } else {
        assertThat(answer.status()).as("%s: %s", string.get("n"), answer.body()).isIn(200, 201);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> namesAreTakenOrRefusedAsTheirCasesSay() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String line :
        Files.readAllLines(SharedData.path("data/hostile/names/hostile_names.jsonl"))) {
      JsonNode test = JSON.readTree(line);
      tests.add(DynamicTest.dynamicTest(test.get("id").asText(), () -> name(test)));
    }
    return tests.stream();
  }

  private static void name(JsonNode test) throws IOException {
    ObjectNode patient = JSON.createObjectNode().put("resourceType", "Patient");
    patient.put("id", test.get("id").asText());
    patient.putArray("name").addObject().put("text", test.get("text").asText());
    RawHttp.Answer answer = Door.fhirJson(JSON.writeValueAsBytes(patient));
    if (test.get("expected").asText().equals("reject")) {
      assertThat(answer.status()).as(answer.body()).isEqualTo(422);
      assertThat(answer.code()).startsWith("text.");
    } else {
      assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
  }

  /** Each value in right and wrong fields, headers, paths, file names, and in what is refused. */
  @Test
  void noPlantedCanaryIsHeardInLogsErrorsMetricsOrLeftInStaging() throws IOException {
    List<String> secrets = new ArrayList<>();
    for (String line : Files.readAllLines(SharedData.path("data/hostile/pii/canaries.jsonl"))) {
      JsonNode canary = JSON.readTree(line);
      String value = canary.get("value").asText();
      secrets.add(value);
      canary.get("variants").forEach(variant -> secrets.add(variant.asText()));
      for (RawHttp.Answer answer : planted(value)) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 499);
        assertThat(secrets).noneMatch(secret -> answer.text().contains(secret));
      }
    }
    String metrics =
        RawHttp.send(
                org.eclipse.microprofile.config.ConfigProvider.getConfig()
                    .getValue("quarkus.management.port", Integer.class),
                "GET /q/metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.UTF_8))
            .text();
    assertThat(metrics).contains("http_server");
    assertThat(secrets).noneMatch(metrics::contains);
    assertThat(secrets).noneMatch(secret -> logged.indexOf(secret) >= 0);
    try (Stream<java.nio.file.Path> staged = Files.list(IngestionResource.spool())) {
      assertThat(staged).isEmpty();
    }
  }

  private static List<RawHttp.Answer> planted(String value) throws IOException {
    String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
    ObjectNode wrong = observation(value);
    wrong.put("status", value).put("effectiveDateTime", value).put("id", value);
    wrong.putObject("valueQuantity").put("value", value).put("unit", value);
    wrong.remove("valueString");
    byte[] csv =
        ("MRN,name,date,%s\n%s,%s,%s,1,2\n".formatted(value, value, value, value))
            .getBytes(StandardCharsets.UTF_8);
    byte[] broken =
        ("{\"resourceType\":\"Patient\",\"" + value + "\":" + value)
            .getBytes(StandardCharsets.UTF_8);
    byte[] vcf =
        ("##fileformat=VCFv4.2\n##x=" + value + "\n#CHROM\tPOS\t" + value + "\n" + value + "\n")
            .getBytes(StandardCharsets.UTF_8);
    return List.of(
        Door.fhirJson(JSON.writeValueAsBytes(observation(value))),
        Door.fhirJson(JSON.writeValueAsBytes(wrong)),
        Door.fhirJson(broken),
        Door.post("/fhir/" + encoded, "application/fhir+json", broken),
        Door.post("/v1/files/csv?name=" + encoded + ".csv", "text/csv", csv),
        Door.post(
            "/v1/files/genotypes?name="
                + encoded
                + "&sample="
                + encoded
                + "&person="
                + encoded
                + "&build="
                + encoded,
            "text/plain",
            vcf),
        Door.post("/v1/files/genotypes?name=" + encoded, "text/plain", vcf),
        Door.post("/v1/files/" + encoded, "text/plain", csv),
        Door.post("/v1/files/ndjson?" + encoded + "=1", "text/plain", broken),
        Door.post("/v1/files/ndjson?name=x", "text/plain", broken),
        RawHttp.send(
            RestAssured.port,
            ("GET /v1/receipts/"
                    + encoded
                    + " HTTP/1.1\r\nHost: localhost\r\nX-Name: "
                    + value
                    + "\r\nAuthorization: Bearer "
                    + value.replace(" ", "")
                    + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8)));
  }

  private static ObjectNode observation(String text) {
    ObjectNode observation =
        JSON.createObjectNode()
            .put("resourceType", "Observation")
            .put("status", "final")
            .put("id", UUID.randomUUID().toString())
            .put("valueString", text);
    observation.putObject("subject").put("reference", "Patient/" + UUID.randomUUID());
    observation.putObject("code").put("text", "x");
    observation.putArray("note").addObject().put("text", text);
    return observation;
  }
}
