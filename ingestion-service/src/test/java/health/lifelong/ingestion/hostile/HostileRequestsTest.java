package health.lifelong.ingestion.hostile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lifelong.ingestion.kit.CentreToken;
import health.lifelong.ingestion.kit.IngestionResource;
import health.lifelong.testing.HttpCases;
import health.lifelong.testing.PostgresResource;
import health.lifelong.testing.RawHttp;
import health.lifelong.testing.SharedData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** data/hostile/http on the FHIR door and on the receipts of ingestion. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(IngestionResource.class)
class HostileRequestsTest {
  private static final String STRANGER = "0190a5b2-0000-7000-8000-000000000002";
  private static final long IN_TIME_MILLIS = 5_000;
  private static final Pattern RECEIPT = Pattern.compile("(?i)lifelong-receipt: (\\S+)");

  @ConfigProperty(name = "lifelong.http.query-parameters")
  List<String> queryParameters;

  @Test
  void theListOfQueryParametersIsThatOfTheDocument() throws IOException {
    TreeSet<String> described = new TreeSet<>();
    new ObjectMapper()
        .readTree(given().get("/openapi?format=json").asByteArray())
        .findValues("parameters")
        .forEach(
            list ->
                list.forEach(
                    parameter -> {
                      if (parameter.path("in").asText().equals("query")) {
                        described.add(parameter.path("name").asText());
                      }
                    }));
    assertThat(queryParameters).containsExactlyInAnyOrderElementsOf(described);
  }

  @TestFactory
  Stream<DynamicTest> everyRequestOnEveryResource() throws IOException {
    String token = CentreToken.of("seoul");
    Matcher receipt = RECEIPT.matcher(Door.fhirJson(observation("x")).text());
    assertThat(receipt.find()).isTrue();
    List<HttpCases.Operation> operations =
        List.of(
            new HttpCases.Operation(
                "GET", "/v1/receipts/" + receipt.group(1), token, "", "", STRANGER),
            new HttpCases.Operation(
                "POST",
                "/fhir",
                token,
                "application/fhir+json",
                new String(observation("y"), StandardCharsets.UTF_8),
                STRANGER));
    List<DynamicTest> tests = new ArrayList<>();
    for (String line : Files.readAllLines(SharedData.path("data/hostile/http/requests.jsonl"))) {
      JsonNode test = new ObjectMapper().readTree(line);
      for (HttpCases.Operation operation : operations) {
        byte[] request = HttpCases.request(test, operation);
        if (request != null) {
          tests.add(
              DynamicTest.dynamicTest(
                  test.get("id").asText() + " " + operation.method(),
                  () -> answered(test, request)));
        }
      }
    }
    return tests.stream();
  }

  private static void answered(JsonNode test, byte[] request) throws IOException {
    RawHttp.Answer answer = RawHttp.send(RestAssured.port, request);
    List<Integer> right = new ArrayList<>();
    test.get("expect").get("http").forEach(status -> right.add(status.asInt()));
    // The server's HTTP parser joins a folded header before we see it (design.md section 9).
    if (test.get("why").asText().equals("obs-fold")) {
      right.add(201);
    }
    assertThat(answer.status()).as(answer.text()).isIn(right);
    assertThat(answer.millis()).isLessThan(IN_TIME_MILLIS);
    if (answer.status() >= 400 && test.get("expect").path("connection").asText().equals("closed")) {
      assertThat(answer.closed()).isTrue();
    }
  }

  /** A key is the sender's choice (design.md section 9): without one the content is its own key. */
  @Test
  void aPushWithoutAKeyIsTakenOnce() throws IOException {
    byte[] body = observation(UUID.randomUUID().toString());
    assertThat(Door.fhirJson(body).status()).isEqualTo(201);
    assertThat(Door.fhirJson(body).text()).contains("Lifelong-Resent: true");
  }

  @Test
  void aKeyWithAnotherBodyIsAConflictAndAnotherCentresKeyIsAnotherKey() throws Exception {
    String key = UUID.randomUUID().toString();
    assertThat(keyed("seoul", key, observation("a")).status()).isEqualTo(201);
    assertThat(keyed("seoul", key, observation("b")).status()).isIn(409, 422);
    assertThat(keyed("busan", key, observation("a")).status()).isEqualTo(201);
  }

  @Test
  void aHundredSendsOfOneKeyAtOnceHaveOneReceipt() throws Exception {
    String key = UUID.randomUUID().toString();
    TreeSet<String> receipts = new TreeSet<>();
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<RawHttp.Answer> send = () -> keyed("seoul", key, observation("same"));
      for (Future<RawHttp.Answer> answer :
          senders.invokeAll(Stream.generate(() -> send).limit(100).toList())) {
        assertThat(answer.get().status()).as(answer.get().text()).isIn(201, 409);
        Matcher receipt = RECEIPT.matcher(answer.get().text());
        assertThat(receipt.find()).isTrue();
        receipts.add(receipt.group(1));
      }
    }
    assertThat(receipts).hasSize(1);
  }

  private static RawHttp.Answer keyed(String centre, String key, byte[] body) throws IOException {
    return Door.send(
        "POST /fhir HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/fhir+json\r\nIdempotency-Key: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(CentreToken.of(centre), key, body.length),
        body);
  }

  private static byte[] observation(String words) {
    return "{\"resourceType\":\"Observation\",\"status\":\"final\",\"subject\":{\"reference\":\"Patient/h\"},\"code\":{\"text\":\"x\"},\"valueString\":\"%s\"}"
        .formatted(words)
        .getBytes(StandardCharsets.UTF_8);
  }

  @AfterEach
  void thenTenGoodRequestsPass() throws IOException {
    Door.tenGoodRequestsPass();
  }
}
