package health.lifelong.profile.person.grpc;

import com.google.protobuf.Timestamp;
import health.lifelong.common.v1.Category;
import health.lifelong.common.v1.Purpose;
import health.lifelong.profile.consent.domain.Evidence;
import health.lifelong.profile.consent.domain.Giver;
import health.lifelong.profile.v1.ConsentDecision;
import health.lifelong.profile.v1.ConsentText;
import java.time.Instant;
import java.util.List;

/** Writes a consent decision as the contract says. */
final class ConsentAnswer {
  private ConsentAnswer() {}

  static ConsentDecision of(health.lifelong.profile.consent.domain.ConsentDecision decision) {
    Evidence evidence = decision.evidence();
    ConsentDecision.Builder answer =
        ConsentDecision.newBuilder()
            .setConsentId(decision.consentId().toString())
            .setCategory(Category.forNumber(decision.category().number()))
            .setPurpose(Purpose.forNumber(decision.purpose().number()))
            .setGrantee(decision.grantee())
            .setDecision(ConsentDecision.Decision.forNumber(decision.decision().number()))
            .setTextId(decision.words().textId())
            .setLanguage(decision.words().language())
            .setTextHash(decision.words().hash())
            .setEvidence(evidence.kind().word())
            .setEvidenceReference(evidence.reference())
            .setDocumentSha256(evidence.documentHash())
            .setRecordedCentre(evidence.centre())
            .setRecordedBy(evidence.recordedBy())
            .setRecordedTime(timestamp(evidence.recordedAt()))
            .setGivenTime(timestamp(decision.givenAt()))
            .setValidToTime(timestamp(decision.validTo()));
    if (decision.giver() instanceof Giver.Guardian(String id, String relation)) {
      answer.setGuardian(id).setGuardianRelation(relation);
    }
    return answer.build();
  }

  static List<ConsentText> texts(
      List<health.lifelong.profile.consent.domain.ConsentText> shown, String language) {
    return shown.stream()
        .filter(text -> text.words().containsKey(language))
        .map(
            text ->
                ConsentText.newBuilder()
                    .setTextId(text.textId())
                    .setPurpose(Purpose.forNumber(text.purpose().number()))
                    .setLanguage(language)
                    .setWords(text.words().getOrDefault(language, ""))
                    .build())
        .toList();
  }

  static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }
}
