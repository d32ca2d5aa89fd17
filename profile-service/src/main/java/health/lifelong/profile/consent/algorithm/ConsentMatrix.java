package health.lifelong.profile.consent.algorithm;

import health.lifelong.profile.access.algorithm.AccessRules;
import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Purpose;

/**
 * What each purpose needs for each category (trust-and-privacy section 3). "If it ordered the test"
 * and "same-disease care at another institution" are not known to this service yet: the first is
 * held by showing a centre its own results only, the second stays closed.
 */
public final class ConsentMatrix {
  private ConsentMatrix() {}

  /** What a cell of the matrix asks for. */
  public enum Need {
    /** Allowed by law or contract without consent, recorded. */
    LAW,
    /** Needs its own consent. */
    CONSENT,
    /** Needs its own consent and a fresh, strong sign-in. */
    CONSENT_AND_STEP_UP,
    NEVER
  }

  /**
   * The need of one cell for a grantee: what the law lets a person see, a family proxy sees by
   * consent only, and of that checkups and days only.
   */
  public static Need need(Purpose purpose, Category category, String grantee) {
    if (!grantee.startsWith(AccessRules.PROXY)) {
      return need(purpose, category);
    }
    return switch (category) {
      case CHECKUP, LIFESTYLE -> purpose == Purpose.OWN_ACCESS ? Need.CONSENT : Need.NEVER;
      case IDENTITY, GENETIC_REPORT, GENETIC_RAW, SPECIAL -> Need.NEVER;
    };
  }

  /** The need of one cell for everybody who is no family proxy. */
  public static Need need(Purpose purpose, Category category) {
    return switch (purpose) {
      case OWN_ACCESS ->
          switch (category) {
            case IDENTITY, CHECKUP, LIFESTYLE, SPECIAL -> Need.LAW;
            case GENETIC_REPORT, GENETIC_RAW -> Need.CONSENT_AND_STEP_UP;
          };
      case HEALTH_MANAGEMENT -> Need.CONSENT;
      case CARE ->
          switch (category) {
            case IDENTITY, CHECKUP, LIFESTYLE -> Need.CONSENT;
            case GENETIC_REPORT, SPECIAL -> Need.CONSENT_AND_STEP_UP;
            case GENETIC_RAW -> Need.NEVER;
          };
      case ORIGIN_CENTRE ->
          switch (category) {
            case IDENTITY, CHECKUP, SPECIAL, GENETIC_REPORT -> Need.LAW;
            case GENETIC_RAW, LIFESTYLE -> Need.NEVER;
          };
    };
  }
}
