package health.lifelong.ingestion.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import health.lifelong.ingestion.fhir.domain.FhirReading;
import health.lifelong.ingestion.record.domain.EffectiveTime;
import health.lifelong.ingestion.record.domain.EffectiveTime.Precision;
import health.lifelong.ingestion.record.domain.Observation;
import health.lifelong.ingestion.record.domain.Observation.Status;
import health.lifelong.ingestion.record.domain.RecordOutcome.CheckupRead;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.ingestion.record.domain.RecordOutcome.Unattributed;
import health.lifelong.ingestion.record.domain.Statement;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({
    "final, FINAL, 1",
    "amended, CORRECTED, 1",
    "corrected, CORRECTED, 1",
    "preliminary, PRELIMINARY, 1",
    "registered, PRELIMINARY, 1",
    "unknown, PRELIMINARY, 1",
    "invented, PRELIMINARY, 1",
    "entered-in-error, WITHDRAWN, 0",
    "cancelled, WITHDRAWN, 0"
  })
  void theStatusDecidesWhatCounts(String status, Status expected, int counted) {
    String body = quantity("97").replace("\"final\"", "\"" + status + "\"");
    CheckupRead read = Reading.checkup(Reading.json(body));
    assertThat(read.checkup().observations())
        .extracting(Observation::status)
        .containsExactly(expected);
    assertThat(read.observations()).isEqualTo(counted);
  }

  @Test
  void withoutStatusNothingIsReadAndTheSenderIsWarned() {
    CheckupRead read =
        Reading.checkup(Reading.json(quantity("97").replace("\"status\":\"final\",", "")));
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
        .containsExactly(tuple("Observation/o1", Status.WITHDRAWN));
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
    EffectiveTime time =
        Reading.observation(observation(member + ",\"valueInteger\":1")).effective();
    assertThat(time).isNotNull();
    return time;
  }

  @Test
  void aTimeThatIsNoneIsToldAndTheValueKeptWithoutOne() {
    CheckupRead read =
        Reading.checkup(
            Reading.json(observation("\"effectiveDateTime\":\"2024-13-01\",\"valueInteger\":1")));
    assertThat(read.checkup().effective()).isNull();
    assertThat(read.checkup().sourceKey()).isEqualTo("resource:Observation/o1");
    assertThat(read.warnings()).extracting(it -> it.path()).containsExactly("/effectiveDateTime");
    assertThat(read.observations()).isEqualTo(1);
  }

  @Test
  void theTimeOfIssueIsNotTheTimeOfTheValue() {
    assertThat(
            Reading.observation(
                    observation("\"issued\":\"2024-01-01T00:00:00Z\",\"valueInteger\":1"))
                .effective())
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
    assertThat(Reading.json(body).outcomes().getFirst())
        .isEqualTo(new Unattributed(0, "Observation"));
  }

  @Test
  void aSubjectThatNamesNobodyIsRefused() {
    String body =
        quantity("97").replace("{\"reference\":\"Patient/p1\"}", "{\"display\":\"somebody\"}");
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
    assertThat(Reading.observation(again).sourceKey())
        .isEqualTo(Reading.observation(body).sourceKey());
    assertThat(Reading.observation(body.replace(":97", ":98")).sourceKey())
        .isNotEqualTo(Reading.observation(body).sourceKey());
  }

  @Test
  void aSharedIdentifierDoesNotMakeTwoItemsOne() {
    String identified =
        "\"identifier\":[{\"system\":\"urn:lab\",\"value\":\"A7\"}],\"valueInteger\":1";
    String one = Reading.observation(observation(identified)).sourceKey();
    String two =
        Reading.observation(observation(identified).replace(GLUCOSE, "2093-3")).sourceKey();
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
    String nameless =
        json.replace("\"identifier\":[{\"system\":\"urn:lab\",\"value\":\"A7\"}],", "");
    String namelessXml =
        xml.replace(
            "<identifier><system value=\"urn:lab\"/><value value=\"A7\"/></identifier>", "");
    assertThat(Reading.xml(namelessXml)).isEqualTo(Reading.json(nameless));
    assertThat(Reading.observation(json).referenceRange()).isEqualTo("3.9-5.5 mmol/L");
    assertThat(Reading.observation(json).interpretation()).isEqualTo("H");
    assertThat(Reading.checkup(Reading.json(json)).checkup().sourceKey()).isEqualTo("Encounter/e1");
  }
}
