package health.lifelong.profile.person.grpc;

import com.google.protobuf.Timestamp;
import health.lifelong.profile.access.domain.Purpose;
import health.lifelong.profile.access.grpc.Requests;
import health.lifelong.profile.consent.algorithm.ConsentRules;
import health.lifelong.profile.consent.app.ConsentBook;
import health.lifelong.profile.consent.domain.ConsentDecision;
import health.lifelong.profile.consent.domain.ConsentText;
import health.lifelong.profile.consent.domain.Evidence;
import health.lifelong.profile.consent.domain.Giver;
import health.lifelong.profile.consent.domain.Words;
import health.lifelong.profile.person.app.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;

/** Reads a decision out of a request. */
@ApplicationScoped
public class ConsentQuestions {
  private final ConsentBook book;
  private final TimeOrderedIds ids;
  private final Clock clock = Clock.systemUTC();

  ConsentQuestions(ConsentBook book, TimeOrderedIds ids) {
    this.book = book;
    this.ids = ids;
  }

  /** A decision of the person who asks. */
  ConsentDecision own(health.lifelong.profile.v1.ConsentDecision sent, String subject) {
    Evidence evidence = new Evidence(kind(sent.getEvidence()), "", "", "", subject, now());
    return decision(sent, new Giver.Person(), evidence);
  }

  /** A decision that was taken at a centre. */
  ConsentDecision written(
      health.lifelong.profile.v1.ConsentDecision sent, String centre, String subject) {
    if (!sent.hasGivenTime()) {
      throw Requests.invalid("decision.given_time");
    }
    Evidence evidence =
        new Evidence(
            kind(sent.getEvidence()),
            sent.getEvidenceReference(),
            sent.getDocumentSha256(),
            centre,
            subject,
            now());
    Giver giver =
        sent.getGuardian().isEmpty()
            ? new Giver.Person()
            : new Giver.Guardian(sent.getGuardian(), sent.getGuardianRelation());
    return decision(sent, giver, evidence);
  }

  private ConsentDecision decision(
      health.lifelong.profile.v1.ConsentDecision sent, Giver giver, Evidence evidence) {
    Instant givenAt = sent.hasGivenTime() ? instant(sent.getGivenTime()) : evidence.recordedAt();
    Purpose purpose = Requests.purpose(sent.getPurpose());
    return new ConsentDecision(
        ids.next(),
        Requests.category(sent.getCategory()),
        purpose,
        sent.getGrantee(),
        kind(sent.getDecision()),
        giver,
        words(sent.getTextId(), purpose, sent.getLanguage()),
        evidence,
        givenAt,
        sent.hasValidToTime() ? instant(sent.getValidToTime()) : ConsentRules.latestEnd(givenAt));
  }

  // Words that the pack does not have get no digest; the book refuses them.
  private Words words(String textId, Purpose purpose, String language) {
    Optional<ConsentText> text = book.text(textId, purpose);
    String hash =
        text.map(found -> found.words().get(language)).map(ConsentQuestions::sha256).orElse("");
    return new Words(text.map(ConsentText::textId).orElse(textId), language, hash);
  }

  private static String sha256(String words) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Evidence.Kind kind(String word) {
    try {
      return Evidence.Kind.ofWord(word);
    } catch (IllegalArgumentException e) {
      throw Requests.invalid("decision.evidence");
    }
  }

  private static ConsentDecision.Kind kind(
      health.lifelong.profile.v1.ConsentDecision.Decision decision) {
    return switch (decision) {
      case DECISION_GRANT -> ConsentDecision.Kind.GRANT;
      case DECISION_DENY -> ConsentDecision.Kind.DENY;
      case DECISION_WITHDRAW -> ConsentDecision.Kind.WITHDRAW;
      case DECISION_UNSPECIFIED, UNRECOGNIZED -> throw Requests.invalid("decision.decision");
    };
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Instant instant(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos()).truncatedTo(ChronoUnit.MICROS);
  }
}
