package health.lifelong.ingestion.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.fhir.domain.FhirReading;
import health.lifelong.ingestion.record.domain.Observation;
import health.lifelong.ingestion.record.domain.Observation.Unmapped;
import health.lifelong.ingestion.record.domain.RecordOutcome.CheckupRead;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.ingestion.record.domain.Value;
import health.lifelong.ingestion.record.domain.Value.Comparator;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FhirValueTest {
  private static final String GLUCOSE = "1558-6";

  private static String observation(String members) {
    return """
        {"resourceType":"Observation","id":"o1","status":"final","subject":{"reference":"Patient/p1"},
         "code":{"coding":[{"system":"http://loinc.org","code":"%s"}]}, %s}
        """
        .formatted(GLUCOSE, members);
  }

  private static String quantity(String value) {
    return observation(
        "\"valueQuantity\":{\"value\":%s,\"system\":\"http://unitsofmeasure.org\",\"code\":\"mg/dL\"}"
            .formatted(value));
  }

  @Test
  void aQuantityKeepsItsDigitsAndTakesTheUcumCode() {
    Observation observation = Reading.observation(quantity("97.40"));
    assertThat(observation.itemCode()).isEqualTo("GLU_F");
    assertThat(observation.value())
        .isEqualTo(new Value.Quantity(new BigDecimal("97.40"), "mg/dL", Comparator.EQUAL));
    assertThat(observation.rawValue()).isEqualTo("97.40");
    assertThat(observation.position()).isEqualTo("/");
    assertThat(observation.sourceKey()).isEqualTo("Observation/o1");
  }

  @Test
  void displayTextIsTheUnitOnlyWhereNoCodeWasSent() {
    Observation shown =
        Reading.observation(observation("\"valueQuantity\":{\"value\":97,\"unit\":\"mg/dL\"}"));
    assertThat(shown.itemCode()).isEqualTo("GLU_F");
    Observation coded =
        Reading.observation(
            observation(
                "\"valueQuantity\":{\"value\":97,\"unit\":\"milligrams\",\"code\":\"mg/dL\",\"system\":\"http://unitsofmeasure.org\"}"));
    assertThat(coded.itemCode()).isEqualTo("GLU_F");
  }

  @Test
  void aMissingOrUnknownUnitLeavesTheValueUnmappedAndRaw() {
    CheckupRead read =
        Reading.checkup(Reading.json(observation("\"valueQuantity\":{\"value\":97}")));
    Observation observation = read.checkup().observations().getFirst();
    assertThat(observation.itemCode()).isNull();
    assertThat(observation.unmapped()).isEqualTo(Unmapped.UNIT_MISSING);
    assertThat(observation.rawValue()).isEqualTo("97");
    assertThat(read.observations()).isEqualTo(1);
    assertThat(read.unmapped()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"<, LESS", "<=, LESS_OR_EQUAL", ">=, GREATER_OR_EQUAL", ">, GREATER"})
  void aComparatorSaysThatTheValueLiesBeyond(String sign, Comparator comparator) {
    Observation observation =
        Reading.observation(
            observation(
                "\"valueQuantity\":{\"value\":5,\"comparator\":\"%s\",\"unit\":\"mg/dL\"}"
                    .formatted(sign)));
    assertThat(((Value.Quantity) observation.value()).comparator()).isEqualTo(comparator);
    assertThat(observation.rawValue()).isEqualTo(sign + "5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e400",
        "1e-400",
        "1E1000000000",
        "\"abc\"",
        "\"\\u00BD\"",
        "1234567890123456789012345678901234567890123456789012345678901234567890"
      })
  void aNumberThatCannotBeStoredIsRefusedWithItsPlace(String number) {
    FhirReading reading = Reading.json(quantity(number));
    assertThat(Reading.rejected(reading).reason())
        .isEqualTo(number.startsWith("\"") ? Reason.VALUE_INVALID : Reason.VALUE_OUT_OF_RANGE);
    assertThat(Reading.rejected(reading).path()).isEqualTo("/valueQuantity");
  }

  @Test
  void oneUnusableComponentDoesNotCostTheOthers() {
    CheckupRead read =
        Reading.checkup(
            Reading.json(
                """
                {"resourceType":"Observation","id":"bp","status":"final","subject":{"reference":"Patient/p1"},
                 "code":{"coding":[{"system":"http://loinc.org","code":"85354-9"}],"text":"Blood pressure"},
                 "component":[
                  {"code":{"coding":[{"system":"http://loinc.org","code":"8480-6"}]},"valueQuantity":{"value":128,"code":"mm[Hg]"}},
                  {"code":{"coding":[{"system":"http://loinc.org","code":"8462-4"}]},"valueQuantity":{"value":1e999,"code":"mm[Hg]"}}]}
                """));
    List<Observation> observations = read.checkup().observations();
    assertThat(observations).extracting(Observation::itemCode).containsExactly("SBP", "DBP");
    assertThat(observations).extracting(Observation::panel).containsOnly("Blood pressure");
    assertThat(observations)
        .extracting(Observation::sourceKey)
        .containsExactly("Observation/bp#8480-6", "Observation/bp#8462-4");
    assertThat(observations.get(1).value()).isEqualTo(new Value.Absent(Value.Reason.NOT_USABLE));
    assertThat(read.observations()).isEqualTo(1);
    assertThat(read.unmapped()).isZero();
    assertThat(read.warnings()).hasSize(1);
    assertThat(read.warnings().getFirst().path()).isEqualTo("/component/1/valueQuantity");
  }

  @Test
  void whatIsAbsentIsNeverAValue() {
    CheckupRead read =
        Reading.checkup(
            Reading.json(
                observation("\"dataAbsentReason\":{\"coding\":[{\"code\":\"not-performed\"}]}")));
    assertThat(read.observations()).isZero();
    Observation observation = read.checkup().observations().getFirst();
    assertThat(observation.itemCode()).isEqualTo("GLU_F");
    assertThat(observation.value()).isEqualTo(new Value.Absent(Value.Reason.NOT_DONE));

    Observation unknown =
        Reading.observation(
            observation("\"dataAbsentReason\":{\"coding\":[{\"code\":\"unknown\"}]}"));
    assertThat(unknown.value()).isEqualTo(new Value.Absent(Value.Reason.UNKNOWN));

    Observation coded =
        Reading.observation(
            observation(
                "\"valueCodeableConcept\":{\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/data-absent-reason\",\"code\":\"unknown\"}]}"));
    assertThat(coded.value()).isEqualTo(new Value.Absent(Value.Reason.UNKNOWN));
  }

  @Test
  void otherTypesOfValueAreKeptInTheSendersWords() {
    assertThat(
            value(
                "\"valueRange\":{\"low\":{\"value\":90,\"unit\":\"mg/dL\"},\"high\":{\"value\":100,\"unit\":\"mg/dL\"}}"))
        .isEqualTo(new Value.Range("90-100"));
    assertThat(
            value("\"valueRatio\":{\"numerator\":{\"value\":1},\"denominator\":{\"value\":128}}"))
        .isEqualTo(new Value.Range("1:128"));
    assertThat(value("\"valuePeriod\":{\"start\":\"2024\",\"end\":\"2025\"}"))
        .isEqualTo(new Value.Text("2024/2025"));
    assertThat(value("\"valueSampledData\":{\"data\":\"1 2 3\"}"))
        .isEqualTo(new Value.Text("1 2 3"));
    assertThat(value("\"valueTime\":\"10:30:00\"")).isEqualTo(new Value.Text("10:30:00"));
    assertThat(value("\"valueString\":\"lipaemic\"")).isEqualTo(new Value.Text("lipaemic"));
    assertThat(value("\"valueInteger\":5")).isInstanceOf(Value.Quantity.class);
  }

  private static Value value(String member) {
    return Reading.observation(observation(member)).value();
  }
}
