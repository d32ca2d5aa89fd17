package health.lifelong.gateway.export.rest;

import static health.lifelong.gateway.export.rest.FhirNode.concept;
import static health.lifelong.gateway.export.rest.FhirNode.object;
import static health.lifelong.gateway.export.rest.FhirNode.reference;
import static health.lifelong.gateway.export.rest.FhirNode.resource;

import health.lifelong.profile.v1.ClinicalStatement;
import java.util.Set;

/** Diagnoses, medicines, allergies and the like, each as the resource FHIR R4 has for it. */
final class FhirStatements {
  private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";
  private static final String WRONG = "entered-in-error";
  private static final Set<String> CONDITION =
      Set.of("active", "recurrence", "relapse", "inactive", "remission", "resolved");
  private static final Set<String> ALLERGY = Set.of("active", "inactive", "resolved");
  private static final Set<String> MEDICATION =
      Set.of("active", "completed", WRONG, "intended", "stopped", "on-hold", "not-taken");
  private static final Set<String> PROCEDURE =
      Set.of("preparation", "in-progress", "not-done", "on-hold", "stopped", "completed", WRONG);

  private static final FhirNode UNKNOWN =
      object()
          .with("url", "http://hl7.org/fhir/StructureDefinition/data-absent-reason")
          .with("valueCode", "unknown");

  private final String personId;

  FhirStatements(String personId) {
    this.personId = personId;
  }

  /** One statement of a visit. */
  FhirNode statement(String id, String centre, String checkupId, ClinicalStatement statement) {
    FhirNode what = what(statement);
    FhirNode visit = reference(checkupId);
    return switch (statement.getKind()) {
      case KIND_CONDITION ->
          time(standing(id, centre, "Condition", "condition", CONDITION, statement), statement)
              .with("code", what)
              .with("subject", reference(personId))
              .with("encounter", visit);
      case KIND_ALLERGY ->
          time(
                  standing(
                      id, centre, "AllergyIntolerance", "allergyintolerance", ALLERGY, statement),
                  statement)
              .with("code", what)
              .with("patient", reference(personId))
              .with("encounter", visit);
      case KIND_MEDICATION ->
          about(id, centre, "MedicationStatement", known(MEDICATION, statement), statement)
              .with("medicationCodeableConcept", what)
              .with("subject", reference(personId))
              .with("context", visit);
      case KIND_PROCEDURE ->
          resource("Procedure", id, centre)
              .with("status", known(PROCEDURE, statement))
              .with("code", what)
              .with("subject", reference(personId))
              .with("encounter", visit)
              .with("performedDateTime", start(statement));
      case KIND_FAMILY_HISTORY ->
          resource("FamilyMemberHistory", id, centre)
              .with("status", "completed")
              .with("patient", reference(personId))
              .with("date", start(statement))
              .with("relationship", concept(HL7 + "v3-RoleCode", "FAMMEMB"))
              .withOne("condition", object().with("code", what));
      case KIND_PREGNANCY ->
          about(id, centre, "Observation", "final", statement)
              .with("code", concept("http://loinc.org", "82810-3"))
              .with("valueCodeableConcept", what)
              .with("subject", reference(personId))
              .with("encounter", visit);
      case KIND_FINDING, KIND_UNSPECIFIED, UNRECOGNIZED ->
          about(id, centre, "Observation", "final", statement)
              .with("code", what)
              .with("subject", reference(personId))
              .with("encounter", visit);
    };
  }

  private static FhirNode what(ClinicalStatement statement) {
    boolean said = statement.getCodesCount() > 0 || !statement.getText().isBlank();
    return concept(
        statement.getCodesList().stream().map(FhirNode::coding).toList(),
        said ? statement.getText() : "not told");
  }

  // What was entered in error has no clinical status. Elsewhere FHIR asks for one: where the sender
  // gave none of the value set, it is said to be unknown, and the sender's word stays as a note.
  private static FhirNode standing(
      String id,
      String centre,
      String type,
      String system,
      Set<String> known,
      ClinicalStatement statement) {
    String status = statement.getStatus();
    FhirNode resource = resource(type, id, centre);
    if (status.equals(WRONG)) {
      return resource.with("verificationStatus", concept(HL7 + system + "-verification", WRONG));
    }
    if (known.contains(status)) {
      return resource.with("clinicalStatus", concept(HL7 + system + "-clinical", status));
    }
    return resource
        .with("clinicalStatus", object().withOne("extension", UNKNOWN))
        .withOne("note", object().with("text", status));
  }

  private static FhirNode about(
      String id, String centre, String type, String status, ClinicalStatement statement) {
    return resource(type, id, centre)
        .with("status", status)
        .with("effectiveDateTime", start(statement));
  }

  private static String known(Set<String> known, ClinicalStatement statement) {
    return known.contains(statement.getStatus()) ? statement.getStatus() : "unknown";
  }

  private static FhirNode time(FhirNode resource, ClinicalStatement statement) {
    return resource.with("onsetDateTime", start(statement));
  }

  private static String start(ClinicalStatement statement) {
    return statement.hasEffectiveTime() ? Times.start(statement.getEffectiveTime()) : "";
  }
}
