package health.lifelong.gateway.hostile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lifelong.gateway.kit.FakeBackend;
import health.lifelong.gateway.kit.TestKeys;
import health.lifelong.gateway.kit.Token;
import health.lifelong.platform.token.OperationRule;
import health.lifelong.platform.token.Operations;
import health.lifelong.testing.HttpCases;
import health.lifelong.testing.RawHttp;
import health.lifelong.testing.SharedData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** data/hostile http, json and strings, on every operation of the gateway's OpenAPI document. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
@QuarkusTestResource(value = FakeBackend.class, restrictToAnnotatedClass = true)
class HostileRequestsTest {
  private static final String ME = "0190a5b2-0000-7000-8000-000000000001";
  private static final String STRANGER = "0190a5b2-0000-7000-8000-000000000002";
  private static final long IN_TIME_MILLIS = 5_000;
  private static final String NOTE = "/v1/centres/seoul/critical-results/known/acknowledgement";

  @ConfigProperty(name = "lifelong.http.query-parameters")
  List<String> queryParameters;

  @Test
  void theListOfQueryParametersIsThatOfTheDocument() throws IOException {
    TreeSet<String> described = new TreeSet<>();
    document()
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
    List<DynamicTest> tests = new ArrayList<>();
    List<HttpCases.Operation> operations = operations();
    assertThat(operations).hasSizeGreaterThan(10);
    for (JsonNode test : cases("data/hostile/http/requests.jsonl")) {
      for (HttpCases.Operation operation : operations) {
        byte[] request = HttpCases.request(test, operation);
        if (request != null) {
          String name = test.get("id").asText() + " " + operation.method() + " " + operation.path();
          tests.add(DynamicTest.dynamicTest(name, () -> answered(name, test, request)));
        }
      }
    }
    return tests.stream();
  }

  private static void answered(String name, JsonNode test, byte[] request) throws IOException {
    RawHttp.Answer answer = RawHttp.send(RestAssured.port, request);
    List<Integer> right = new ArrayList<>();
    test.get("expect").get("http").forEach(status -> right.add(status.asInt()));
    // The server's HTTP parser joins a folded header before we see it (design.md section 9).
    if (test.get("why").asText().equals("obs-fold")) {
      right.addAll(List.of(200, 204));
    }
    assertThat(answer.status()).as(name + "\n" + answer.text()).isIn(right);
    assertThat(answer.millis()).isLessThan(IN_TIME_MILLIS);
    if (answer.status() >= 400 && test.get("expect").path("connection").asText().equals("closed")) {
      assertThat(answer.closed()).isTrue();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyJsonBodyIsAnsweredAsItsCaseSays() throws IOException {
    return cases("data/hostile/json/mutations.jsonl").stream()
        .filter(test -> !test.get("cat").asText().equals("number") || !isLegalNumber(test))
        .map(test -> DynamicTest.dynamicTest(test.get("id").asText(), () -> mutation(test)));
  }

  /** No operation of the gateway takes a decimal: a legal number there is an unknown field. */
  private static boolean isLegalNumber(JsonNode test) {
    return !test.get("expect").path("code").asText().startsWith("json.");
  }

  private static void mutation(JsonNode test) throws IOException {
    RawHttp.Answer answer = post(NOTE, "centre", body(test));
    JsonNode expect = test.get("expect");
    assertThat(answer.status()).as(answer.body()).isEqualTo(expect.get("http").asInt());
    if (!expect.get("code").isNull()) {
      assertThat(answer.code()).isEqualTo(expect.get("code").asText());
    }
    assertThat(answer.millis()).isLessThan(IN_TIME_MILLIS);
  }

  private static byte[] body(JsonNode test) {
    if (test.hasNonNull("body_b64")) {
      return Base64.getDecoder().decode(test.get("body_b64").asText());
    }
    if (test.hasNonNull("recipe")) {
      return health.lifelong.testing.JsonRecipes.bytes(test.get("recipe").asText());
    }
    return test.get("body").asText().getBytes(StandardCharsets.UTF_8);
  }

  /** Either refused as a text, or passed on as it was sent. */
  @Test
  void everyNaughtyStringIsRefusedAsATextOrPassedOnEqual() throws IOException {
    JsonNode strings =
        new ObjectMapper()
            .readTree(SharedData.path("data/hostile/strings/blns_half.json").toFile());
    for (JsonNode string : strings) {
      String text = string.get("text").asText();
      byte[] body =
          new ObjectMapper().writeValueAsBytes(Map.of("note", text, "acknowledgedBy", "x"));
      RawHttp.Answer answer = post(NOTE, "centre", body);
      if (answer.status() == 422) {
        assertThat(answer.code()).isIn("text.control_character", "text.invalid_unicode");
      } else {
        assertThat(answer.status()).as("%s: %s", string.get("n"), answer.body()).isEqualTo(200);
        assertThat(FakeBackend.lastRequest())
            .contains(
                health.lifelong.profile.v1.AcknowledgeCriticalResultRequest.newBuilder()
                    .setNote(text)
                    .build()
                    .toString()
                    .strip());
      }
    }
  }

  private static RawHttp.Answer post(String path, String role, byte[] body) throws IOException {
    String head =
        "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(path, body.length, token(role));
    byte[] request = new byte[head.length() + body.length];
    System.arraycopy(head.getBytes(StandardCharsets.UTF_8), 0, request, 0, head.length());
    System.arraycopy(body, 0, request, head.length(), body.length);
    return RawHttp.send(RestAssured.port, request);
  }

  private static List<HttpCases.Operation> operations() throws IOException {
    List<HttpCases.Operation> operations = new ArrayList<>();
    document()
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation ->
                            add(
                                operations,
                                path.getKey(),
                                operation.getKey(),
                                operation.getValue())));
    return operations;
  }

  private static void add(
      List<HttpCases.Operation> operations, String template, String method, JsonNode described) {
    String path =
        template
            .replace("{personId}", ME)
            .replace("{person}", ME)
            .replace("{centre}", "seoul")
            .replaceAll("\\{\\w+}", "known");
    boolean json = described.path("requestBody").path("content").has("application/json");
    boolean reads = method.equals("get");
    if (reads || json) {
      operations.add(
          new HttpCases.Operation(
              method.toUpperCase(Locale.ROOT),
              path,
              token(role(method.toUpperCase(Locale.ROOT) + " " + template)),
              json ? "application/json" : "",
              good(template),
              STRANGER));
    }
  }

  private static String good(String template) {
    if (template.equals("/v1/me/account")) {
      return "{\"code\":\"ABCDEFGHJK\",\"birthDate\":\"1980-02-29\"}";
    }
    if (template.endsWith("/{person}/consents")) {
      return """
          {"category":"checkup","purpose":"care","decision":"grant","language":"ko","evidence":"paper",
           "evidenceReference":"A-7","documentSha256":"%s","givenAt":"2026-01-02T03:04:05Z"}
          """
          .formatted("ab".repeat(32));
    }
    if (template.endsWith("/consents")) {
      return "{\"category\":\"checkup\",\"purpose\":\"care\",\"decision\":\"grant\"}";
    }
    if (template.endsWith("/break-glass")) {
      return "{\"personId\":\"%s\",\"reasonCode\":\"unconscious\",\"reason\":\"brought in alone\"}"
          .formatted(ME);
    }
    if (template.endsWith("/decision")) {
      return "{\"decision\":\"separate\",\"reason\":\"two different persons\"}";
    }
    return template.endsWith("/review") ? "{\"justified\":true}" : "{}";
  }

  /** Somebody who may, by {@code operations.csv}: the first row of the operation that allows. */
  private static String role(String operation) {
    return Operations.load().rules().stream()
        .filter(rule -> rule.service().equals("gateway") && rule.operation().equals(operation))
        .filter(rule -> rule.whose() != OperationRule.Whose.NOBODY)
        .map(OperationRule::role)
        .findFirst()
        .orElseThrow(() -> new AssertionError("nobody may " + operation));
  }

  private static String token(String role) {
    return Token.good(role, role.equals("person") ? ME : "lis").with("centre", "seoul").signed();
  }

  private static JsonNode document() throws IOException {
    return new ObjectMapper().readTree(given().get("/openapi?format=json").asByteArray());
  }

  private static List<JsonNode> cases(String file) throws IOException {
    List<JsonNode> cases = new ArrayList<>();
    for (String line : Files.readAllLines(SharedData.path(file))) {
      cases.add(new ObjectMapper().readTree(line));
    }
    return cases;
  }

  @AfterEach
  void thenTenGoodRequestsPass() throws IOException {
    for (int i = 0; i < 10; i++) {
      RawHttp.Answer answer = post(NOTE, "centre", "{}".getBytes(StandardCharsets.UTF_8));
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
  }
}
