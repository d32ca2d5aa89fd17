package health.lifelong.profile.person.grpc;

import com.google.protobuf.Timestamp;
import health.lifelong.common.v1.Category;
import health.lifelong.common.v1.Purpose;
import health.lifelong.profile.v1.ConsentDecision;
import java.time.Instant;

/** Writes a consent decision as the contract says. */
final class ConsentAnswer {
  private ConsentAnswer() {}

  static ConsentDecision of(health.lifelong.profile.consent.domain.ConsentDecision decision) {
    return ConsentDecision.newBuilder()
        .setConsentId(decision.consentId().toString())
        .setCategory(Category.forNumber(decision.category().number()))
        .setPurpose(Purpose.forNumber(decision.purpose().number()))
        .setGrantee(decision.grantee())
        .setDecision(ConsentDecision.Decision.forNumber(decision.decision().number()))
        .setTextId(decision.textId())
        .setLanguage(decision.language())
        .setEvidence(decision.evidence())
        .setGivenTime(timestamp(decision.givenAt()))
        .setValidToTime(timestamp(decision.validTo()))
        .build();
  }

  static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }
}
