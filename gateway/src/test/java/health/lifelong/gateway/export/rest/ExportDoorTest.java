package health.lifelong.gateway.export.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.gateway.kit.FakeBackend;
import health.lifelong.gateway.kit.TestKeys;
import health.lifelong.gateway.kit.Token;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may take a record along, and how it arrives. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
@QuarkusTestResource(value = FakeBackend.class, restrictToAnnotatedClass = true)
class ExportDoorTest {
  private static final Token ME = Token.good("person", Sample.ME);

  @Test
  void bothFormatsArriveAsFilesThatNobodyKeeps() {
    Response fhir = export(ME, "fhir");
    assertThat(fhir.statusCode()).isEqualTo(200);
    assertThat(fhir.contentType()).startsWith("application/fhir+json");
    assertThat(fhir.header("Content-Disposition")).contains("attachment", "lifelong-record.json");
    assertThat(fhir.header("Cache-Control")).isEqualTo("no-store");
    assertThat(fhir.asString()).contains("\"urn:uuid:" + Sample.ME + "\"");

    Response csv = export(ME, "csv");
    assertThat(csv.statusCode()).isEqualTo(200);
    assertThat(csv.contentType()).startsWith("text/csv");
    assertThat(csv.asByteArray()).startsWith(0xEF, 0xBB, 0xBF);
  }

  @Test
  void withoutTwoFactorsOrAFreshSignInNothingIsTakenAlong() {
    long longAgo = System.currentTimeMillis() / 1000 - 16 * 60;
    for (Token weak : new Token[] {ME.with("acr", "1"), ME.with("auth_time", longAgo)}) {
      Response answer = export(weak, "fhir");
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.header("WWW-Authenticate"))
          .contains("insufficient_user_authentication", "acr_values", "max_age");
    }
  }

  @Test
  void nobodyElseMayAndAPartOfTheRecordIsNotEnough() {
    for (String role : new String[] {"clinician", "centre", "operator", "researcher"}) {
      assertThat(export(Token.good(role, Sample.ME).with("centre", "seoul"), "fhir").statusCode())
          .as(role)
          .isEqualTo(403);
    }
    Token proxy = Token.good("proxy", Sample.ME).with("act", Map.of("sub", "guardian-1"));
    assertThat(export(proxy, "fhir").statusCode()).isEqualTo(403);
    assertThat(export(ME.with("scope", "patient/Observation.rs"), "csv").statusCode())
        .isEqualTo(403);
  }

  @Test
  void aFormatThatIsNoneIsRefused() {
    Response answer = export(ME, "pdf");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.jsonPath().getString("code")).isEqualTo("ARGUMENT_INVALID");
  }

  @Test
  void aPersonWhomTheRecordDoesNotKnowGetsAProblemAndNoHalfFile() {
    Response answer = export(ME.with("sub", "0190a5b2-0000-7000-8000-000000000002"), "csv");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.contentType()).startsWith("application/problem+json");
  }

  private static Response export(Token token, String format) {
    return given()
        .header("Authorization", "Bearer " + token.signed())
        .queryParam("format", format)
        .get("/v1/me/export");
  }
}
