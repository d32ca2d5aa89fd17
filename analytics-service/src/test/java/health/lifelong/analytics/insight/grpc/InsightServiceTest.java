package health.lifelong.analytics.insight.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lifelong.analytics.v1.GetModelCardRequest;
import health.lifelong.analytics.v1.Insight;
import health.lifelong.analytics.v1.InsightServiceGrpc.InsightServiceBlockingStub;
import health.lifelong.analytics.v1.ListInsightsRequest;
import health.lifelong.analytics.v1.ListInsightsResponse;
import health.lifelong.analytics.v1.ListModelsRequest;
import health.lifelong.analytics.v1.ModelServiceGrpc.ModelServiceBlockingStub;
import health.lifelong.analytics.v1.ModelSummary;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.Calls;
import health.lifelong.platform.LifelongException;
import health.lifelong.platform.Roles;
import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.GrpcClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The service on its wire: tokens in, tokens on to the owner of the record, reasons out. */
@QuarkusTest
@QuarkusTestResource(TestTokens.class)
class InsightServiceTest {
  @GrpcClient("profile")
  InsightServiceBlockingStub insights;

  @GrpcClient("profile")
  ModelServiceBlockingStub models;

  private ListInsightsResponse list(String subject, String role, String personId) {
    return Calls.as(insights, TestTokens.token(subject, role), Calls.COMPUTE)
        .listInsights(
            ListInsightsRequest.newBuilder().setPersonId(personId).setLanguage("en").build());
  }

  private void refused(String subject, String role, String personId, ErrorReason reason) {
    assertThatThrownBy(() -> list(subject, role, personId))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(LifelongException.from(e).reason()).isEqualTo(reason));
  }

  private static Insight of(ListInsightsResponse response, String model, String subject) {
    return response.getInsightsList().stream()
        .filter(i -> i.getModel().equals(model) && i.getSubject().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void personReadsWhatIsSaidOfOneselfWithGenesFromTheStream() {
    ListInsightsResponse response = list(FakeProfile.KNOWN, Roles.PERSON, FakeProfile.KNOWN);

    assertThat(response.getRecordRevision()).isEqualTo(3);
    assertThat(response.getPackVersion()).startsWith("kr 1.0.0 ");
    assertThat(of(response, "ckd_epi", "EGFR").hasResult()).isTrue();
    assertThat(of(response, "aldh2", "ALDH2").getSummary()).contains("turns red");
  }

  @Test
  void theSameRevisionIsTheSameBytes() {
    assertThat(list(FakeProfile.KNOWN, Roles.PERSON, FakeProfile.KNOWN).toByteArray())
        .isEqualTo(list(FakeProfile.KNOWN, Roles.PERSON, FakeProfile.KNOWN).toByteArray());
  }

  @Test
  void anotherPersonAndAnUnknownOneLookTheSame() {
    refused("somebody", Roles.PERSON, FakeProfile.KNOWN, ErrorReason.ERROR_REASON_NOT_FOUND);
    refused("nobody", Roles.PERSON, "nobody", ErrorReason.ERROR_REASON_NOT_FOUND);
  }

  @Test
  void clinicianReadsWithPurposeOfCareAndSeesTheClinicianChannel() {
    ListInsightsResponse response = list("doctor", Roles.CLINICIAN, FakeProfile.KNOWN);

    assertThat(response.getInsightsList()).anyMatch(i -> i.getChannel().equals("clinician"));
    assertThat(response.getInsightsList()).noneMatch(i -> i.getSubject().equals("held"));
  }

  @Test
  void centreMayNotAsk() {
    refused("seoul", Roles.CENTRE, FakeProfile.KNOWN, ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT);
  }

  @Test
  void withoutTokenNothingIsSaid() {
    assertThatThrownBy(
            () ->
                insights.listInsights(
                    ListInsightsRequest.newBuilder().setPersonId(FakeProfile.KNOWN).build()))
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessageContaining("UNAUTHENTICATED");
  }

  @Test
  void missingConsentToCheckupDataIsRefused() {
    refused(
        FakeProfile.WITHOUT_CONSENT,
        Roles.PERSON,
        FakeProfile.WITHOUT_CONSENT,
        ErrorReason.ERROR_REASON_CONSENT_MISSING);
  }

  @Test
  void withheldGenesAreARefusalOfTheirOwn() {
    ListInsightsResponse response =
        list(FakeProfile.GENES_WITHHELD, Roles.PERSON, FakeProfile.GENES_WITHHELD);

    assertThat(of(response, "aldh2", "ALDH2").getRefusal().getReason()).isEqualTo("CONSENT");
    assertThat(of(response, "ckd_epi", "EGFR").hasResult()).isTrue();
  }

  @Test
  void ownerThatIsAwayIsUnavailable() {
    refused(
        FakeProfile.AWAY,
        Roles.PERSON,
        FakeProfile.AWAY,
        ErrorReason.ERROR_REASON_DEPENDENCY_UNAVAILABLE);
  }

  @Test
  void lostBlockOfAGenomeIsNeverReadAsAWholeOne() {
    refused(
        FakeProfile.LOST_BLOCK,
        Roles.PERSON,
        FakeProfile.LOST_BLOCK,
        ErrorReason.ERROR_REASON_INTERNAL);
  }

  @Test
  void emptyPersonIdIsAnInvalidArgument() {
    refused("x", Roles.PERSON, "", ErrorReason.ERROR_REASON_ARGUMENT_INVALID);
  }

  @Test
  void modelsAreListedWithTheirStateAndCards() {
    // A deadline belongs to one call: a stub for each.
    Supplier<ModelServiceBlockingStub> stub =
        () -> Calls.as(models, TestTokens.token("x", Roles.PERSON), Calls.COMPUTE);

    assertThat(stub.get().listModels(ListModelsRequest.getDefaultInstance()).getModelsList())
        .extracting(ModelSummary::getModel)
        .contains("prevent_base", "setpoint", "aldh2_alcohol", "steps_mortality")
        .doesNotHaveDuplicates();
    assertThat(
            stub.get()
                .getModelCard(GetModelCardRequest.newBuilder().setModel("ckd_epi").build())
                .getCardJson())
        .contains("\"model\":\"ckd_epi\"", "10.1056/NEJMoa2102953");
    assertThatThrownBy(
            () -> stub.get().getModelCard(GetModelCardRequest.newBuilder().setModel("x").build()))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e ->
                assertThat(LifelongException.from(e).reason())
                    .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND));
  }
}
