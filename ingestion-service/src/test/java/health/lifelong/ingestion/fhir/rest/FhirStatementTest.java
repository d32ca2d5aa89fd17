package health.lifelong.ingestion.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.fhir.domain.FhirFormat;
import health.lifelong.ingestion.fhir.domain.FhirReading;
import health.lifelong.ingestion.record.domain.Checkup;
import health.lifelong.ingestion.record.domain.Coding;
import health.lifelong.ingestion.record.domain.Statement;
import health.lifelong.ingestion.record.domain.Statement.Kind;
import health.lifelong.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FhirStatementTest {
  private static FhirReading collection(String... resources) {
    StringBuilder entries = new StringBuilder();
    for (String resource : resources) {
      entries
          .append(entries.isEmpty() ? "" : ",")
          .append("{\"resource\":")
          .append(resource)
          .append('}');
    }
    return Reading.json(
        "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[" + entries + "]}");
  }

  private static String resource(String type, String members) {
    return "{\"resourceType\":\"%s\",\"id\":\"0aa00000-0000-0000-0000-000000000001\",\"subject\":{\"reference\":\"Patient/p\"},\"patient\":{\"reference\":\"Patient/p\"},%s}"
        .formatted(type, members);
  }

  private static Statement only(FhirReading reading) {
    List<Statement> statements = Reading.statements(reading);
    assertThat(statements).hasSize(1);
    return statements.getFirst();
  }

  @Test
  void aConditionKeepsItsCodesAndStatus() {
    Statement statement =
        only(
            collection(
                resource(
                    "Condition",
                    "\"clinicalStatus\":{\"coding\":[{\"code\":\"active\"}]},\"onsetDateTime\":\"2020-01\",\"code\":{\"coding\":[{\"system\":\"urn:kcd\",\"code\":\"E11.9\"},{\"system\":\"http://snomed.info/sct\",\"code\":\"44054006\"}],\"text\":\"당뇨병\"}")));
    assertThat(statement.kind()).isEqualTo(Kind.CONDITION);
    assertThat(statement.codes()).extracting(Coding::code).containsExactly("E11.9", "44054006");
    assertThat(statement.status()).isEqualTo("active");
    assertThat(statement.text()).isEqualTo("당뇨병");
    assertThat(statement.position()).isEqualTo("/entry/0/resource");
  }

  @Test
  void aRefutedConditionIsNotAnActiveOne() {
    Statement statement =
        only(
            collection(
                resource(
                    "Condition",
                    "\"clinicalStatus\":{\"coding\":[{\"code\":\"active\"}]},\"verificationStatus\":{\"coding\":[{\"code\":\"refuted\"}]},\"code\":{\"text\":\"x\"}")));
    assertThat(statement.status()).isEqualTo("refuted");
  }

  @Test
  void aMedicineIsReadThroughItsReference() {
    String medication =
        "{\"resourceType\":\"Medication\",\"id\":\"m1\",\"code\":{\"coding\":[{\"system\":\"http://www.whocc.no/atc\",\"code\":\"C10AA05\"}]}}";
    String statement =
        resource(
            "MedicationStatement",
            "\"status\":\"active\",\"medicationReference\":{\"reference\":\"Medication/m1\"}");
    assertThat(only(collection(medication, statement)).codes())
        .extracting(Coding::code)
        .containsExactly("C10AA05");
    String contained =
        resource(
            "MedicationRequest",
            "\"status\":\"active\",\"contained\":[%s],\"medicationReference\":{\"reference\":\"#m1\"}"
                .formatted(medication));
    assertThat(only(collection(contained)).codes())
        .extracting(Coding::code)
        .containsExactly("C10AA05");
  }

  @ParameterizedTest
  @CsvSource({
    "order, false, active",
    "plan, false, plan",
    "proposal, false, proposal",
    "order, true, not-taken"
  })
  void aMedicineThatIsOnlyMeantIsNotTaken(String intent, boolean not, String status) {
    Statement statement =
        only(
            collection(
                resource(
                    "MedicationRequest",
                    "\"status\":\"active\",\"intent\":\"%s\",\"doNotPerform\":%s,\"medicationCodeableConcept\":{\"text\":\"x\"}"
                        .formatted(intent, not))));
    assertThat(statement.status()).isEqualTo(status);
  }

  @Test
  void familyHistoryNamesTheRelativeBesideEachCondition() {
    FhirReading reading =
        collection(
            resource(
                "FamilyMemberHistory",
                "\"status\":\"completed\",\"relationship\":{\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-RoleCode\",\"code\":\"FTH\",\"display\":\"father\"}]},\"condition\":[{\"code\":{\"text\":\"stroke\"}},{\"code\":{\"coding\":[{\"code\":\"I21\"}]}}]"));
    List<Statement> statements = Reading.statements(reading);
    assertThat(statements)
        .extracting(Statement::text)
        .containsExactly("father: stroke", "father: I21");
    assertThat(statements.get(1).codes()).extracting(Coding::code).containsExactly("I21", "FTH");
    assertThat(statements).extracting(Statement::sourceKey).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "Condition, no-known-problems, CONDITION",
    "AllergyIntolerance, no-known-allergies, ALLERGY",
    "Procedure, no-known-procedures, PROCEDURE",
  })
  void nothingKnownMakesAListComplete(String type, String code, Kind kind) {
    Checkup checkup =
        absent(type, "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips", code);
    assertThat(checkup.completeLists()).containsExactly(kind);
    assertThat(checkup.statements()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"no-allergy-info", "no-known-food-allergies"})
  void noInformationMakesNoListComplete(String code) {
    Checkup checkup =
        absent(
            "AllergyIntolerance",
            "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips",
            code);
    assertThat(checkup.completeLists()).isEmpty();
    assertThat(checkup.statements()).isEmpty();
  }

  @Test
  void noCurrentProblemsSaysNothingOfThePast() {
    Checkup noCurrent = absent("Condition", "http://snomed.info/sct", "160245001");
    assertThat(noCurrent.completeLists()).isEmpty();
    assertThat(noCurrent.statements()).isEmpty();
    assertThat(absent("AllergyIntolerance", "http://snomed.info/sct", "716186003").completeLists())
        .containsExactly(Kind.ALLERGY);
  }

  private static Checkup absent(String type, String system, String code) {
    FhirReading reading =
        collection(
            resource(
                type,
                "\"code\":{\"coding\":[{\"system\":\"%s\",\"code\":\"%s\"}]}"
                    .formatted(system, code)));
    return Reading.checkups(reading).getFirst();
  }

  @Test
  void aSectionOrListThatIsEmptyOnPurposeIsComplete() {
    String empty =
        "\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"10160-0\"}]},\"emptyReason\":{\"coding\":[{\"code\":\"nilknown\"}]}";
    FhirReading reading =
        collection(
            resource("Composition", "\"status\":\"final\",\"section\":[{" + empty + "}]"),
            resource("List", "\"status\":\"current\"," + empty),
            resource("List", "\"status\":\"entered-in-error\"," + empty),
            resource("List", "\"status\":\"current\"," + empty.replace("nilknown", "notasked")));
    assertThat(Reading.checkups(reading))
        .extracting(it -> it.completeLists().contains(Kind.MEDICATION))
        .containsExactly(true, true, false, false);
  }

  @Test
  void aReportGivesItsConclusionAndItsFindings() {
    FhirReading reading =
        Reading.json(
            resource(
                "DiagnosticReport",
                "\"status\":\"final\",\"code\":{\"text\":\"Chest X-ray\"},\"conclusion\":\"clear\",\"conclusionCode\":[{\"coding\":[{\"code\":\"N\",\"display\":\"normal\"}]}]"));
    Checkup checkup = Reading.checkup(reading).checkup();
    assertThat(checkup.documents()).hasSize(1);
    assertThat(checkup.documents().getFirst().text()).isEqualTo("clear\nnormal");
    assertThat(checkup.documents().getFirst().title()).isEqualTo("Chest X-ray");
    assertThat(only(reading).kind()).isEqualTo(Kind.FINDING);
    String withdrawn =
        resource("DiagnosticReport", "\"status\":\"entered-in-error\",\"conclusion\":\"clear\"");
    assertThat(Reading.checkup(Reading.json(withdrawn)).checkup().documents()).isEmpty();
  }

  @Test
  void thePatientSummarySampleGivesItsStatements() throws IOException {
    byte[] body = Files.readAllBytes(SharedData.path("data/ingest/fhir-r4/ips_IPS-bundle-01.json"));
    List<Statement> statements = Reading.statements(Reading.of(body, FhirFormat.JSON));
    assertThat(statements).extracting(Statement::kind).contains(Kind.CONDITION, Kind.MEDICATION);
    assertThat(statements)
        .filteredOn(it -> it.kind() == Kind.MEDICATION)
        .allSatisfy(it -> assertThat(it.codes()).isNotEmpty());
  }
}
