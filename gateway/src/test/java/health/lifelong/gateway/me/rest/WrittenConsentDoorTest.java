package health.lifelong.gateway.me.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.common.v1.Category;
import health.lifelong.common.v1.Purpose;
import health.lifelong.gateway.kit.TestKeys;
import health.lifelong.gateway.kit.Token;
import health.lifelong.profile.v1.ConsentDecision;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** The door at which a centre records consents. No service runs behind the gateway here. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class WrittenConsentDoorTest {
  private static final String PATH = "/v1/centres/seoul/persons/x/consents";
  private static final String PAPER =
      """
      {"category":"checkup","purpose":"%s","decision":"grant","language":"ko","evidence":"paper",
       "evidenceReference":"A-7","documentSha256":"%s","givenAt":"%s"}
      """;
  private static final String HASH = "ab".repeat(32);

  /** Who may record is decided behind: 503 proves that the question left the gateway. */
  @Test
  void aPaperOfACentreIsAskedOfTheServiceThatKnows() {
    for (String role : new String[] {"centre", "clinician", "person"}) {
      refused(
          post(role, PAPER.formatted("health_management", HASH, "2026-01-02T03:04:05Z")),
          503,
          "DEPENDENCY_UNAVAILABLE");
    }
    refused(
        post("operator", PAPER.formatted("health_management", HASH, "2026-01-02T03:04:05Z")),
        403,
        "SCOPE_INSUFFICIENT");
  }

  @Test
  void aWordThatCannotBeReadIsRefusedBeforeAnyServiceIsAsked() {
    refused(
        post("centre", PAPER.formatted("everything", HASH, "2026-01-02T03:04:05Z")),
        400,
        "ARGUMENT_INVALID");
    refused(
        post("centre", PAPER.formatted("health_management", HASH, "last week")),
        400,
        "ARGUMENT_INVALID");
    refused(post("centre", "null"), 400, "ARGUMENT_INVALID");
  }

  @Test
  void aDecisionIsShownWithWhereItCameFrom() {
    DecidedView view =
        DecidedView.of(
            ConsentDecision.newBuilder()
                .setCategory(Category.CATEGORY_GENETIC_RAW)
                .setPurpose(Purpose.PURPOSE_CARE)
                .setGrantee("proxy:mother")
                .setDecision(ConsentDecision.Decision.DECISION_WITHDRAW)
                .setEvidence("kiosk")
                .setEvidenceReference("A-7")
                .setDocumentSha256(HASH)
                .setGuardian("g-1")
                .setGuardianRelation("mother")
                .setRecordedCentre("seoul")
                .build());

    assertThat(view.category()).isEqualTo("genetic_raw");
    assertThat(view.purpose()).isEqualTo("care");
    assertThat(view.decision()).isEqualTo("withdraw");
    assertThat(view.grantee()).isEqualTo("proxy:mother");
    assertThat(view.evidence() + view.evidenceReference() + view.recordedCentre())
        .isEqualTo("kioskA-7seoul");
    assertThat(view.guardianRelation()).isEqualTo("mother");
  }

  private static Response post(String role, String body) {
    return given()
        .header("Authorization", "Bearer " + Token.good(role, "somebody").signed())
        .contentType("application/json")
        .body(body)
        .post(PATH);
  }

  private static void refused(Response answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
  }
}
