package health.lifelong.gateway.identity.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.gateway.kit.TestKeys;
import health.lifelong.gateway.kit.Token;
import health.lifelong.profile.v1.FieldAgreement;
import health.lifelong.profile.v1.IdentityMatch;
import health.lifelong.profile.v1.IdentityMatchState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

/** The door of whoever decides who is one person. No service runs behind the gateway here. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class IdentityReviewDoorTest {
  private static final String REVIEWS = "/v1/identity/reviews";
  private static final String DECISION =
      "{\"decision\":\"separate\",\"reason\":\"two charts of one centre\"}";

  @Test
  void withoutATokenNothingIsShown() {
    refused(given().get(REVIEWS), 401, "TOKEN_MISSING");
  }

  /** Who may ask is decided behind: 503 proves that the question left the gateway. */
  @Test
  void everyOperationAsksTheServiceThatKnows() {
    refused(as("operator").get(REVIEWS), 503, "DEPENDENCY_UNAVAILABLE");
    refused(json(DECISION).post(REVIEWS + "/x/decision"), 503, "DEPENDENCY_UNAVAILABLE");
  }

  @Test
  void aWordThatCannotBeReadIsRefusedBeforeAnyServiceIsAsked() {
    refused(as("operator").get(REVIEWS + "?state=new"), 400, "ARGUMENT_INVALID");
    refused(json("{}").post(REVIEWS + "/x/decision"), 400, "ARGUMENT_INVALID");
    refused(json("{").post(REVIEWS + "/x/decision"), 400, "json.syntax");
  }

  @Test
  void aPairIsShownByHowItsFieldsAgree() {
    IdentityMatchView view =
        IdentityMatchView.of(
            IdentityMatch.newBuilder()
                .setState(IdentityMatchState.IDENTITY_MATCH_STATE_OPEN)
                .addAgreement(FieldAgreement.newBuilder().setField("name").setLevel("near"))
                .build());

    assertThat(view.state()).isEqualTo("open");
    assertThat(view.agreement()).containsEntry("name", "near");
  }

  private static void refused(Response answer, int status, String code) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
  }

  private static RequestSpecification as(String role) {
    return given().header("Authorization", "Bearer " + Token.good(role, "subject").signed());
  }

  private static RequestSpecification json(String body) {
    return as("operator").contentType("application/json").body(body);
  }
}
