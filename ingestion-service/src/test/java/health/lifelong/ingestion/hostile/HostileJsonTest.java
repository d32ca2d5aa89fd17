package health.lifelong.ingestion.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lifelong.ingestion.kit.IngestionResource;
import health.lifelong.testing.JsonRecipes;
import health.lifelong.testing.PostgresResource;
import health.lifelong.testing.RawHttp;
import health.lifelong.testing.SharedData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** data/hostile/json at the FHIR door. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(IngestionResource.class)
class HostileJsonTest {
  private static final long IN_TIME_MILLIS = 5_000;

  /** How the words of the cases are said in FHIR: any decimal, and any free text. */
  private static final Map<String, String> IN_FHIR =
      Map.of(
          "{\"resultValue\": ",
          "{\"resourceType\":\"Observation\",\"status\":\"final\",\"subject\":{\"reference\":\"Patient/1\"},\"code\":{\"text\":\"x\"},\"valueDecimal\": ",
          "{\"note\":",
          "{\"resourceType\":\"Observation\",\"status\":\"final\",\"subject\":{\"reference\":\"Patient/1\"},\"code\":{\"text\":\"x\"},\"valueString\":");

  @TestFactory
  Stream<DynamicTest> everyMutationIsAnsweredAsItsCaseSays() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<DynamicTest> tests = new ArrayList<>();
    for (String line : Files.readAllLines(SharedData.path("data/hostile/json/mutations.jsonl"))) {
      JsonNode test = mapper.readTree(line);
      tests.add(DynamicTest.dynamicTest(test.get("id").asText(), () -> mutation(test)));
    }
    assertThat(tests).isNotEmpty();
    return tests.stream();
  }

  private static void mutation(JsonNode test) throws IOException {
    RawHttp.Answer answer = Door.fhirJson(body(test));
    JsonNode expect = test.get("expect");
    if (test.get("why").asText().contains("accept or 400")) {
      // A byte-order mark is taken; what stands behind this one is JSON, and no resource.
      assertThat(answer.status()).isBetween(200, 499);
    } else if (expect.get("http").asInt() == 200) {
      assertThat(answer.status()).isEqualTo(201);
    } else {
      assertThat(answer.status()).as(answer.body()).isEqualTo(expect.get("http").asInt());
      assertThat(answer.code()).isEqualTo(expect.get("code").asText());
    }
    assertThat(answer.millis()).isLessThan(IN_TIME_MILLIS);
  }

  private static byte[] body(JsonNode test) {
    if (test.hasNonNull("body_b64")) {
      return Base64.getDecoder().decode(test.get("body_b64").asText());
    }
    if (test.hasNonNull("recipe")) {
      return JsonRecipes.bytes(test.get("recipe").asText());
    }
    String body = test.get("body").asText();
    for (Map.Entry<String, String> word : IN_FHIR.entrySet()) {
      body = body.replace(word.getKey(), word.getValue());
    }
    return body.getBytes(StandardCharsets.UTF_8);
  }

  /** n_ is refused, y_ is JSON (what it says is then no resource), i_ never crashes. */
  @TestFactory
  Stream<DynamicTest> theParsingSuiteIsTakenOrRefusedAsItsNamesSay() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("parsing", "transform")) {
      try (Stream<Path> listed = Files.list(SharedData.path("data/hostile/json/" + folder))) {
        listed.sorted().forEach(files::add);
      }
    }
    return files.stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> suite(file)));
  }

  private static void suite(Path file) throws IOException {
    String name = file.getFileName().toString();
    RawHttp.Answer answer = Door.fhirJson(Files.readAllBytes(file));
    boolean refused = name.startsWith("n_") || name.startsWith("y_object_duplicated_key");
    if (refused) {
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.code()).startsWith("json.");
    } else if (name.startsWith("y_")) {
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.code()).isNotEqualTo("json.syntax");
    } else {
      assertThat(answer.status()).isBetween(400, 422);
    }
  }

  @AfterEach
  void thenTenGoodRequestsPass() throws IOException {
    Door.tenGoodRequestsPass();
  }
}
