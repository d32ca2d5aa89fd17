package health.lifelong.ingestion.fhir.algorithm;

import health.lifelong.ingestion.fhir.domain.JsonObject;
import health.lifelong.ingestion.record.domain.Coding;
import health.lifelong.ingestion.record.domain.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a FHIR value is missing: data-absent-reason and v3 NullFlavor. Missing is never zero and
 * never "no".
 */
final class Absence {
  private static final String EXTENSION =
      "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
  private static final String REASONS = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
  private static final String NULL_FLAVORS = "http://terminology.hl7.org/CodeSystem/v3-NullFlavor";

  private Absence() {}

  /**
   * Reads {@code dataAbsentReason}; one without a known code still says that nothing was measured.
   */
  static Value.Absent of(JsonObject dataAbsentReason) {
    return new Value.Absent(reason(Concepts.firstCode(dataAbsentReason)));
  }

  /** The absence that a coded value states, if it states one. */
  static Optional<Value.Absent> stated(List<Coding> codings) {
    for (Coding coding : codings) {
      if (coding.system().equals(REASONS)) {
        return Optional.of(new Value.Absent(reason(coding.code())));
      }
      if (coding.system().equals(NULL_FLAVORS)) {
        return Optional.of(new Value.Absent(nullFlavor(coding.code())));
      }
    }
    return Optional.empty();
  }

  /** The absence that extensions of a primitive ({@code _value}) state. */
  static Optional<Value.Absent> extension(@Nullable JsonObject primitive) {
    if (primitive == null) {
      return Optional.empty();
    }
    for (JsonObject extension : primitive.objects("extension")) {
      if (EXTENSION.equals(extension.text("url"))) {
        return Optional.of(new Value.Absent(reason(extension.textOrEmpty("valueCode"))));
      }
    }
    return Optional.empty();
  }

  private static Value.Reason reason(String code) {
    return switch (code) {
      case "unknown", "asked-unknown", "temp-unknown" -> Value.Reason.UNKNOWN;
      case "error", "not-a-number", "negative-infinity", "positive-infinity", "as-text" ->
          Value.Reason.NOT_USABLE;
      default -> Value.Reason.NOT_DONE;
    };
  }

  private static Value.Reason nullFlavor(String code) {
    return switch (code) {
      case "NASK", "NA", "MSK", "NAVU", "NP" -> Value.Reason.NOT_DONE;
      default -> Value.Reason.UNKNOWN;
    };
  }
}
