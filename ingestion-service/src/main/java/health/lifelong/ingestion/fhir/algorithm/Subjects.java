package health.lifelong.ingestion.fhir.algorithm;

import health.lifelong.ingestion.fhir.domain.JsonObject;
import health.lifelong.ingestion.record.domain.PersonClaim;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds whom a resource is about. A collection or document that holds one Patient is about that
 * patient, so its resources may leave the subject out; anywhere else they may not.
 */
final class Subjects {
  private final References references;
  private final Function<String, @Nullable PersonClaim> knownByLogicalId;
  private final @Nullable PersonClaim patientOfBody;
  private final Map<BundleEntry, PersonClaim> claims = new HashMap<>();

  /**
   * @param knownByLogicalId persons met earlier in the same bulk file, by logical id; null for
   *     those that were not
   */
  Subjects(
      References references,
      List<BundleEntry> entries,
      boolean oneBody,
      Function<String, @Nullable PersonClaim> knownByLogicalId) {
    this.references = references;
    this.knownByLogicalId = knownByLogicalId;
    this.patientOfBody = oneBody ? onlyPatient(entries) : null;
  }

  /** Whom the resource of this entry is about; of two subjects none is taken for the right one. */
  Subject of(JsonObject resource, BundleEntry entry) {
    if (resource.objects("subject").size() > 1) {
      return new Subject.Untold();
    }
    JsonObject reference = resource.object("subject");
    if (reference == null) {
      reference = resource.object("patient");
    }
    Target target = references.follow(reference, entry);
    if (target instanceof Target.Nothing) {
      return reference == null && patientOfBody != null
          ? new Subject.Person(patientOfBody)
          : new Subject.Untold();
    }
    PersonClaim claim = claim(target, entry);
    return claim == null ? new Subject.NoPerson() : new Subject.Person(claim);
  }

  private @Nullable PersonClaim claim(Target target, BundleEntry from) {
    if (target instanceof Target.Outside outside) {
      PersonClaim known = knownByLogicalId.apply(outside.id());
      return known != null && outside.type().equals("Patient") ? known : Persons.of(target, from);
    }
    if (target instanceof Target.Inside inside && inside.entry() != null) {
      PersonClaim known = claims.get(inside.entry());
      if (known == null) {
        known = Persons.of(target, from);
        if (known != null) {
          claims.put(inside.entry(), known);
        }
      }
      return known;
    }
    return Persons.of(target, from);
  }

  private static @Nullable PersonClaim onlyPatient(List<BundleEntry> entries) {
    List<BundleEntry> patients =
        entries.stream().filter(entry -> entry.type().equals("Patient")).toList();
    if (patients.size() != 1) {
      return null;
    }
    BundleEntry patient = patients.getFirst();
    JsonObject resource = patient.resource();
    return resource == null ? null : Persons.of(resource, patient);
  }
}
