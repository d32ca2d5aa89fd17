package health.lifelong.gateway.me.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.gateway.kit.TestKeys;
import health.lifelong.gateway.kit.Token;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may come in, and what those learn who may not. No service runs behind the gateway here. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class DoorTest {
  private static final String ME = UUID.randomUUID().toString();
  private static final String PROBLEM = "application/problem+json";

  @Test
  void withoutATokenNothingIsShown() {
    refused(given().get("/v1/me/record"), "TOKEN_MISSING");
  }

  @TestFactory
  Stream<DynamicTest> everyTokenThatIsNotOursIsRefused() {
    Token good = Token.good("person", ME);
    Map<String, String> tokens = new LinkedHashMap<>();
    tokens.put("expired", good.lasting(-900, -300).signed());
    tokens.put("never expires", good.without("exp").signed());
    tokens.put("for another audience", good.with("aud", "lifelong-profile").signed());
    tokens.put("for no audience", good.without("aud").signed());
    tokens.put("of another issuer", good.with("iss", "https://elsewhere.example").signed());
    tokens.put("of no issuer", good.without("iss").signed());
    tokens.put("alg none", good.unsigned());
    tokens.put("HMAC with the bytes of the key set", good.hmacOfKeySet());
    tokens.put("HMAC with the public key", good.hmacOfPublicKey());
    tokens.put("an id token", good.headed("typ", "JWT").signed());
    tokens.put("issued in the future", good.lasting(3_600, 3_900).signed());
    tokens.put("lives ten years", good.lasting(0, 315_360_000L).signed());
    tokens.put("under another key id", good.headed("kid", "other").signed());
    tokens.put("signed by a stranger", good.forged());
    tokens.put("brings its own key", good.withOwnKey());
    tokens.put("changed after signing", good.tampered(UUID.randomUUID().toString()));
    tokens.put("without subject", good.without("sub").signed());
    tokens.put("a service's role under the users' key", Token.good("service", "x").signed());
    tokens.put("no token at all", "not.a.token");
    tokens.put("empty parts", "..");
    return tokens.entrySet().stream()
        .map(
            token ->
                DynamicTest.dynamicTest(
                    token.getKey(),
                    () ->
                        refused(
                            given()
                                .header("Authorization", "Bearer " + token.getValue())
                                .get("/v1/me/record"),
                            "TOKEN_REJECTED")));
  }

  @Test
  void twoTokensAreRefusedBeforeOneIsLookedAt() {
    Response answer =
        given()
            .header("Authorization", "Bearer " + Token.good("person", ME).signed())
            .header("Authorization", "Bearer " + Token.good("person", ME).signed())
            .get("/v1/me/record");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.contentType()).startsWith(PROBLEM);
    assertThat(answer.jsonPath().getString("code")).isEqualTo("ARGUMENT_INVALID");
  }

  @Test
  void aRoleThatMayNotAskIsToldSo() {
    Response answer = as("centre", "seoul").get("/v1/me/record");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.contentType()).startsWith(PROBLEM);
    assertThat(answer.jsonPath().getString("code")).isEqualTo("SCOPE_INSUFFICIENT");
  }

  /** With no service behind, a call that left the gateway would end as 503: 404 proves none did. */
  @Test
  void anotherPersonIsAsUnknownAsNobodyAndNoServiceIsAsked() {
    for (String view : new String[] {"record", "insights", "report"}) {
      Response foreign = as("person", ME).get("/v1/persons/" + UUID.randomUUID() + "/" + view);
      Response unknown = as("person", ME).get("/v1/persons/nobody/" + view);
      assertThat(foreign.statusCode()).isEqualTo(404);
      assertThat(unknown.statusCode()).isEqualTo(404);
      assertThat(foreign.contentType()).startsWith(PROBLEM).isEqualTo(unknown.contentType());
      assertThat(foreign.asByteArray()).isNotEmpty().isEqualTo(unknown.asByteArray());
    }
  }

  @Test
  void theSameQuestionByAClinicianDoesLeaveTheGateway() {
    assertThat(as("clinician", "dr-1").get("/v1/persons/" + ME + "/record").statusCode())
        .isEqualTo(503);
  }

  @Test
  void aServiceThatIsAwayIsSaidSo() {
    for (String path :
        new String[] {"record", "timeline", "insights", "consents", "access-events"}) {
      Response answer = as("person", ME).get("/v1/me/" + path);
      assertThat(answer.statusCode()).as(path).isEqualTo(503);
      assertThat(answer.contentType()).startsWith(PROBLEM);
      assertThat(answer.jsonPath().getString("code")).isEqualTo("DEPENDENCY_UNAVAILABLE");
      assertThat(answer.header("Retry-After")).isNotBlank();
    }
  }

  @Test
  void aReportNamesThePartsThatAreAway() {
    Response answer = as("person", ME).get("/v1/me/report");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.jsonPath().getList("unavailable.part", String.class))
        .containsExactly("record", "insights");
    assertThat(answer.jsonPath().getList("unavailable.code", String.class))
        .containsOnly("DEPENDENCY_UNAVAILABLE");
    assertThat(answer.jsonPath().getMap("")).doesNotContainKeys("record", "insights");
  }

  @Test
  void anUploadThatNobodyTakesIsNotLostSilently() {
    Response answer =
        as("person", ME)
            .contentType("application/octet-stream")
            .body("<HealthData/>".getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .post("/v1/phone-exports?name=export.xml");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.jsonPath().getString("code")).isEqualTo("DEPENDENCY_UNAVAILABLE");
  }

  @Test
  void anUnknownPathIsAProblemToo() {
    for (String path : new String[] {"/v1/nothing", "/v1/me/nothing"}) {
      Response answer = as("person", ME).get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.contentType()).as(path).startsWith(PROBLEM);
      assertThat(answer.jsonPath().getString("code")).isEqualTo("NOT_FOUND");
    }
  }

  @Test
  void aDecisionWithAWrongWordIsRefusedBeforeAnyServiceIsAsked() {
    Response answer =
        as("person", ME)
            .contentType("application/json")
            .body("{\"category\":\"everything\",\"purpose\":\"care\",\"decision\":\"grant\"}")
            .post("/v1/me/consents");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.jsonPath().getString("code")).isEqualTo("ARGUMENT_INVALID");
  }

  private static void refused(Response answer, String code) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.contentType()).startsWith(PROBLEM);
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
    assertThat(answer.asString()).doesNotContain("Exception");
  }

  private static io.restassured.specification.RequestSpecification as(String role, String subject) {
    return given().header("Authorization", "Bearer " + Token.good(role, subject).signed());
  }
}
