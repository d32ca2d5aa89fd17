package health.lifelong.ingestion.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.fhir.domain.FhirReading;
import health.lifelong.ingestion.record.domain.PersonClaim;
import health.lifelong.ingestion.record.domain.PersonClaim.Identifier;
import health.lifelong.ingestion.record.domain.PersonClaim.Sex;
import health.lifelong.ingestion.record.domain.RecordOutcome;
import health.lifelong.ingestion.record.domain.RecordOutcome.CheckupRead;
import health.lifelong.ingestion.record.domain.RecordOutcome.PersonRead;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.ingestion.record.domain.RecordOutcome.Rejected;
import health.lifelong.ingestion.record.domain.RecordOutcome.Unattributed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FhirBundleTest {
  private static final String PATIENT =
      """
      {"resourceType":"Patient","id":"p1","gender":"female","birthDate":"1980-02-29",
       "identifier":[{"system":"urn:mrn","value":"M1","type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"MR"}]}}],
       "name":[{"use":"official","family":"홍","given":["길동"]}]}
      """;

  private static String observation(String subject) {
    return """
        {"resourceType":"Observation","status":"final","subject":{%s},"effectiveDateTime":"2024-05-06T09:00:00+09:00",
         "code":{"coding":[{"system":"http://loinc.org","code":"8302-2"}]},"valueQuantity":{"value":170,"code":"cm"}}
        """
        .formatted(subject);
  }

  private static final String WITHOUT_SUBJECT = observation("").replace("\"subject\":{},", "");

  private static String entry(String fullUrl, String resource, String request) {
    List<String> members = new ArrayList<>();
    if (!fullUrl.isEmpty()) {
      members.add("\"fullUrl\":\"" + fullUrl + "\"");
    }
    members.add("\"resource\":" + resource);
    if (!request.isEmpty()) {
      members.add("\"request\":{" + request + "}");
    }
    return "{" + String.join(",", members) + "}";
  }

  private static FhirReading bundle(String type, String... entries) {
    return Reading.json(
        "{\"resourceType\":\"Bundle\",\"type\":\"%s\",\"identifier\":{\"system\":\"urn:b\",\"value\":\"7\"},\"entry\":[%s]}"
            .formatted(type, String.join(",", entries)));
  }

  private static PersonClaim person(FhirReading reading, int index) {
    PersonClaim claim = reading.outcomes().get(index).claim();
    assertThat(claim).isNotNull();
    return claim;
  }

  @Test
  void aPatientGivesIdentifiersSexBirthDateAndName() {
    PersonClaim claim = person(bundle("collection", entry("", PATIENT, "")), 0);
    assertThat(claim.identifiers()).containsExactly(new Identifier("urn:mrn", "M1", "MR"));
    assertThat(claim.sex()).isEqualTo(Sex.FEMALE);
    assertThat(claim.birthDate()).isEqualTo("1980-02-29");
    assertThat(claim.name()).isEqualTo("홍길동");
    assertThat(claim.provisional()).isFalse();
  }

  @Test
  void anIdThatIsKeptIsAnIdentifierToo() {
    assertThat(person(Reading.json(PATIENT), 0).identifiers())
        .containsExactly(new Identifier("urn:mrn", "M1", "MR"), new Identifier("Patient/id", "p1", "RI"));
    FhirReading put = bundle("transaction", entry("", PATIENT, "\"method\":\"PUT\",\"url\":\"Patient/p1\""));
    assertThat(person(put, 0).identifiers()).contains(new Identifier("Patient/id", "p1", "RI"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"reference\":\"urn:uuid:0aa00000-0000-0000-0000-000000000001\"",
        "\"reference\":\"Patient/p1\"",
        "\"reference\":\"Patient/p1/_history/3\"",
        "\"reference\":\"Patient?identifier=urn:mrn|M1\"",
        "\"reference\":\"Patient?identifier=urn%3Amrn%7CM1\"",
        "\"identifier\":{\"system\":\"urn:mrn\",\"value\":\"M1\"}"
      })
  void aSubjectIsFoundInItsBundleHoweverItIsNamed(String subject) {
    FhirReading reading =
        bundle(
            "transaction",
            entry("urn:uuid:0aa00000-0000-0000-0000-000000000001", PATIENT, "\"method\":\"POST\",\"url\":\"Patient\""),
            entry("", observation(subject), "\"method\":\"POST\",\"url\":\"Observation\""));
    assertThat(person(reading, 1)).isEqualTo(person(reading, 0));
  }

  @Test
  void aRelativeReferenceResolvesAgainstItsOwnFullUrl() {
    String other = PATIENT.replace("M1", "M2");
    FhirReading reading =
        bundle(
            "collection",
            entry("http://a.example/fhir/Patient/p1", PATIENT, ""),
            entry("http://b.example/fhir/Patient/p1", other, ""),
            entry("http://b.example/fhir/Observation/o1", observation("\"reference\":\"Patient/p1\""), ""));
    assertThat(person(reading, 2).identifiers().getFirst().value()).isEqualTo("M2");
  }

  @Test
  void aContainedPatientIsThePerson() {
    String contained =
        observation("\"reference\":\"#p\"")
            .replace("\"status\"", "\"contained\":[%s],\"status\"".formatted(PATIENT.replace("\"p1\"", "\"p\"")));
    assertThat(person(Reading.json(contained), 0).identifiers())
        .containsExactly(new Identifier("urn:mrn", "M1", "MR"));
  }

  @Test
  void aReferenceToNobodyInTheBodyOpensAProvisionalPerson() {
    PersonClaim claim = person(Reading.json(observation("\"reference\":\"Patient/x9\"")), 0);
    assertThat(claim.identifiers()).containsExactly(new Identifier("Patient/id", "x9", "RI"));
    assertThat(claim.provisional()).isTrue();
  }

  @Test
  void theSameIdAtTwoServersIsNotOnePerson() {
    PersonClaim one = person(Reading.json(observation("\"reference\":\"http://a.example/fhir/Patient/1\"")), 0);
    PersonClaim two = person(Reading.json(observation("\"reference\":\"http://b.example/fhir/Patient/1\"")), 0);
    assertThat(one).isNotEqualTo(two);
  }

  @Test
  void aPatientWithoutIdentifierIsProvisionalUnderItsId() {
    PersonClaim claim = person(Reading.json("{\"resourceType\":\"Patient\",\"id\":\"p7\"}"), 0);
    assertThat(claim.identifiers()).containsExactly(new Identifier("Patient/id", "p7", "RI"));
    assertThat(claim.provisional()).isTrue();
    assertThat(claim.sex()).isNull();
  }

  @Test
  void twoPatientsWithoutAnyNameStayTwo() {
    String nobody = "{\"resourceType\":\"Patient\",\"gender\":\"male\"}";
    FhirReading reading =
        bundle("transaction", entry("urn:uuid:1", nobody, ""), entry("urn:uuid:2", nobody, ""));
    assertThat(person(reading, 0)).isNotEqualTo(person(reading, 1));
  }

  @Test
  void birthSexGoesBeforeGenderAndAnInvalidBirthDateIsLeftOut() {
    String body =
        """
        {"resourceType":"Patient","id":"p1","gender":"other","birthDate":"1980-02-30",
         "extension":[{"url":"http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex","valueCode":"M"}]}
        """;
    PersonClaim claim = person(Reading.json(body), 0);
    assertThat(claim.sex()).isEqualTo(Sex.MALE);
    assertThat(claim.birthDate()).isNull();
  }

  @Test
  void aTransactionIsAllOrNothing() {
    FhirReading reading =
        bundle("transaction", entry("urn:uuid:1", PATIENT, ""), entry("", WITHOUT_SUBJECT, ""));
    assertThat(reading.refusal()).isNotNull();
    assertThat(reading.outcomes())
        .containsExactly(
            new Rejected(
                0, "/entry/1/resource/subject", Reason.PERSON_MISSING, "Observation without subject"));
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
            bundle("transaction", entry("urn:uuid:1", nameless, posted), entry("urn:uuid:1", nameless, posted)),
            bundle("transaction", entry("urn:uuid:1", PATIENT, posted), entry("urn:uuid:2", PATIENT, posted)),
            bundle("transaction", entry("urn:uuid:1", nameless, condition), entry("urn:uuid:2", nameless, condition)));
    for (FhirReading reading : readings) {
      assertThat(Reading.rejected(reading).reason()).isEqualTo(Reason.DUPLICATE_IN_BATCH);
      assertThat(Reading.rejected(reading).path()).isEqualTo("/entry/1/resource");
    }
  }

  @Test
  void aConditionalCreateIsNamedByItsCondition() {
    String nobody = "{\"resourceType\":\"Patient\",\"gender\":\"male\"}";
    FhirReading reading =
        bundle(
            "transaction",
            entry(
                "urn:uuid:1",
                nobody,
                "\"method\":\"POST\",\"url\":\"Patient\",\"ifNoneExist\":\"identifier=urn:mrn|M9\""),
            entry("", observation("\"reference\":\"Patient?identifier=urn:mrn|M8\""), ""));
    assertThat(person(reading, 0).identifiers()).containsExactly(new Identifier("urn:mrn", "M9", ""));
    assertThat(person(reading, 0).provisional()).isFalse();
    assertThat(person(reading, 1).identifiers()).containsExactly(new Identifier("urn:mrn", "M8", ""));
  }

  @Test
  void anIdThatHoldsInItsBundleOnlyGoesWithTheTime() {
    String named = observation("\"reference\":\"Patient/p1\"").replace("\"status\"", "\"id\":\"obs1\",\"status\"");
    String nextYear = named.replace("2024-", "2025-");
    String first = key(bundle("collection", entry("", named, "")));
    assertThat(key(bundle("collection", entry("", nextYear, "")))).isNotEqualTo(first);
    assertThat(key(bundle("collection", entry("", named.replace(":170", ":171"), "")))).isEqualTo(first);
    assertThat(key(Reading.json(named))).isEqualTo("Observation/obs1");
  }

  private static String key(FhirReading reading) {
    return Reading.checkup(reading).checkup().observations().getFirst().sourceKey();
  }

  @Test
  void observationsOfOneVisitShareItsKey() {
    String encounter = "{\"resourceType\":\"Encounter\",\"identifier\":[{\"system\":\"urn:v\",\"value\":\"V1\"}]}";
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
          entry("", observation("\"reference\":\"urn:uuid:1\",\"display\":\"" + words + "\"").replace(":170", ":" + value), ""));
    }
    FhirReading reading = bundle("batch", entries.toArray(String[]::new));
    assertThat(reading.refusal()).isNull();
    assertThat(reading.outcomes())
        .filteredOn(it -> it instanceof Rejected)
        .extracting(RecordOutcome::index)
        .containsExactly(51, 61);
    assertThat(Reading.counted(reading.outcomes())).isEqualTo(198);
  }

  @ParameterizedTest
  @ValueSource(strings = {"searchset", "history", "message", "subscription-notification", "transaction-response", "x"})
  void otherBundlesAreRefusedAsAWhole(String type) {
    Rejected rejected = Reading.rejected(bundle(type, entry("", PATIENT, "")));
    assertThat(rejected.reason()).isEqualTo(Reason.TYPE_UNSUPPORTED);
    assertThat(rejected.path()).isEqualTo("/type");
  }

  @Test
  void whatIsNoResourceIsRefused() {
    assertThat(Reading.rejected(Reading.json("[]")).reason()).isEqualTo(Reason.VALUE_INVALID);
    assertThat(Reading.rejected(Reading.json("{}")).reason()).isEqualTo(Reason.FIELD_MISSING);
    assertThat(Reading.rejected(Reading.json("{\"resourceType\":\"Bundle\"}")).reason()).isEqualTo(Reason.FIELD_MISSING);
    assertThat(Reading.rejected(Reading.json("{\"resourceType\":\"Encounter\"}")).reason())
        .isEqualTo(Reason.TYPE_UNSUPPORTED);
    assertThat(Reading.rejected(Reading.json("{\"resourceType\":\"Hong Gildong\"}")).detail()).doesNotContain("Hong");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div><script>x</script></div>", "<div><p onclick='x'>a</p></div>", "<div><a href='javascript:x'>a</a></div>",
        "<div><iframe src='x'/></div>", "<div><P ONCLICK = \\\"x\\\">a</P></div>"
      })
  void activeContentInANarrativeIsRefused(String div) {
    String body = "{\"resourceType\":\"Patient\",\"id\":\"p\",\"text\":{\"status\":\"generated\",\"div\":\"%s\"}}";
    Rejected rejected = Reading.rejected(Reading.json(body.formatted(div)));
    assertThat(rejected.reason()).isEqualTo(Reason.VALUE_INVALID);
    assertThat(rejected.path()).isEqualTo("/text/div");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>only = one; onset=2020 &lt;script></div>", "<div><a href='http://x/?online=1'>a</a></div>",
        "<div><b class='on'>script</b></div>"
      })
  void plainNarrativesAreTaken(String div) {
    String body = "{\"resourceType\":\"Patient\",\"id\":\"p\",\"text\":{\"status\":\"generated\",\"div\":\"%s\"}}";
    assertThat(Reading.json(body.formatted(div)).refusal()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DiagnosticReport", "QuestionnaireResponse", "Specimen"})
  void reportsAndSpecimensWithoutSubjectAreInNobodysRecord(String type) {
    assertThat(Reading.json("{\"resourceType\":\"%s\",\"status\":\"final\"}".formatted(type)).outcomes())
        .containsExactly(new Unattributed(0, type));
  }
}
