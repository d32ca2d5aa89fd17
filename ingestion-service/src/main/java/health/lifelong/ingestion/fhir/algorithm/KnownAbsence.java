package health.lifelong.ingestion.fhir.algorithm;

import health.lifelong.ingestion.fhir.domain.JsonObject;
import health.lifelong.ingestion.record.domain.Coding;
import health.lifelong.ingestion.record.domain.Statement.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * "Nothing known" said on purpose: IPS absent-unknown codes, their SNOMED CT equivalents (IPS
 * concept map), and {@code emptyReason} of sections and lists. Only these make a list complete; a
 * list that is merely missing is unknown. Partial statements (no known food allergy) and "no
 * current problems", which says nothing of the past, complete nothing.
 */
final class KnownAbsence {
  private static final String IPS = "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips";
  private static final String SNOMED = "http://snomed.info/sct";
  private static final String LOINC = "http://loinc.org";
  private static final String NIL_KNOWN = "nilknown";

  private KnownAbsence() {}

  /** What a coded entry says of its list. */
  enum Says {
    /** A real entry. */
    SOMETHING,
    /** Asked, and there is nothing. */
    NOTHING_KNOWN,
    /** Nobody asked, or only in part: no statement at all. */
    NO_INFORMATION
  }

  /** Reads the codings of a condition, medicine, allergy or procedure. */
  static Says says(List<Coding> codings) {
    for (Coding coding : codings) {
      Says says =
          switch (coding.system()) {
            case IPS -> ips(coding.code());
            case SNOMED -> snomed(coding.code());
            default -> Says.SOMETHING;
          };
      if (says != Says.SOMETHING) {
        return says;
      }
    }
    return Says.SOMETHING;
  }

  /** Kinds that a Composition's sections, or a List, state to be empty. */
  static Set<Kind> emptyLists(JsonObject resource) {
    EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
    collect(resource, kinds);
    return kinds;
  }

  private static void collect(JsonObject list, Set<Kind> kinds) {
    boolean nilKnown = Concepts.firstCode(list.object("emptyReason")).equals(NIL_KNOWN);
    if (nilKnown) {
      kind(list.object("code")).ifPresent(kinds::add);
    }
    list.objects("section").forEach(section -> collect(section, kinds));
  }

  /** The kind of statement a section or list of this LOINC code holds. */
  private static Optional<Kind> kind(@Nullable JsonObject code) {
    for (Coding coding : Concepts.codings(code)) {
      Kind kind = coding.system().equals(LOINC) ? kind(coding.code()) : null;
      if (kind != null) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private static @Nullable Kind kind(String section) {
    return switch (section) {
      case "11450-4" -> Kind.CONDITION;
      case "48765-2" -> Kind.ALLERGY;
      case "10160-0" -> Kind.MEDICATION;
      case "47519-4" -> Kind.PROCEDURE;
      case "10157-6" -> Kind.FAMILY_HISTORY;
      default -> null;
    };
  }

  private static Says ips(String code) {
    return switch (code) {
      case "no-known-problems",
          "no-known-allergies",
          "no-known-medications",
          "no-known-procedures" ->
          Says.NOTHING_KNOWN;
      default -> Says.NO_INFORMATION;
    };
  }

  private static Says snomed(String code) {
    return switch (code) {
      case "716186003", "787481004", "787480003" -> Says.NOTHING_KNOWN;
      case "160245001", "409137002", "428607008", "429625007", "1287211007" -> Says.NO_INFORMATION;
      default -> Says.SOMETHING;
    };
  }
}
