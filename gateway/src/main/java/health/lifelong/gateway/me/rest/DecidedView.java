package health.lifelong.gateway.me.rest;

import health.lifelong.profile.v1.ConsentDecision;

/**
 * A decision as it was recorded; texts are empty where there is nothing to say.
 *
 * @param grantee institute, a centre, a clinician, or proxy: and a subject
 * @param textHash SHA-256 of the words that were shown
 * @param evidence app, paper, kiosk or demonstration
 * @param evidenceReference number of the document in the centre's archive
 * @param guardian who decided for a minor
 * @param recordedCentre the centre that recorded it; empty where the person did
 */
public record DecidedView(
    String consentId,
    String category,
    String purpose,
    String grantee,
    String decision,
    String textId,
    String textHash,
    String language,
    String evidence,
    String evidenceReference,
    String documentSha256,
    String guardian,
    String guardianRelation,
    String recordedCentre,
    String recordedBy,
    String recordedAt,
    String givenAt,
    String validTo) {

  static DecidedView of(ConsentDecision decision) {
    return new DecidedView(
        decision.getConsentId(),
        ConsentResource.word(decision.getCategory().name(), "CATEGORY_"),
        ConsentWords.word(decision.getPurpose()),
        decision.getGrantee(),
        ConsentResource.word(decision.getDecision().name(), "DECISION_"),
        decision.getTextId(),
        decision.getTextHash(),
        decision.getLanguage(),
        decision.getEvidence(),
        decision.getEvidenceReference(),
        decision.getDocumentSha256(),
        decision.getGuardian(),
        decision.getGuardianRelation(),
        decision.getRecordedCentre(),
        decision.getRecordedBy(),
        ConsentWords.instant(decision.getRecordedTime()),
        ConsentWords.instant(decision.getGivenTime()),
        ConsentWords.instant(decision.getValidToTime()));
  }
}
