package health.lifelong.gateway.centre.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.common.v1.Comparator;
import health.lifelong.common.v1.Quantity;
import health.lifelong.gateway.kit.TestKeys;
import health.lifelong.gateway.kit.Token;
import health.lifelong.profile.v1.CriticalResult;
import health.lifelong.profile.v1.CriticalResultEvent;
import health.lifelong.profile.v1.CriticalResultState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

/** The door of a centre's on-call staff. No service runs behind the gateway here. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class CriticalResultDoorTest {
  private static final String CENTRE = "/v1/centres/seoul";

  @Test
  void withoutATokenNothingIsShown() {
    refused(given().get(CENTRE + "/critical-results"), 401, "TOKEN_MISSING");
  }

  /** Who may ask is decided behind: 503 proves that the question left the gateway. */
  @Test
  void everyOperationAsksTheServiceThatKnows() {
    for (String role : new String[] {"centre", "clinician", "person"}) {
      refused(as(role).get(CENTRE + "/critical-results"), 503, "DEPENDENCY_UNAVAILABLE");
      refused(
          json(role, "{}").post(CENTRE + "/critical-results/x/acknowledgement"),
          503,
          "DEPENDENCY_UNAVAILABLE");
      refused(json(role, "{}").post(CENTRE + "/persons/x/releases"), 503, "DEPENDENCY_UNAVAILABLE");
    }
  }

  @Test
  void aWordThatCannotBeReadIsRefusedBeforeAnyServiceIsAsked() {
    refused(as("centre").get(CENTRE + "/critical-results?state=new"), 400, "ARGUMENT_INVALID");
    refused(
        json("centre", "{\"acknowledgedAt\":\"yesterday\"}")
            .post(CENTRE + "/critical-results/x/acknowledgement"),
        400,
        "ARGUMENT_INVALID");
    refused(json("centre", "{").post(CENTRE + "/persons/x/releases"), 400, "json.syntax");
    refused(as("centre").get(CENTRE + "/critical-results?pageSize=201"), 400, "ARGUMENT_INVALID");
  }

  @Test
  void theCentresOtherQuestionsKeepTheirDoor() {
    refused(as("centre").get(CENTRE + "/persons/123"), 503, "DEPENDENCY_UNAVAILABLE");
    refused(as("person").get(CENTRE + "/persons/123"), 403, "SCOPE_INSUFFICIENT");
  }

  @Test
  void aResultIsShownWithItsNamesAndItsHistory() {
    CriticalResultView view =
        CriticalResultView.of(
            CriticalResult.newBuilder()
                .setItemCode("K")
                .setValue(
                    Quantity.newBuilder()
                        .setValue("7.20")
                        .setUnit("mmol/L")
                        .setComparator(Comparator.COMPARATOR_GREATER))
                .setState(CriticalResultState.CRITICAL_RESULT_STATE_OPEN)
                .addEvents(
                    CriticalResultEvent.newBuilder()
                        .setKind(CriticalResultEvent.Kind.KIND_NOTIFIED)
                        .setLevel(1)
                        .setDetail("duty"))
                .build());

    assertThat(view.nameEn()).isNotBlank();
    assertThat(view.nameKo()).isNotBlank();
    assertThat(view.comparator() + view.value()).isEqualTo(">7.20");
    assertThat(view.state()).isEqualTo("open");
    assertThat(view.measuredAt()).isNull();
    assertThat(view.nextEscalationAt()).isNull();
    assertThat(view.events().getFirst().kind()).isEqualTo("notified");
    assertThat(view.events().getFirst().statedAt()).isNull();
  }

  private static void refused(Response answer, int status, String code) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
  }

  private static RequestSpecification as(String role) {
    return given().header("Authorization", "Bearer " + Token.good(role, "subject").signed());
  }

  private static RequestSpecification json(String role, String body) {
    return as(role).contentType("application/json").body(body);
  }
}
