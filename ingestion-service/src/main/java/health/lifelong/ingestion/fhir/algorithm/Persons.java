package health.lifelong.ingestion.fhir.algorithm;

import health.lifelong.ingestion.fhir.domain.JsonObject;
import health.lifelong.ingestion.record.domain.PersonClaim;
import health.lifelong.ingestion.record.domain.PersonClaim.Identifier;
import health.lifelong.ingestion.record.domain.PersonClaim.Sex;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who a FHIR Patient, or a reference to one, says a record belongs to. */
final class Persons {
  /**
   * System of a logical id at the sender: it opens a person who is not linked to anybody until
   * identified.
   */
  static final String LOGICAL_ID = "Patient/id";

  /** HL7 table 0203: identifier of a resource at its server. */
  private static final String RESOURCE_IDENTIFIER = "RI";

  private static final String BIRTH_SEX =
      "http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex";
  private static final int DATE_LENGTH = "YYYY-MM-DD".length();

  private Persons() {}

  /** The claim of a Patient resource at this entry. */
  static PersonClaim of(JsonObject patient, BundleEntry entry) {
    String id = entry.id();
    String name = id.isEmpty() ? entry.fullUrl() : id;
    return claim(
        patient,
        entry.conditionIdentifier(),
        name.isEmpty() ? CanonicalContent.key(patient) : name,
        entry.keepsId() ? id : "");
  }

  /** The claim of what a subject points at; null where that is no person or nothing. */
  static @Nullable PersonClaim of(Target target, BundleEntry from) {
    return switch (target) {
      case Target.Inside inside -> inside(inside, from);
      case Target.Outside outside ->
          isPerson(outside.type()) ? byIdentifier(logicalId(outside.id()), true) : null;
      case Target.Named named ->
          isPerson(named.type()) ? byIdentifier(named.identifier(), false) : null;
      case Target.Nothing nothing -> null;
    };
  }

  private static @Nullable PersonClaim inside(Target.Inside inside, BundleEntry from) {
    if (!"Patient".equals(inside.resource().text("resourceType"))) {
      return null;
    }
    if (inside.entry() != null) {
      return of(inside.resource(), inside.entry());
    }
    // The id of a contained resource means nothing outside its container, whose name goes before
    // it.
    String container = from.typeAndId().isEmpty() ? from.fullUrl() : from.typeAndId();
    String id = inside.resource().textOrEmpty("id");
    return claim(inside.resource(), "", container + "#" + id, "");
  }

  /**
   * @param condition identifier named by the request, or empty
   * @param name what the patient is called where no identifier is told
   * @param keptId the logical id that later references will use, or empty
   */
  private static PersonClaim claim(
      JsonObject patient, String condition, String name, String keptId) {
    List<Identifier> identifiers = new ArrayList<>(Identifiers.all(patient));
    if (!condition.isEmpty()) {
      addIfNew(identifiers, Identifiers.ofToken(condition));
    }
    boolean provisional = identifiers.isEmpty();
    if (provisional) {
      identifiers.add(logicalId(name));
    } else if (!keptId.isEmpty()) {
      identifiers.add(logicalId(keptId));
    }
    return new PersonClaim(
        identifiers, sex(patient), birthDate(patient), PersonName.of(patient), null, provisional);
  }

  private static boolean isPerson(String type) {
    return type.isEmpty() || type.equals("Patient");
  }

  private static Identifier logicalId(String id) {
    return new Identifier(LOGICAL_ID, id, RESOURCE_IDENTIFIER);
  }

  private static PersonClaim byIdentifier(Identifier identifier, boolean provisional) {
    return new PersonClaim(List.of(identifier), null, null, null, null, provisional);
  }

  private static void addIfNew(List<Identifier> identifiers, Identifier added) {
    boolean known =
        identifiers.stream()
            .anyMatch(it -> it.system().equals(added.system()) && it.value().equals(added.value()));
    if (!known) {
      identifiers.add(added);
    }
  }

  /**
   * Sex at birth where it is told apart, else the administrative gender; "other" and "unknown" are
   * not told.
   */
  private static @Nullable Sex sex(JsonObject patient) {
    for (JsonObject extension : patient.objects("extension")) {
      if (BIRTH_SEX.equals(extension.text("url"))) {
        return sex(extension.textOrEmpty("valueCode"));
      }
    }
    return sex(patient.textOrEmpty("gender"));
  }

  private static @Nullable Sex sex(String code) {
    return switch (code) {
      case "F", "female" -> Sex.FEMALE;
      case "M", "male" -> Sex.MALE;
      default -> null;
    };
  }

  private static @Nullable String birthDate(JsonObject patient) {
    String date = patient.text("birthDate");
    boolean isDate =
        date != null
            && date.length() <= DATE_LENGTH
            && FhirTimes.parse(date, ZoneOffset.UTC).isPresent();
    return isDate ? date : null;
  }
}
