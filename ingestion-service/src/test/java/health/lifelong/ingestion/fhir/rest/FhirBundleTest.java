package health.lifelong.ingestion.fhir.rest;

import static health.lifelong.ingestion.fhir.rest.Bodies.PATIENT;
import static health.lifelong.ingestion.fhir.rest.Bodies.WITHOUT_SUBJECT;
import static health.lifelong.ingestion.fhir.rest.Bodies.bundle;
import static health.lifelong.ingestion.fhir.rest.Bodies.entry;
import static health.lifelong.ingestion.fhir.rest.Bodies.observation;
import static health.lifelong.ingestion.fhir.rest.Bodies.person;
import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.fhir.domain.FhirReading;
import health.lifelong.ingestion.record.domain.RecordOutcome;
import health.lifelong.ingestion.record.domain.RecordOutcome.CheckupRead;
import health.lifelong.ingestion.record.domain.RecordOutcome.PersonRead;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.ingestion.record.domain.RecordOutcome.Rejected;
import health.lifelong.ingestion.record.domain.RecordOutcome.Unattributed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FhirBundleTest {
  @Test
  void aTransactionIsAllOrNothing() {
    FhirReading reading =
        bundle("transaction", entry("urn:uuid:1", PATIENT, ""), entry("", WITHOUT_SUBJECT, ""));
    assertThat(reading.refusal()).isNotNull();
    assertThat(reading.outcomes())
        .containsExactly(
            new Rejected(
                0,
                "/entry/1/resource/subject",
                Reason.PERSON_MISSING,
                "Observation without subject"));
  }

  @Test
  void aBatchTakesEachEntryAlone() {
    FhirReading reading =
        bundle(
            "batch",
            entry("urn:uuid:1", PATIENT, ""),
            entry("", WITHOUT_SUBJECT, ""),
            entry("", observation("\"reference\":\"urn:uuid:1\""), ""),
            "{\"request\":{\"method\":\"DELETE\",\"url\":\"Observation/1\"}}");
    assertThat(reading.refusal()).isNull();
    List<RecordOutcome> outcomes = reading.outcomes();
    assertThat(outcomes.get(0)).isInstanceOf(PersonRead.class);
    assertThat(outcomes.get(1)).isInstanceOf(Rejected.class);
    assertThat(outcomes.get(2)).isInstanceOf(CheckupRead.class);
    assertThat(((Rejected) outcomes.get(3)).reason()).isEqualTo(Reason.TYPE_UNSUPPORTED);
    assertThat(reading.bundleIdentifier()).isEqualTo("urn:b|7");
  }

  @Test
  void aCollectionOfOnePatientIsAboutThatPatient() {
    FhirReading one = bundle("collection", entry("", PATIENT, ""), entry("", WITHOUT_SUBJECT, ""));
    assertThat(person(one, 1)).isEqualTo(person(one, 0));
    FhirReading two =
        bundle(
            "collection",
            entry("", PATIENT, ""),
            entry("", PATIENT.replace("M1", "M2"), ""),
            entry("", WITHOUT_SUBJECT, ""));
    assertThat(((Rejected) two.outcomes().get(2)).reason()).isEqualTo(Reason.PERSON_MISSING);
  }

  @Test
  void theSameResourceTwiceInOneTransactionIsRefused() {
    String posted = "\"method\":\"POST\",\"url\":\"Patient\"";
    String condition = posted + ",\"ifNoneExist\":\"identifier=urn:mrn|M1\"";
    String nameless = PATIENT.replace("\"id\":\"p1\",", "");
    List<FhirReading> readings =
        List.of(
            bundle(
                "transaction",
                entry("urn:uuid:1", nameless, posted),
                entry("urn:uuid:1", nameless, posted)),
            bundle(
                "transaction",
                entry("urn:uuid:1", PATIENT, posted),
                entry("urn:uuid:2", PATIENT, posted)),
            bundle(
                "transaction",
                entry("urn:uuid:1", nameless, condition),
                entry("urn:uuid:2", nameless, condition)));
    for (FhirReading reading : readings) {
      assertThat(Reading.rejected(reading).reason()).isEqualTo(Reason.DUPLICATE_IN_BATCH);
      assertThat(Reading.rejected(reading).path()).isEqualTo("/entry/1/resource");
    }
  }

  @Test
  void anIdThatHoldsInItsBundleOnlyGoesWithTheTime() {
    String named =
        observation("\"reference\":\"Patient/p1\"")
            .replace("\"status\"", "\"id\":\"obs1\",\"status\"");
    String nextYear = named.replace("2024-", "2025-");
    String first = key(bundle("collection", entry("", named, "")));
    assertThat(key(bundle("collection", entry("", nextYear, "")))).isNotEqualTo(first);
    assertThat(key(bundle("collection", entry("", named.replace(":170", ":171"), ""))))
        .isEqualTo(first);
    assertThat(key(Reading.json(named))).isEqualTo("Observation/obs1");
  }

  private static String key(FhirReading reading) {
    return Reading.checkup(reading).checkup().observations().getFirst().sourceKey();
  }

  @Test
  void observationsOfOneVisitShareItsKey() {
    String encounter =
        "{\"resourceType\":\"Encounter\",\"identifier\":[{\"system\":\"urn:v\",\"value\":\"V1\"}]}";
    String seen =
        observation("\"reference\":\"Patient/p1\"")
            .replace("\"status\"", "\"encounter\":{\"reference\":\"urn:uuid:e\"},\"status\"");
    FhirReading reading =
        bundle(
            "collection",
            entry("urn:uuid:e", encounter, ""),
            entry("", seen, ""),
            entry("", observation("\"reference\":\"Patient/p1\""), ""));
    assertThat(reading.outcomes().getFirst()).isEqualTo(new Unattributed(0, "Encounter"));
    assertThat(Reading.checkup(reading, 1).checkup().sourceKey()).isEqualTo("Encounter/urn:v|V1");
    assertThat(Reading.checkup(reading, 2).checkup().sourceKey()).isEqualTo("date:2024-05-06");
    assertThat(Reading.checkup(reading, 1).checkup().observations().getFirst().position())
        .isEqualTo("/entry/1/resource");
  }

  @Test
  void oneFaultyEntryAmongManyIsRefusedAlone() {
    List<String> entries = new ArrayList<>();
    entries.add(entry("urn:uuid:1", PATIENT, ""));
    for (int i = 0; i < 200; i++) {
      String value = i == 50 ? "1e999" : String.valueOf(150 + i % 40);
      String words = i == 60 ? "a\\u0000b" : "cm";
      entries.add(
          entry(
              "",
              observation("\"reference\":\"urn:uuid:1\",\"display\":\"" + words + "\"")
                  .replace(":170", ":" + value),
              ""));
    }
    FhirReading reading = bundle("batch", entries.toArray(String[]::new));
    assertThat(reading.refusal()).isNull();
    assertThat(reading.outcomes())
        .filteredOn(it -> it instanceof Rejected)
        .extracting(RecordOutcome::index)
        .containsExactly(51, 61);
    assertThat(Reading.counted(reading.outcomes())).isEqualTo(198);
  }
}
