package health.lifelong.ingestion.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.fhir.domain.FhirFormat;
import health.lifelong.ingestion.fhir.domain.FhirReading;
import health.lifelong.ingestion.record.domain.Observation;
import health.lifelong.ingestion.record.domain.Observation.Status;
import health.lifelong.ingestion.record.domain.RecordOutcome.CheckupRead;
import health.lifelong.ingestion.record.domain.Value;
import health.lifelong.testing.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class FhirQuestionnaireTest {
  private static final String SAMPLE =
      "data/ingest/fhir-r4/uscore_QuestionnaireResponse-phq-9-example.json";

  private static final List<String> PHQ9 =
      List.of(
          "44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3",
          "44260-8");

  private static FhirReading response(String status, String items) {
    return Reading.json(
        """
        {"resourceType":"QuestionnaireResponse","id":"q","status":"%s","subject":{"reference":"Patient/p"},
         "authored":"2024-01-02","item":[%s]}
        """
            .formatted(status, items));
  }

  private static String phq9(int total) {
    StringBuilder items = new StringBuilder();
    for (String code : PHQ9) {
      items.append(
          "{\"linkId\":\"/%s\",\"answer\":[{\"valueCoding\":{\"system\":\"http://loinc.org\",\"code\":\"LA6569-3\"}}]},"
              .formatted(code));
    }
    return items + "{\"linkId\":\"/44261-6\",\"answer\":[{\"valueDecimal\":%d}]}".formatted(total);
  }

  @Test
  void answersOfTheSampleBecomeValuesWithoutBeingCounted() throws IOException {
    byte[] body = Files.readAllBytes(SharedData.path(SAMPLE));
    CheckupRead read = Reading.checkup(Reading.of(body, FhirFormat.JSON));
    assertThat(read.observations()).isZero();
    List<Observation> answers = read.checkup().observations();
    assertThat(answers).extracting(Observation::itemCode).contains("PHQ9_1", "PHQ9_9", "PHQ9");
    assertThat(answers)
        .filteredOn(it -> "PHQ9_1".equals(it.itemCode()))
        .singleElement()
        .satisfies(it -> assertThat(quantity(it)).isEqualByComparingTo("2"));
    assertThat(read.checkup().documents()).hasSize(1);
    assertThat(read.checkup().documents().getFirst().text()).contains("More than half the days");
  }

  private static BigDecimal quantity(Observation observation) {
    return ((Value.Quantity) observation.value()).value();
  }

  @Test
  void aTotalThatIsNotTheSumIsTold() {
    assertThat(Reading.checkup(response("completed", phq9(9))).warnings()).isEmpty();
    assertThat(Reading.checkup(response("completed", phq9(8))).warnings())
        .extracting(it -> it.path())
        .containsExactly("/item/9/answer/0");
  }

  @Test
  void answersOfAnUnfinishedResponseStayText() {
    CheckupRead read = Reading.checkup(response("in-progress", phq9(9)));
    assertThat(read.checkup().observations()).isEmpty();
    assertThat(read.checkup().documents().getFirst().text()).contains("LA6569-3");
  }

  @Test
  void aResponseEnteredInErrorTakesItsAnswersBack() {
    assertThat(Reading.checkup(response("entered-in-error", phq9(9))).checkup().observations())
        .hasSize(10)
        .allMatch(it -> it.status() == Status.WITHDRAWN);
  }

  @Test
  void nestedItemsAreReadUnderItemsAndUnderAnswers() {
    String items =
        """
        {"linkId":"g","item":[{"linkId":"HEIGHT","answer":[{"valueQuantity":{"value":170.0,"code":"cm"},
          "item":[{"linkId":"x/29463-7","answer":[{"valueQuantity":{"value":65,"code":"kg"}}]}]}]}]},
        {"linkId":"free","text":"Anything else?","answer":[{"valueString":"no"}]}
        """;
    CheckupRead read = Reading.checkup(response("completed", items));
    assertThat(read.checkup().observations())
        .extracting(Observation::itemCode)
        .containsExactly("HEIGHT", "WEIGHT");
    assertThat(read.checkup().observations().get(1).position())
        .isEqualTo("/item/0/item/0/answer/0/item/0/answer/0");
    assertThat(read.checkup().documents().getFirst().text()).endsWith("Anything else?: no");
  }
}
