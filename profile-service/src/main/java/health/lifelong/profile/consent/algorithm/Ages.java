package health.lifelong.profile.consent.algorithm;

import health.lifelong.profile.consent.domain.ConsentDecision;
import health.lifelong.profile.consent.domain.ConsentTerms;
import health.lifelong.profile.consent.domain.Giver;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may decide at what age. A birthday begins at midnight UTC. To say no is open to everybody at
 * every age, save to a guardian whose ward has grown up. Pure.
 */
public final class Ages {
  private Ages() {}

  /** True where the giver of this decision may take it at the person's age of that moment. */
  public static boolean mayDecide(
      ConsentDecision decision, @Nullable LocalDate born, ConsentTerms terms) {
    return switch (decision.giver()) {
      case Giver.Guardian guardian ->
          born != null && decision.givenAt().isBefore(birthday(born, terms.majority()));
      case Giver.Person person ->
          decision.decision() != ConsentDecision.Kind.GRANT
              || born == null
              || !decision.givenAt().isBefore(birthday(born, guardianBelow(decision, terms)));
    };
  }

  // A pack that says nothing of a category leaves it to guardians until majority.
  private static int guardianBelow(ConsentDecision decision, ConsentTerms terms) {
    return terms.guardianBelow().getOrDefault(decision.category(), terms.majority());
  }

  /**
   * From when on a grant of before the person came of age is asked anew; empty for later grants.
   */
  static Optional<Instant> askedAnew(
      ConsentDecision grant, @Nullable LocalDate born, ConsentTerms terms) {
    if (born == null) {
      return Optional.empty();
    }
    Instant ofAge = birthday(born, terms.majority());
    return grant.givenAt().isBefore(ofAge)
        ? Optional.of(ofAge.plus(terms.anewWithin()))
        : Optional.empty();
  }

  private static Instant birthday(LocalDate born, int years) {
    return born.plusYears(years).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
