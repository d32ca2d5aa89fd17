package health.lifelong.ingestion.fhir.rest;

import static health.lifelong.ingestion.fhir.rest.Bodies.PATIENT;
import static health.lifelong.ingestion.fhir.rest.Bodies.bundle;
import static health.lifelong.ingestion.fhir.rest.Bodies.entry;
import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.ingestion.record.domain.RecordOutcome.Rejected;
import health.lifelong.ingestion.record.domain.RecordOutcome.Unattributed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FhirAcceptanceTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "searchset",
        "history",
        "message",
        "subscription-notification",
        "transaction-response",
        "x"
      })
  void otherBundlesAreRefusedAsAWhole(String type) {
    Rejected rejected = Reading.rejected(bundle(type, entry("", PATIENT, "")));
    assertThat(rejected.reason()).isEqualTo(Reason.TYPE_UNSUPPORTED);
    assertThat(rejected.path()).isEqualTo("/type");
  }

  @Test
  void whatIsNoResourceIsRefused() {
    assertThat(Reading.rejected(Reading.json("[]")).reason()).isEqualTo(Reason.TYPE_MISMATCH);
    assertThat(Reading.rejected(Reading.json("{}")).reason()).isEqualTo(Reason.FIELD_MISSING);
    assertThat(Reading.rejected(Reading.json("{\"resourceType\":\"Bundle\"}")).reason())
        .isEqualTo(Reason.FIELD_MISSING);
    assertThat(Reading.rejected(Reading.json("{\"resourceType\":\"Encounter\"}")).reason())
        .isEqualTo(Reason.TYPE_UNSUPPORTED);
    assertThat(Reading.rejected(Reading.json("{\"resourceType\":\"Hong Gildong\"}")).detail())
        .doesNotContain("Hong");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div><script>x</script></div>",
        "<div><p onclick='x'>a</p></div>",
        "<div><a href='javascript:x'>a</a></div>",
        "<div><iframe src='x'/></div>",
        "<div><P ONCLICK = \\\"x\\\">a</P></div>"
      })
  void activeContentInANarrativeIsRefused(String div) {
    String body =
        "{\"resourceType\":\"Patient\",\"id\":\"p\",\"text\":{\"status\":\"generated\",\"div\":\"%s\"}}";
    Rejected rejected = Reading.rejected(Reading.json(body.formatted(div)));
    assertThat(rejected.reason()).isEqualTo(Reason.FHIR_NARRATIVE_NOT_ALLOWED);
    assertThat(rejected.path()).isEqualTo("/text/div");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>only = one; onset=2020 &lt;script></div>",
        "<div><a href='http://x/?online=1'>a</a></div>",
        "<div><b class='on'>script</b></div>"
      })
  void plainNarrativesAreTaken(String div) {
    String body =
        "{\"resourceType\":\"Patient\",\"id\":\"p\",\"text\":{\"status\":\"generated\",\"div\":\"%s\"}}";
    assertThat(Reading.json(body.formatted(div)).refusal()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DiagnosticReport", "QuestionnaireResponse", "Specimen"})
  void reportsAndSpecimensWithoutSubjectAreInNobodysRecord(String type) {
    assertThat(
            Reading.json("{\"resourceType\":\"%s\",\"status\":\"final\"}".formatted(type))
                .outcomes())
        .containsExactly(new Unattributed(0, type));
  }
}
