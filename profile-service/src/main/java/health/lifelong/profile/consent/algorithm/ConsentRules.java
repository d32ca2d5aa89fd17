package health.lifelong.profile.consent.algorithm;

import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Purpose;
import health.lifelong.profile.consent.domain.ConsentDecision;
import health.lifelong.profile.consent.domain.ConsentHistory;
import health.lifelong.profile.consent.domain.Ruling;
import health.lifelong.profile.consent.domain.Ruling.Deny;
import health.lifelong.profile.consent.domain.Ruling.Permit;
import health.lifelong.profile.consent.domain.Ruling.Reason;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;

/**
 * The one decision function over consent: no record means deny, the latest decision wins, of
 * several at the same instant the strictest wins (withdraw, then deny, then the grant that ends
 * first), no grant lives longer than two years, and what somebody may not decide at their age
 * counts for nothing ({@link Ages}).
 */
public final class ConsentRules {
  /** Longest life of a grant, in years; then the person is asked anew. */
  public static final int MAXIMUM_YEARS = 2;

  private ConsentRules() {}

  /**
   * Decides one category for one purpose and grantee at one time, over the person's whole history
   * in any order.
   */
  public static Ruling decide(
      ConsentHistory history, Category category, Purpose purpose, String grantee, Instant time) {
    String cell = purpose.code() + "/" + category.code();
    return switch (ConsentMatrix.need(purpose, category, grantee)) {
      case NEVER -> new Deny(Reason.NOT_FOR_PURPOSE, "matrix:" + cell + "=never");
      case LAW -> new Permit("law:" + cell);
      // Step-up is checked where sign-in strength is known; here the cell needs its consent like
      // any other.
      case CONSENT, CONSENT_AND_STEP_UP ->
          latest(history, category, purpose, grantee, time)
              .map(decision -> byDecision(history, decision, time))
              .orElseGet(() -> new Deny(Reason.NO_CONSENT, "consent:" + cell + "=none"));
    };
  }

  /** When the grant on which a permission rests runs out; empty where none does. */
  public static Optional<Instant> grantEnds(
      ConsentHistory history, Category category, Purpose purpose, String grantee, Instant time) {
    return isDecidable(purpose, category, grantee)
        ? latest(history, category, purpose, grantee, time)
            .filter(decision -> decision.decision() == ConsentDecision.Kind.GRANT)
            .map(grant -> end(history, grant))
            .filter(time::isBefore)
        : Optional.empty();
  }

  private static Optional<ConsentDecision> latest(
      ConsentHistory history, Category category, Purpose purpose, String grantee, Instant time) {
    return history.decisions().stream()
        .filter(decision -> decision.category() == category)
        .filter(decision -> decision.purpose() == purpose)
        .filter(decision -> decision.grantee().equals(grantee))
        .filter(decision -> !decision.givenAt().isAfter(time))
        .filter(decision -> Ages.mayDecide(decision, history.born(), history.terms()))
        .max(latestThenStrictest(history));
  }

  static Comparator<ConsentDecision> latestThenStrictest(ConsentHistory history) {
    return Comparator.comparing(ConsentDecision::givenAt)
        .thenComparing(ConsentRules::strictness)
        .thenComparing(decision -> end(history, decision), Comparator.reverseOrder())
        .thenComparing(ConsentRules::ownEnd, Comparator.reverseOrder());
  }

  private static Ruling byDecision(ConsentHistory history, ConsentDecision decision, Instant time) {
    String rule = "consent:" + decision.consentId();
    return switch (decision.decision()) {
      case WITHDRAW -> new Deny(Reason.WITHDRAWN, rule);
      case DENY -> new Deny(Reason.NO_CONSENT, rule);
      case GRANT -> {
        if (!time.isBefore(ownEnd(decision))) {
          yield new Deny(Reason.EXPIRED, rule);
        }
        yield time.isBefore(end(history, decision))
            ? new Permit(rule)
            : new Deny(Reason.ASKED_ANEW, rule);
      }
    };
  }

  /** When a grant ends for all reasons there are: its own end, coming of age, new words. */
  static Instant end(ConsentHistory history, ConsentDecision grant) {
    Instant end = ownEnd(grant);
    Optional<Instant> anew = Ages.askedAnew(grant, history.born(), history.terms());
    if (anew.isPresent()) {
      end = earlier(end, anew.get());
    }
    var text = history.terms().texts().get(grant.words().textId());
    return text == null || text.holdsTo() == null ? end : earlier(end, text.holdsTo());
  }

  private static Instant ownEnd(ConsentDecision grant) {
    return earlier(grant.validTo(), latestEnd(grant.givenAt()));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
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
  public static boolean isDecidable(Purpose purpose, Category category, String grantee) {
    return switch (ConsentMatrix.need(purpose, category, grantee)) {
      case CONSENT, CONSENT_AND_STEP_UP -> true;
      case LAW, NEVER -> false;
    };
  }
}
