package health.lifelong.profile.access.grpc;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Purpose;
import java.util.Map;
import java.util.UUID;

/**
 * Reads the fields that many requests share; a field that cannot be read is ARGUMENT_INVALID by its
 * name.
 */
public final class Requests {
  private Requests() {}

  /**
   * A person id in a request about a person: what is no id names nobody, and is answered like an
   * unknown person.
   */
  public static UUID person(String id) {
    return id(id);
  }

  /** An id of ours; what is none names nothing, and is answered like an unknown one. */
  public static UUID id(String id) {
    try {
      UUID read = UUID.fromString(id);
      if (read.toString().equals(id)) {
        return read;
      }
    } catch (IllegalArgumentException e) {
      // Told below, like any id that names nobody.
    }
    throw new LifelongException(ErrorReason.ERROR_REASON_NOT_FOUND, "unknown or foreign id");
  }

  /** The purpose of a read. */
  public static Purpose purpose(health.lifelong.common.v1.Purpose purpose) {
    return switch (purpose) {
      case PURPOSE_OWN_ACCESS -> Purpose.OWN_ACCESS;
      case PURPOSE_HEALTH_MANAGEMENT -> Purpose.HEALTH_MANAGEMENT;
      case PURPOSE_CARE -> Purpose.CARE;
      case PURPOSE_ORIGIN_CENTRE -> Purpose.ORIGIN_CENTRE;
      case PURPOSE_UNSPECIFIED, UNRECOGNIZED -> throw invalid("purpose");
    };
  }

  /** A category of data. */
  public static Category category(health.lifelong.common.v1.Category category) {
    return switch (category) {
      case CATEGORY_IDENTITY -> Category.IDENTITY;
      case CATEGORY_CHECKUP -> Category.CHECKUP;
      case CATEGORY_GENETIC_REPORT -> Category.GENETIC_REPORT;
      case CATEGORY_GENETIC_RAW -> Category.GENETIC_RAW;
      case CATEGORY_LIFESTYLE -> Category.LIFESTYLE;
      case CATEGORY_SPECIAL -> Category.SPECIAL;
      case CATEGORY_UNSPECIFIED, UNRECOGNIZED -> throw invalid("category");
    };
  }

  /** The refusal of a field. */
  public static LifelongException invalid(String field) {
    return new LifelongException(
        ErrorReason.ERROR_REASON_ARGUMENT_INVALID,
        "field missing or out of range",
        Map.of("field", field));
  }
}
