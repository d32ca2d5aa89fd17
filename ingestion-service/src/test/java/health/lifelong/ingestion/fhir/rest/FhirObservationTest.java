package health.lifelong.ingestion.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.fhir.domain.FhirReading;
import health.lifelong.ingestion.record.domain.EffectiveTime;
import health.lifelong.ingestion.record.domain.EffectiveTime.Precision;
import health.lifelong.ingestion.record.domain.Observation;
import health.lifelong.ingestion.record.domain.Observation.Status;
import health.lifelong.ingestion.record.domain.Observation.Unmapped;
import health.lifelong.ingestion.record.domain.RecordOutcome.CheckupRead;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.ingestion.record.domain.RecordOutcome.Unattributed;
import health.lifelong.ingestion.record.domain.Statement;
import health.lifelong.ingestion.record.domain.Value;
import health.lifelong.ingestion.record.domain.Value.Comparator;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FhirObservationTest {
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
    CheckupRead read = Reading.checkup(Reading.json(observation("\"valueQuantity\":{\"value\":97}")));
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
                "\"valueQuantity\":{\"value\":5,\"comparator\":\"%s\",\"unit\":\"mg/dL\"}".formatted(sign)));
    assertThat(((Value.Quantity) observation.value()).comparator()).isEqualTo(comparator);
    assertThat(observation.rawValue()).isEqualTo(sign + "5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1e400", "1e-400", "1E1000000000", "\"abc\"", "\"\\u00BD\"", "1234567890123456789012345678901234567890123456789012345678901234567890"})
  void aNumberThatCannotBeStoredIsRefusedWithItsPlace(String number) {
    FhirReading reading = Reading.json(quantity(number));
    assertThat(Reading.rejected(reading).reason()).isEqualTo(Reason.VALUE_INVALID);
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
            Reading.json(observation("\"dataAbsentReason\":{\"coding\":[{\"code\":\"not-performed\"}]}")));
    assertThat(read.observations()).isZero();
    Observation observation = read.checkup().observations().getFirst();
    assertThat(observation.itemCode()).isEqualTo("GLU_F");
    assertThat(observation.value()).isEqualTo(new Value.Absent(Value.Reason.NOT_DONE));

    Observation unknown =
        Reading.observation(observation("\"dataAbsentReason\":{\"coding\":[{\"code\":\"unknown\"}]}"));
    assertThat(unknown.value()).isEqualTo(new Value.Absent(Value.Reason.UNKNOWN));

    Observation coded =
        Reading.observation(
            observation(
                "\"valueCodeableConcept\":{\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/data-absent-reason\",\"code\":\"unknown\"}]}"));
    assertThat(coded.value()).isEqualTo(new Value.Absent(Value.Reason.UNKNOWN));
  }

  @ParameterizedTest
  @CsvSource({
    "final, FINAL, 1", "amended, CORRECTED, 1", "corrected, CORRECTED, 1", "preliminary, PRELIMINARY, 1",
    "registered, PRELIMINARY, 1", "unknown, PRELIMINARY, 1", "invented, PRELIMINARY, 1",
    "entered-in-error, WITHDRAWN, 0", "cancelled, WITHDRAWN, 0"
  })
  void theStatusDecidesWhatCounts(String status, Status expected, int counted) {
    String body = quantity("97").replace("\"final\"", "\"" + status + "\"");
    CheckupRead read = Reading.checkup(Reading.json(body));
    assertThat(read.checkup().observations()).extracting(Observation::status).containsExactly(expected);
    assertThat(read.observations()).isEqualTo(counted);
  }

  @Test
  void withoutStatusNothingIsReadAndTheSenderIsWarned() {
    CheckupRead read = Reading.checkup(Reading.json(quantity("97").replace("\"status\":\"final\",", "")));
    assertThat(read.checkup().observations()).isEmpty();
    assertThat(read.observations()).isZero();
    assertThat(read.warnings()).extracting(it -> it.reason()).containsExactly(Reason.FIELD_MISSING);
  }

  @Test
  void aWithdrawalWithoutValueStillNamesWhatItTakesBack() {
    CheckupRead read =
        Reading.checkup(
            Reading.json(observation("\"note\":[]").replace("\"final\"", "\"entered-in-error\"")));
    assertThat(read.checkup().observations())
        .extracting(Observation::sourceKey, Observation::status)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("Observation/o1", Status.WITHDRAWN));
  }

  @Test
  void otherTypesOfValueAreKeptInTheSendersWords() {
    assertThat(value("\"valueRange\":{\"low\":{\"value\":90,\"unit\":\"mg/dL\"},\"high\":{\"value\":100,\"unit\":\"mg/dL\"}}"))
        .isEqualTo(new Value.Range("90-100"));
    assertThat(value("\"valueRatio\":{\"numerator\":{\"value\":1},\"denominator\":{\"value\":128}}"))
        .isEqualTo(new Value.Range("1:128"));
    assertThat(value("\"valuePeriod\":{\"start\":\"2024\",\"end\":\"2025\"}"))
        .isEqualTo(new Value.Text("2024/2025"));
    assertThat(value("\"valueSampledData\":{\"data\":\"1 2 3\"}")).isEqualTo(new Value.Text("1 2 3"));
    assertThat(value("\"valueTime\":\"10:30:00\"")).isEqualTo(new Value.Text("10:30:00"));
    assertThat(value("\"valueString\":\"lipaemic\"")).isEqualTo(new Value.Text("lipaemic"));
    assertThat(value("\"valueInteger\":5")).isInstanceOf(Value.Quantity.class);
  }

  private static Value value(String member) {
    return Reading.observation(observation(member)).value();
  }

  @Test
  void timesKeepTheirOffsetAndPrecision() {
    EffectiveTime offset = time("\"effectiveDateTime\":\"2024-03-05T07:30:00.123456789-04:00\"");
    assertThat(offset.start()).isEqualTo(Instant.parse("2024-03-05T11:30:00.123456Z"));
    assertThat(offset.offsetMinutes()).isEqualTo(-240);
    assertThat(offset.offsetAssumed()).isFalse();

    EffectiveTime day = time("\"effectiveDateTime\":\"2024-03-05\"");
    assertThat(day.start()).isEqualTo(Instant.parse("2024-03-04T15:00:00Z"));
    assertThat(day.precision()).isEqualTo(Precision.DAY);
    assertThat(day.offsetAssumed()).isTrue();

    EffectiveTime period = time("\"effectivePeriod\":{\"start\":\"2024-03\",\"end\":\"2024-04\"}");
    assertThat(period.precision()).isEqualTo(Precision.MONTH);
    assertThat(period.end()).isEqualTo(Instant.parse("2024-03-31T15:00:00Z"));
  }

  private static EffectiveTime time(String member) {
    EffectiveTime time = Reading.observation(observation(member + ",\"valueInteger\":1")).effective();
    assertThat(time).isNotNull();
    return time;
  }

  @Test
  void aTimeThatIsNoneIsToldAndTheValueKeptWithoutOne() {
    CheckupRead read =
        Reading.checkup(Reading.json(observation("\"effectiveDateTime\":\"2024-13-01\",\"valueInteger\":1")));
    assertThat(read.checkup().effective()).isNull();
    assertThat(read.checkup().sourceKey()).isEqualTo("resource:Observation/o1");
    assertThat(read.warnings()).extracting(it -> it.path()).containsExactly("/effectiveDateTime");
    assertThat(read.observations()).isEqualTo(1);
  }

  @Test
  void theTimeOfIssueIsNotTheTimeOfTheValue() {
    assertThat(Reading.observation(observation("\"issued\":\"2024-01-01T00:00:00Z\",\"valueInteger\":1")).effective())
        .isNull();
  }

  @Test
  void aValueAboutSomebodyElseIsUsedByNoModel() {
    Observation observation =
        Reading.observation(
            observation(
                "\"focus\":[{\"reference\":\"#fetus\"}],\"valueQuantity\":{\"value\":97,\"code\":\"mg/dL\"}"));
    assertThat(observation.itemCode()).isNull();
  }

  @Test
  void aSubjectThatIsNoPersonIsInNobodysRecord() {
    String body = quantity("97").replace("Patient/p1", "Device/d1");
    assertThat(Reading.json(body).outcomes().getFirst()).isEqualTo(new Unattributed(0, "Observation"));
  }

  @Test
  void aSubjectThatNamesNobodyIsRefused() {
    String body = quantity("97").replace("{\"reference\":\"Patient/p1\"}", "{\"display\":\"somebody\"}");
    assertThat(Reading.rejected(Reading.json(body)).reason()).isEqualTo(Reason.PERSON_MISSING);
  }

  @Test
  void pregnancyIsAlsoAStatement() {
    FhirReading reading =
        Reading.json(
            observation(
                    "\"valueCodeableConcept\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"LA15173-0\",\"display\":\"Pregnant\"}]}")
                .replace(GLUCOSE, "82810-3"));
    assertThat(Reading.statements(reading)).hasSize(1);
    assertThat(Reading.statements(reading).getFirst().kind()).isEqualTo(Statement.Kind.PREGNANCY);
  }

  @Test
  void anObservationWithoutNameIsNamedByItsContent() {
    String body = quantity("97").replace("\"id\":\"o1\",", "");
    String again = body.replace("\"status\"", "\"meta\":{\"versionId\":\"2\"},\"status\"");
    assertThat(Reading.observation(body).sourceKey()).hasSize(32);
    assertThat(Reading.observation(again).sourceKey()).isEqualTo(Reading.observation(body).sourceKey());
    assertThat(Reading.observation(body.replace(":97", ":98")).sourceKey())
        .isNotEqualTo(Reading.observation(body).sourceKey());
  }

  @Test
  void aSharedIdentifierDoesNotMakeTwoItemsOne() {
    String identified = "\"identifier\":[{\"system\":\"urn:lab\",\"value\":\"A7\"}],\"valueInteger\":1";
    String one = Reading.observation(observation(identified)).sourceKey();
    String two = Reading.observation(observation(identified).replace(GLUCOSE, "2093-3")).sourceKey();
    assertThat(one).isEqualTo("urn:lab|A7#" + GLUCOSE);
    assertThat(two).isNotEqualTo(one);
  }

  @Test
  void jsonAndXmlOfOneResourceGiveOneReading() {
    String json =
        """
        {"resourceType":"Observation","status":"final",
         "identifier":[{"system":"urn:lab","value":"A7"}],
         "category":[{"coding":[{"code":"laboratory"}]}],
         "code":{"coding":[{"system":"http://loinc.org","code":"1558-6","display":"Fasting glucose"},{"system":"urn:local","code":"G1"}]},
         "subject":{"reference":"Patient/p1"},"encounter":{"reference":"Encounter/e1"},
         "effectivePeriod":{"start":"2024-03-05T07:30:00+09:00"},
         "valueQuantity":{"value":7.40,"comparator":"<","unit":"mmol","system":"http://unitsofmeasure.org","code":"mmol/L"},
         "interpretation":[{"coding":[{"code":"H"}]}],
         "referenceRange":[{"low":{"value":3.9},"high":{"value":5.5,"unit":"mmol/L"}}],
         "component":[{"code":{"text":"note"},"valueBoolean":true}]}
        """;
    String xml =
        """
        <Observation xmlns="http://hl7.org/fhir"><identifier><system value="urn:lab"/><value value="A7"/></identifier>
         <status value="final"/><category><coding><code value="laboratory"/></coding></category>
         <code><coding><system value="http://loinc.org"/><code value="1558-6"/><display value="Fasting glucose"/></coding>
          <coding><system value="urn:local"/><code value="G1"/></coding></code>
         <subject><reference value="Patient/p1"/></subject><encounter><reference value="Encounter/e1"/></encounter>
         <effectivePeriod><start value="2024-03-05T07:30:00+09:00"/></effectivePeriod>
         <valueQuantity><value value="7.40"/><comparator value="&lt;"/><unit value="mmol"/><system value="http://unitsofmeasure.org"/><code value="mmol/L"/></valueQuantity>
         <interpretation><coding><code value="H"/></coding></interpretation>
         <referenceRange><low><value value="3.9"/></low><high><value value="5.5"/><unit value="mmol/L"/></high></referenceRange>
         <component><code><text value="note"/></code><valueBoolean value="true"/></component></Observation>
        """;
    assertThat(Reading.xml(xml)).isEqualTo(Reading.json(json));
    String nameless = json.replace("\"identifier\":[{\"system\":\"urn:lab\",\"value\":\"A7\"}],", "");
    String namelessXml =
        xml.replace(
            "<identifier><system value=\"urn:lab\"/><value value=\"A7\"/></identifier>", "");
    assertThat(Reading.xml(namelessXml)).isEqualTo(Reading.json(nameless));
    assertThat(Reading.observation(json).referenceRange()).isEqualTo("3.9-5.5 mmol/L");
    assertThat(Reading.observation(json).interpretation()).isEqualTo("H");
    assertThat(Reading.checkup(Reading.json(json)).checkup().sourceKey()).isEqualTo("Encounter/e1");
  }
}
