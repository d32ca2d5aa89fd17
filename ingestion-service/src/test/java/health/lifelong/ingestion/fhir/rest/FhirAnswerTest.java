package health.lifelong.ingestion.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.fhir.algorithm.Answers;
import health.lifelong.ingestion.fhir.algorithm.IssueCodes;
import health.lifelong.ingestion.fhir.domain.FhirFormat;
import health.lifelong.ingestion.fhir.domain.FhirLimits;
import health.lifelong.ingestion.fhir.domain.FhirReading;
import health.lifelong.ingestion.fhir.domain.JsonObject;
import health.lifelong.ingestion.fhir.domain.ParsedBody;
import health.lifelong.ingestion.fhir.domain.Refusal;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.platform.ErrorCatalogue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FhirAnswerTest {
  private static final String BATCH =
      """
      {"resourceType":"Bundle","type":"%s","entry":[
       {"resource":{"resourceType":"Patient","id":"p1"},"request":{"method":"POST","url":"Patient"}},
       {"resource":{"resourceType":"Observation","status":"final","code":{"text":"x"},"valueString":"y"},"request":{"method":"POST","url":"Observation"}}]}
      """;

  private static String written(JsonObject resource, FhirFormat format) {
    return new String(FhirWriter.write(resource, format), StandardCharsets.UTF_8);
  }

  @Test
  void aRefusalIsAnOperationOutcomeWithReasonAndPlace() {
    FhirReading reading = Reading.json(BATCH.formatted("transaction"));
    JsonObject answer = Answers.of(reading, (type, index) -> "x");
    assertThat(written(answer, FhirFormat.JSON))
        .isEqualTo(
            "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"required\","
                + "\"details\":{\"coding\":[{\"system\":\"urn:lifelong:error-reason\",\"code\":\"PERSON_MISSING\"}]},"
                + "\"diagnostics\":\"Observation without subject\",\"expression\":[\"Bundle.entry[1].resource.subject\"]}]}");
    assertThat(written(answer, FhirFormat.XML))
        .contains(
            "<OperationOutcome xmlns=\"http://hl7.org/fhir\"><issue><severity value=\"error\"/>")
        .contains("<code value=\"PERSON_MISSING\"/>")
        .contains("<expression value=\"Bundle.entry[1].resource.subject\"/>");
  }

  @Test
  void aPlaceThatIsNoPointerStandsInTheWords() {
    Refusal refusal = new Refusal("line 3, column 7", Reason.MALFORMED, "not JSON");
    assertThat(written(Answers.refusal(refusal), FhirFormat.JSON))
        .contains("\"diagnostics\":\"not JSON (line 3, column 7)\"")
        .doesNotContain("expression");
  }

  @Test
  void aBatchIsAnsweredEntryByEntryInOrder() {
    FhirReading reading = Reading.json(BATCH.formatted("batch"));
    JsonObject answer = Answers.of(reading, (type, index) -> "id" + index);
    assertThat(answer.text("type")).isEqualTo("batch-response");
    List<JsonObject> responses =
        answer.objects("entry").stream().map(it -> it.object("response")).toList();
    assertThat(responses)
        .extracting(it -> it.text("status"))
        .containsExactly("201 Created", "422 Unprocessable Content");
    assertThat(responses.getFirst().text("location")).isEqualTo("Patient/id0/_history/1");
    JsonObject outcome = responses.get(1).object("outcome");
    assertThat(outcome).isNotNull();
    assertThat(written(outcome, FhirFormat.JSON)).contains("Bundle.entry[1].resource.subject");
    assertThat(written(answer, FhirFormat.XML)).contains("<outcome><OperationOutcome><issue>");
  }

  @Test
  void theXmlAnswerReadsBackAsTheJsonAnswer() {
    JsonObject answer =
        Answers.of(Reading.json(BATCH.formatted("batch")), (type, index) -> "id" + index);
    ParsedBody back =
        new XmlBodyParser(FhirLimits.BODY).parse(FhirWriter.write(answer, FhirFormat.XML));
    JsonObject root = (JsonObject) ((ParsedBody.Tree) back).root();
    assertThat(written(root, FhirFormat.XML)).isEqualTo(written(answer, FhirFormat.XML));
  }

  @Test
  void oneResourceIsAnsweredWithWhatWasStoredOrWarned() {
    FhirReading stored = Reading.json("{\"resourceType\":\"Patient\",\"id\":\"p1\"}");
    assertThat(written(Answers.of(stored, (type, index) -> "x"), FhirFormat.JSON))
        .contains("\"information\"");
    FhirReading warned =
        Reading.json(
            "{\"resourceType\":\"Observation\",\"status\":\"final\",\"effectiveDateTime\":\"soon\",\"subject\":{\"reference\":\"Patient/1\"},\"code\":{\"text\":\"x\"},\"valueString\":\"y\"}");
    assertThat(written(Answers.of(warned, (type, index) -> "x"), FhirFormat.JSON))
        .contains("\"warning\"")
        .contains("Observation.effectiveDateTime")
        .doesNotContain("soon");
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void everyReasonHasTheStatusOfTheErrorCatalogue(Reason reason) {
    int status = Integer.parseInt(IssueCodes.status(reason).substring(0, 3));
    assertThat(status).isEqualTo(ErrorCatalogue.of(ErrorCatalogue.reason(reason.name())).http());
    assertThat(IssueCodes.issueType(reason)).isNotBlank();
  }
}
