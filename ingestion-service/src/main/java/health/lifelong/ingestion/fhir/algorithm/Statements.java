package health.lifelong.ingestion.fhir.algorithm;

import health.lifelong.ingestion.fhir.domain.JsonObject;
import health.lifelong.ingestion.record.domain.Checkup;
import health.lifelong.ingestion.record.domain.Coding;
import health.lifelong.ingestion.record.domain.EffectiveTime;
import health.lifelong.ingestion.record.domain.RecordOutcome;
import health.lifelong.ingestion.record.domain.Statement;
import health.lifelong.ingestion.record.domain.Statement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads conditions, medicines, allergies, procedures and family history as statements. */
final class Statements {
  private Statements() {}

  /** Condition: where its verification is not "confirmed", that is its status. */
  static RecordOutcome condition(Situation at) {
    EffectiveReading time = EffectiveReading.of(at, "onsetDateTime", "onsetPeriod", "recordedDate");
    return single(at, Kind.CONDITION, at.resource().object("code"), clinicalStatus(at), time);
  }

  /** AllergyIntolerance, as a condition. */
  static RecordOutcome allergy(Situation at) {
    EffectiveReading time = EffectiveReading.of(at, "onsetDateTime", "onsetPeriod", "recordedDate");
    return single(at, Kind.ALLERGY, at.resource().object("code"), clinicalStatus(at), time);
  }

  /** Procedure. */
  static RecordOutcome procedure(Situation at) {
    EffectiveReading time = EffectiveReading.of(at, "performedDateTime", "performedPeriod");
    String status = at.resource().textOrEmpty("status");
    return single(at, Kind.PROCEDURE, at.resource().object("code"), status, time);
  }

  /** MedicationStatement, MedicationRequest, MedicationAdministration or MedicationDispense. */
  static RecordOutcome medication(Situation at) {
    JsonObject resource = at.resource();
    EffectiveReading time =
        EffectiveReading.of(
            at,
            "effectiveDateTime",
            "effectivePeriod",
            "authoredOn",
            "whenHandedOver",
            "dateAsserted");
    return single(at, Kind.MEDICATION, medicine(at), medicationStatus(resource), time);
  }

  /** FamilyMemberHistory: one statement a condition, with the relative beside it. */
  static RecordOutcome familyHistory(Situation at) {
    JsonObject resource = at.resource();
    EffectiveReading time = EffectiveReading.of(at, "date");
    JsonObject relationship = resource.object("relationship");
    String relative = Concepts.words(relationship);
    String status = resource.textOrEmpty("status");
    List<Statement> statements = new ArrayList<>();
    int index = 0;
    for (JsonObject condition : resource.objects("condition")) {
      JsonObject code = condition.object("code");
      List<Coding> codes = new ArrayList<>(Concepts.codings(code));
      codes.addAll(Concepts.codings(relationship));
      String key = at.sourceKey(time.time()) + "#" + index;
      statements.add(
          new Statement(
              Kind.FAMILY_HISTORY,
              codes,
              relative + ": " + Concepts.words(code),
              status,
              time.time(),
              key,
              at.place("/condition/" + index)));
      index++;
    }
    return outcome(at, statements, Set.of(), time);
  }

  private static RecordOutcome single(
      Situation at, Kind kind, @Nullable JsonObject concept, String status, EffectiveReading time) {
    List<Coding> codes = Concepts.codings(concept);
    return switch (KnownAbsence.says(codes)) {
      case SOMETHING -> {
        String key = at.sourceKey(time.time());
        String words = Concepts.words(concept);
        Statement statement =
            new Statement(kind, codes, words, status, time.time(), key, at.place(""));
        yield outcome(at, List.of(statement), Set.of(), time);
      }
      case NOTHING_KNOWN -> outcome(at, List.of(), refuted(status) ? Set.of() : Set.of(kind), time);
      case NO_INFORMATION -> outcome(at, List.of(), Set.of(), time);
    };
  }

  private static RecordOutcome outcome(
      Situation at, List<Statement> statements, Set<Kind> complete, EffectiveReading time) {
    EffectiveTime when = time.time();
    Checkup checkup =
        new Checkup(at.visitKey(when), when, List.of(), statements, complete, List.of());
    return new RecordOutcome.CheckupRead(
        at.entry().index(), at.person(), checkup, 0, 0, time.warnings());
  }

  private static String clinicalStatus(Situation at) {
    String verification = Concepts.firstCode(at.resource().object("verificationStatus"));
    boolean plain = verification.isEmpty() || verification.equals("confirmed");
    return plain ? Concepts.firstCode(at.resource().object("clinicalStatus")) : verification;
  }

  private static boolean refuted(String status) {
    return status.equals("refuted") || status.equals("entered-in-error");
  }

  /** A proposal or a plan is no medicine taken, and "do not give" is the opposite of one. */
  private static String medicationStatus(JsonObject resource) {
    if ("true".equals(resource.text("doNotPerform"))) {
      return "not-taken";
    }
    String intent = resource.textOrEmpty("intent");
    boolean onlyMeant =
        intent.equals("proposal") || intent.equals("plan") || intent.equals("option");
    return onlyMeant ? intent : resource.textOrEmpty("status");
  }

  private static @Nullable JsonObject medicine(Situation at) {
    JsonObject concept = at.resource().object("medicationCodeableConcept");
    if (concept != null) {
      return concept;
    }
    JsonObject reference = at.resource().object("medicationReference");
    Target target = at.references().follow(reference, at.entry());
    return target instanceof Target.Inside inside ? inside.resource().object("code") : null;
  }
}
