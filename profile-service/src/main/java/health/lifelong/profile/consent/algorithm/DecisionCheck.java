package health.lifelong.profile.consent.algorithm;

import health.lifelong.profile.access.algorithm.AccessRules;
import health.lifelong.profile.consent.domain.ConsentDecision;
import health.lifelong.profile.consent.domain.ConsentTerms;
import health.lifelong.profile.consent.domain.ConsentText;
import health.lifelong.profile.consent.domain.Evidence;
import health.lifelong.profile.consent.domain.Giver;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What of a decision keeps it from being recorded. Pure. */
public final class DecisionCheck {
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
  private static final int LONGEST_TEXT = 200;

  private DecisionCheck() {}

  /**
   * The name of the field that is wrong, or empty.
   *
   * @param now by our clock
   */
  public static Optional<String> wrongField(
      ConsentDecision decision, @Nullable LocalDate born, ConsentTerms terms, Instant now) {
    if (!isText(decision.grantee()) || decision.grantee().equals(AccessRules.PROXY)) {
      return Optional.of("decision.grantee");
    }
    if (!ConsentRules.isDecidable(decision.purpose(), decision.category(), decision.grantee())) {
      return Optional.of("decision.purpose");
    }
    if (decision.givenAt().isAfter(now.plus(CLOCK_SKEW))) {
      return Optional.of("decision.given_time");
    }
    boolean tooLong = decision.validTo().isAfter(ConsentRules.latestEnd(decision.givenAt()));
    if (tooLong || !decision.validTo().isAfter(decision.givenAt())) {
      return Optional.of("decision.valid_to_time");
    }
    if (!Ages.mayDecide(decision, born, terms)) {
      return Optional.of("decision.guardian");
    }
    return wrongEvidence(decision).or(() -> wrongWords(decision, terms));
  }

  private static Optional<String> wrongEvidence(ConsentDecision decision) {
    Evidence evidence = decision.evidence();
    boolean written =
        evidence.kind() == Evidence.Kind.PAPER || evidence.kind() == Evidence.Kind.KIOSK;
    if (written == evidence.centre().isEmpty()) {
      return Optional.of("decision.evidence");
    }
    if (written && !isText(evidence.reference())) {
      return Optional.of("decision.evidence_reference");
    }
    if (written && !evidence.documentHash().matches("[0-9a-f]{64}")) {
      return Optional.of("decision.document_sha256");
    }
    return decision.giver() instanceof Giver.Guardian(String id, String relation)
            && !(written && isText(id) && relation.matches("[a-z_]{1,40}"))
        ? Optional.of("decision.guardian")
        : Optional.empty();
  }

  // To say no, any words that we ever showed are good enough.
  private static Optional<String> wrongWords(ConsentDecision decision, ConsentTerms terms) {
    @Nullable ConsentText text = terms.texts().get(decision.words().textId());
    if (text == null || text.purpose() != decision.purpose()) {
      return Optional.of("decision.text_id");
    }
    if (!text.words().containsKey(decision.words().language())) {
      return Optional.of("decision.language");
    }
    boolean grant = decision.decision() == ConsentDecision.Kind.GRANT;
    return grant && !text.isShownAt(decision.givenAt())
        ? Optional.of("decision.text_id")
        : Optional.empty();
  }

  private static boolean isText(String text) {
    return !text.isBlank() && text.length() <= LONGEST_TEXT;
  }
}
