package health.lifelong.ingestion.fhir.rest;

import static health.lifelong.ingestion.fhir.rest.Bodies.PATIENT;
import static health.lifelong.ingestion.fhir.rest.Bodies.bundle;
import static health.lifelong.ingestion.fhir.rest.Bodies.entry;
import static health.lifelong.ingestion.fhir.rest.Bodies.observation;
import static health.lifelong.ingestion.fhir.rest.Bodies.person;
import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.fhir.domain.FhirReading;
import health.lifelong.ingestion.record.domain.PersonClaim;
import health.lifelong.ingestion.record.domain.PersonClaim.Identifier;
import health.lifelong.ingestion.record.domain.PersonClaim.Sex;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FhirPersonTest {
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
        .containsExactly(
            new Identifier("urn:mrn", "M1", "MR"), new Identifier("Patient/id", "p1", "RI"));
    FhirReading put =
        bundle("transaction", entry("", PATIENT, "\"method\":\"PUT\",\"url\":\"Patient/p1\""));
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
            entry(
                "urn:uuid:0aa00000-0000-0000-0000-000000000001",
                PATIENT,
                "\"method\":\"POST\",\"url\":\"Patient\""),
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
            entry(
                "http://b.example/fhir/Observation/o1",
                observation("\"reference\":\"Patient/p1\""),
                ""));
    assertThat(person(reading, 2).identifiers().getFirst().value()).isEqualTo("M2");
  }

  @Test
  void anAbsoluteReferenceNeverMeansThePatientOfAnotherServer() {
    FhirReading reading =
        bundle(
            "collection",
            entry("http://a.example/fhir/Patient/p1", PATIENT, ""),
            entry("", observation("\"reference\":\"http://b.example/fhir/Patient/p1\""), ""));
    assertThat(person(reading, 1).provisional()).isTrue();
    assertThat(person(reading, 1).identifiers().getFirst().value())
        .isEqualTo("http://b.example/fhir/Patient/p1");
  }

  @Test
  void aContainedPatientIsThePerson() {
    String contained =
        observation("\"reference\":\"#p\"")
            .replace(
                "\"status\"",
                "\"contained\":[%s],\"status\"".formatted(PATIENT.replace("\"p1\"", "\"p\"")));
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
    PersonClaim one =
        person(Reading.json(observation("\"reference\":\"http://a.example/fhir/Patient/1\"")), 0);
    PersonClaim two =
        person(Reading.json(observation("\"reference\":\"http://b.example/fhir/Patient/1\"")), 0);
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
    assertThat(person(reading, 0).identifiers())
        .containsExactly(new Identifier("urn:mrn", "M9", ""));
    assertThat(person(reading, 0).provisional()).isFalse();
    assertThat(person(reading, 1).identifiers())
        .containsExactly(new Identifier("urn:mrn", "M8", ""));
  }

  @Test
  void aPutGivesTheIdAndMayNotContradictIt() {
    String nameless = PATIENT.replace("\"id\":\"p1\",", "");
    String put = "\"method\":\"PUT\",\"url\":\"Patient/p1\"";
    FhirReading named = bundle("batch", entry("", nameless, put));
    assertThat(person(named, 0).identifiers()).contains(new Identifier("Patient/id", "p1", "RI"));
    assertThat(named.entries().getFirst().id()).isEqualTo("p1");
    FhirReading other = bundle("batch", entry("", PATIENT, put.replace("p1", "p2")));
    assertThat(Reading.rejected(other).path()).isEqualTo("/entry/0/resource/id");
  }

  @Test
  void ofTwoSubjectsNoneIsTaken() {
    String two =
        observation("\"reference\":\"Patient/p1\"")
            .replace(
                "{\"reference\":\"Patient/p1\"}",
                "[{\"reference\":\"Patient/p1\"},{\"reference\":\"Patient/p2\"}]");
    assertThat(Reading.rejected(Reading.json(two)).reason()).isEqualTo(Reason.PERSON_MISSING);
  }
}
