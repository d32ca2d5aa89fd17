package health.lifelong.profile.consent.algorithm;

import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Purpose;
import health.lifelong.profile.consent.domain.ConsentDecision;
import health.lifelong.profile.consent.domain.Ruling;
import health.lifelong.profile.consent.domain.Ruling.Deny;
import health.lifelong.profile.consent.domain.Ruling.Permit;
import health.lifelong.profile.consent.domain.Ruling.Reason;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The one decision function over consent: no record means deny, the latest decision wins, of
 * several at the same instant the strictest wins (withdraw, then deny, then the grant that ends
 * first), and no grant lives longer than two years.
 */
public final class ConsentRules {
  /** Longest life of a grant, in years; then the person is asked anew. */
  public static final int MAXIMUM_YEARS = 2;

  static final Comparator<ConsentDecision> LATEST_THEN_STRICTEST =
      Comparator.comparing(ConsentDecision::givenAt)
          .thenComparing(ConsentRules::strictness)
          .thenComparing(ConsentDecision::validTo, Comparator.reverseOrder());

  private ConsentRules() {}

  /**
   * Decides one category for one purpose and grantee at one time, over the person's whole history
   * in any order.
   */
  public static Ruling decide(
      List<ConsentDecision> history,
      Category category,
      Purpose purpose,
      String grantee,
      Instant time) {
    String cell = purpose.code() + "/" + category.code();
    return switch (ConsentMatrix.need(purpose, category)) {
      case NEVER -> new Deny(Reason.NOT_FOR_PURPOSE, "matrix:" + cell + "=never");
      case LAW -> new Permit("law:" + cell);
      // Step-up is checked where sign-in strength is known; here the cell needs its consent like
      // any other.
      case CONSENT, CONSENT_AND_STEP_UP ->
          byConsent(history, category, purpose, grantee, time, cell);
    };
  }

  /** When the grant on which a permission rests runs out; empty where none does. */
  public static Optional<Instant> grantEnds(
      List<ConsentDecision> history,
      Category category,
      Purpose purpose,
      String grantee,
      Instant time) {
    return isDecidable(purpose, category)
        ? latest(history, category, purpose, grantee, time)
            .filter(decision -> decision.decision() == ConsentDecision.Kind.GRANT)
            .map(ConsentRules::end)
            .filter(time::isBefore)
        : Optional.empty();
  }

  private static Optional<ConsentDecision> latest(
      List<ConsentDecision> history,
      Category category,
      Purpose purpose,
      String grantee,
      Instant time) {
    return history.stream()
        .filter(decision -> decision.category() == category)
        .filter(decision -> decision.purpose() == purpose)
        .filter(decision -> decision.grantee().equals(grantee))
        .filter(decision -> !decision.givenAt().isAfter(time))
        .max(LATEST_THEN_STRICTEST);
  }

  private static Ruling byConsent(
      List<ConsentDecision> history,
      Category category,
      Purpose purpose,
      String grantee,
      Instant time,
      String cell) {
    return latest(history, category, purpose, grantee, time)
        .map(decision -> byDecision(decision, time))
        .orElseGet(() -> new Deny(Reason.NO_CONSENT, "consent:" + cell + "=none"));
  }

  private static Ruling byDecision(ConsentDecision decision, Instant time) {
    String rule = "consent:" + decision.consentId();
    return switch (decision.decision()) {
      case WITHDRAW -> new Deny(Reason.WITHDRAWN, rule);
      case DENY -> new Deny(Reason.NO_CONSENT, rule);
      case GRANT ->
          time.isBefore(end(decision)) ? new Permit(rule) : new Deny(Reason.EXPIRED, rule);
    };
  }

  private static Instant end(ConsentDecision grant) {
    Instant longest = latestEnd(grant.givenAt());
    return grant.validTo().isBefore(longest) ? grant.validTo() : longest;
  }

  /** The latest instant to which a grant given then may reach. */
  public static Instant latestEnd(Instant givenAt) {
    return givenAt.atOffset(ZoneOffset.UTC).plusYears(MAXIMUM_YEARS).toInstant();
  }

  private static int strictness(ConsentDecision decision) {
    return switch (decision.decision()) {
      case GRANT -> 0;
      case DENY -> 1;
      case WITHDRAW -> 2;
    };
  }

  /** True where a decision about this cell can matter at all. */
  public static boolean isDecidable(Purpose purpose, Category category) {
    return switch (ConsentMatrix.need(purpose, category)) {
      case CONSENT, CONSENT_AND_STEP_UP -> true;
      case LAW, NEVER -> false;
    };
  }
}
