package health.lifelong.ingestion.fhir.algorithm;

import health.lifelong.ingestion.fhir.domain.JsonObject;
import health.lifelong.ingestion.mapping.algorithm.ValueMapper;
import health.lifelong.ingestion.mapping.domain.ItemResolver;
import health.lifelong.ingestion.record.domain.RecordOutcome;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Reads one resource of any type: what is mapped goes into the person's record, any other type is
 * taken and kept raw.
 */
final class ResourceReading {
  private final Observations observations;
  private final Questionnaires questionnaires;

  ResourceReading(ItemResolver items, ValueMapper mapper) {
    Values values = new Values(mapper);
    this.observations = new Observations(items, values);
    this.questionnaires = new Questionnaires(items, values);
  }

  /** The outcome of this entry's resource. */
  RecordOutcome read(
      JsonObject resource,
      BundleEntry entry,
      References references,
      Subjects subjects,
      ZoneId zone) {
    Optional<String> active = Narrative.activeContent(resource);
    if (active.isPresent()) {
      return new RecordOutcome.Rejected(
          entry.index(),
          entry.place(active.get()),
          Reason.FHIR_NARRATIVE_NOT_ALLOWED,
          "active content is not allowed in a narrative");
    }
    String type = entry.type();
    if (type.equals("Patient")) {
      Reason fault = PersonName.fault(resource);
      if (fault != null) {
        return new RecordOutcome.Rejected(
            entry.index(), entry.place("/name"), fault, "not the name of a person");
      }
      return new RecordOutcome.PersonRead(entry.index(), Persons.of(resource, entry));
    }
    return switch (subjects.of(resource, entry)) {
      case Subject.Person person ->
          ofPerson(type, new Situation(resource, entry, references, zone, person.claim()));
      case Subject.NoPerson other -> new RecordOutcome.Unattributed(entry.index(), type);
      case Subject.Untold untold when type.equals("Observation") ->
          new RecordOutcome.Rejected(
              entry.index(),
              entry.place("/subject"),
              Reason.PERSON_MISSING,
              "Observation without subject");
      case Subject.Untold untold -> new RecordOutcome.Unattributed(entry.index(), type);
    };
  }

  private RecordOutcome ofPerson(String type, Situation at) {
    return switch (type) {
      case "Observation" -> observations.read(at);
      case "QuestionnaireResponse" -> questionnaires.read(at);
      case "DiagnosticReport" -> Documents.report(at);
      case "Composition" -> Documents.composition(at);
      case "List" -> Documents.list(at);
      case "Condition" -> Statements.condition(at);
      case "AllergyIntolerance" -> Statements.allergy(at);
      case "FamilyMemberHistory" -> Statements.familyHistory(at);
      case "Procedure" -> Statements.procedure(at);
      case "MedicationStatement",
          "MedicationRequest",
          "MedicationAdministration",
          "MedicationDispense" ->
          Statements.medication(at);
      default -> new RecordOutcome.Unattributed(at.entry().index(), type);
    };
  }
}
