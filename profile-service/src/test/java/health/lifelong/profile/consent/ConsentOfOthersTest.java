package health.lifelong.profile.consent;

import static health.lifelong.common.v1.Category.CATEGORY_CHECKUP;
import static health.lifelong.common.v1.Category.CATEGORY_GENETIC_REPORT;
import static health.lifelong.common.v1.Category.CATEGORY_LIFESTYLE;
import static health.lifelong.common.v1.Category.CATEGORY_SPECIAL;
import static health.lifelong.common.v1.Purpose.PURPOSE_CARE;
import static health.lifelong.common.v1.Purpose.PURPOSE_HEALTH_MANAGEMENT;
import static health.lifelong.common.v1.Purpose.PURPOSE_OWN_ACCESS;
import static health.lifelong.profile.kit.Entries.chart;
import static health.lifelong.profile.kit.Entries.entry;
import static health.lifelong.profile.kit.Entries.person;
import static health.lifelong.profile.kit.Entries.value;
import static health.lifelong.profile.kit.Entries.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.protobuf.Timestamp;
import health.lifelong.common.v1.Category;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.profile.kit.Profile;
import health.lifelong.profile.kit.ServiceTest;
import health.lifelong.profile.kit.Tokens;
import health.lifelong.profile.v1.AccessEvent;
import health.lifelong.profile.v1.ConsentDecision;
import health.lifelong.profile.v1.ConsentDecision.Decision;
import health.lifelong.profile.v1.ConsentText;
import health.lifelong.profile.v1.GetRecordResponse;
import health.lifelong.profile.v1.ListAccessEventsRequest;
import health.lifelong.profile.v1.ListConsentDecisionsRequest;
import health.lifelong.profile.v1.RecordConsentDecisionRequest;
import health.lifelong.profile.v1.RecordWrittenConsentRequest;
import health.lifelong.profile.v1.Withheld;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Consents that somebody else has a part in: a centre, a guardian, a family proxy, the pack. */
@QuarkusTest
class ConsentOfOthersTest extends ServiceTest {
  private static final String MOTHER = "proxy:guardian-1";
  private static final String SCAN = "0123456789abcdef".repeat(4);

  @Test
  void aCentreRecordsWhatItsPersonSignedAndThePersonSeesWhereItCameFrom() {
    String id = somebody(1980);
    ConsentDecision recorded = write("lis", "seoul", id, paper());

    assertThat(withheld(Tokens.analytics(), id)).isEmpty();
    ConsentDecision seen = history(id).getFirst();
    assertThat(seen).isEqualTo(recorded);
    assertThat(seen.getEvidence()).isEqualTo("paper");
    assertThat(seen.getEvidenceReference()).isEqualTo("file 7/2026");
    assertThat(seen.getDocumentSha256()).isEqualTo(SCAN);
    assertThat(seen.getRecordedCentre()).isEqualTo("seoul");
    assertThat(seen.getRecordedBy()).isEqualTo("lis-seoul");
    assertThat(seen.getRecordedTime().getSeconds()).isGreaterThan(seen.getGivenTime().getSeconds());
    assertThat(seen.getTextHash()).hasSize(64);
    assertThat(seen.getLanguage()).isEqualTo("ko");
    assertThat(actions(id)).contains("consent.record_written permit lis-seoul");
  }

  @Test
  void aPaperThatArrivesAfterALaterWithdrawalOpensNothing() {
    String id = somebody(1980);
    profile.decide(
        id, CATEGORY_CHECKUP, PURPOSE_HEALTH_MANAGEMENT, "institute", Decision.DECISION_WITHDRAW);

    write("late", "seoul", id, paper());

    assertThat(withheld(Tokens.analytics(), id)).containsExactly("withdrawn");
  }

  @Test
  void aCentreRecordsForItsOwnPersonsOnlyAndNobodyElseDoes() {
    String id = somebody(1980);
    for (String[] who :
        new String[][] {
          {Tokens.centre("busan"), "busan"},
          {Tokens.centre("busan"), "seoul"},
          {Tokens.person(id), "seoul"},
          {Tokens.operator(), "seoul"},
          {Tokens.analytics(), "seoul"}
        }) {
      assertThat(reason(catchThrowable(() -> write(who[0], "x", who[1], id, paper()))))
          .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    }
    assertThat(history(id)).isEmpty();
  }

  @Test
  void evidenceWithoutADocumentAndWordsThatWereNotShownAreRefused() {
    String id = somebody(1980);
    for (Consumer<ConsentDecision.Builder> fault :
        List.<Consumer<ConsentDecision.Builder>>of(
            decision -> decision.setEvidence("app"),
            decision -> decision.setEvidence("rumour"),
            ConsentDecision.Builder::clearEvidenceReference,
            decision -> decision.setDocumentSha256("0".repeat(63)),
            ConsentDecision.Builder::clearGivenTime,
            decision -> decision.setTextId("consent.P3"),
            decision -> decision.setTextId("consent.P2.9"),
            // Shown until 2024: too late for a new grant.
            decision -> decision.setTextId("consent.P2.1"),
            decision -> decision.setLanguage("fr"),
            decision -> decision.setGuardian("g").setGuardianRelation("mother"))) {
      ConsentDecision.Builder decision = paper();
      fault.accept(decision);
      assertThat(reason(catchThrowable(() -> write("f", "seoul", id, decision))))
          .as(decision.toString())
          .isEqualTo(ErrorReason.ERROR_REASON_ARGUMENT_INVALID);
    }
    RecordConsentDecisionRequest.Builder paperByHand =
        RecordConsentDecisionRequest.newBuilder().setPersonId(id).setRequestId("own");
    paperByHand.setDecision(paper());
    assertThat(
            reason(
                catchThrowable(
                    () ->
                        profile
                            .persons(Tokens.person(id))
                            .recordConsentDecision(paperByHand.build()))))
        .isEqualTo(ErrorReason.ERROR_REASON_ARGUMENT_INVALID);
    assertThat(history(id)).isEmpty();
  }

  @Test
  void toSayNoOldWordsAreGoodEnough() {
    String id = somebody(1980);
    write("grant", "seoul", id, paper());

    write(
        "no",
        "seoul",
        id,
        paper().setDecision(Decision.DECISION_WITHDRAW).setTextId("consent.P2.1"));

    assertThat(withheld(Tokens.analytics(), id)).containsExactly("withdrawn");
  }

  @Test
  void aChildsConsentIsTheGuardiansAndAnOlderChildsToo() {
    int thisYear = LocalDate.now(ZoneOffset.UTC).getYear();
    String child = somebody(thisYear - 8);
    assertThat(reason(catchThrowable(() -> grantOwn(child, CATEGORY_CHECKUP))))
        .isEqualTo(ErrorReason.ERROR_REASON_ARGUMENT_INVALID);
    assertThat(reason(catchThrowable(() -> write("c", "seoul", child, paper()))))
        .isEqualTo(ErrorReason.ERROR_REASON_ARGUMENT_INVALID);
    ConsentDecision guardians = write("g", "seoul", child, byMother(paper()));
    assertThat(guardians.getGuardianRelation()).isEqualTo("mother");
    assertThat(withheld(Tokens.analytics(), child)).isEmpty();

    String older = somebody(thisYear - 17);
    grantOwn(older, CATEGORY_CHECKUP);
    assertThat(withheld(Tokens.analytics(), older)).isEmpty();
    assertThat(reason(catchThrowable(() -> grantOwn(older, CATEGORY_GENETIC_REPORT))))
        .isEqualTo(ErrorReason.ERROR_REASON_ARGUMENT_INVALID);
    write("genes", "seoul", older, byMother(paper()).setCategory(CATEGORY_GENETIC_REPORT));

    String grownUp = somebody(thisYear - 30);
    assertThat(reason(catchThrowable(() -> write("old", "seoul", grownUp, byMother(paper())))))
        .isEqualTo(ErrorReason.ERROR_REASON_ARGUMENT_INVALID);
  }

  @Test
  void aFamilyProxySeesWhatThePersonOpenedToThemAndNothingElse() {
    String id = somebody(1980);
    String proxy = Tokens.proxy(id);
    assertThat(reason(catchThrowable(() -> profile.read(proxy, id, PURPOSE_OWN_ACCESS))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);

    profile.decide(id, CATEGORY_CHECKUP, PURPOSE_OWN_ACCESS, MOTHER, Decision.DECISION_GRANT);
    GetRecordResponse seen = profile.read(proxy, id, PURPOSE_OWN_ACCESS);
    assertThat(seen.getCheckupsList()).isNotEmpty();
    assertThat(seen.getPerson().getBirthDate()).isEmpty();
    assertThat(seen.getWithheldList())
        .extracting(Withheld::getCategory)
        .contains(CATEGORY_LIFESTYLE, CATEGORY_SPECIAL, CATEGORY_GENETIC_REPORT);
    assertThat(actions(id))
        .contains("record.read permit guardian-1", "record.read deny guardian-1");

    profile.decide(id, CATEGORY_CHECKUP, PURPOSE_OWN_ACCESS, MOTHER, Decision.DECISION_WITHDRAW);
    assertThat(reason(catchThrowable(() -> profile.read(proxy, id, PURPOSE_OWN_ACCESS))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
  }

  @Test
  void nothingOpensGenesAndWhatIsSpeciallyHarmfulToAFamilyProxy() {
    String id = somebody(1980);
    for (Category category : List.of(CATEGORY_SPECIAL, CATEGORY_GENETIC_REPORT)) {
      assertThat(
              reason(
                  catchThrowable(
                      () ->
                          profile.decide(
                              id, category, PURPOSE_OWN_ACCESS, MOTHER, Decision.DECISION_GRANT))))
          .isEqualTo(ErrorReason.ERROR_REASON_ARGUMENT_INVALID);
    }
    assertThat(
            reason(
                catchThrowable(
                    () ->
                        profile
                            .persons(Tokens.proxy(id))
                            .recordConsentDecision(
                                RecordConsentDecisionRequest.newBuilder()
                                    .setPersonId(id)
                                    .setRequestId("proxy")
                                    .setDecision(paper().setEvidence("app"))
                                    .build()))))
        .isNotNull();
  }

  @Test
  void aGuardianBecomesTheProxyOfAChildByEvidence() {
    String child = somebody(LocalDate.now(ZoneOffset.UTC).getYear() - 8);

    write("p", "seoul", child, byMother(paper()).setPurpose(PURPOSE_OWN_ACCESS).setGrantee(MOTHER));

    assertThat(profile.read(Tokens.proxy(child), child, PURPOSE_OWN_ACCESS).getCheckupsList())
        .isNotEmpty();
  }

  @Test
  void aPersonIsShownTheWordsOfThePackAndGivesConsentToThem() {
    String id = somebody(1980);
    List<ConsentText> texts =
        profile
            .persons(Tokens.person(id))
            .listConsentDecisions(
                ListConsentDecisionsRequest.newBuilder().setPersonId(id).setLanguage("en").build())
            .getTextsList();
    assertThat(texts)
        .extracting(text -> text.getPurpose() + " " + text.getTextId() + " " + text.getWords())
        .contains(
            "PURPOSE_HEALTH_MANAGEMENT consent.P2 words of P2, en",
            "PURPOSE_CARE consent.P3 words of P3, en");
    ConsentDecision given =
        profile.decide(id, CATEGORY_CHECKUP, PURPOSE_CARE, "seoul", Decision.DECISION_GRANT);
    assertThat(given.getTextId()).isEqualTo("consent.P3");
    assertThat(given.getTextHash()).hasSize(64);
  }

  private String somebody(int birthYear) {
    return profile
        .write(
            entry(
                person("seoul", chart(UUID.randomUUID().toString())).toBuilder()
                    .setBirthDate(birthYear + "-01-02")
                    .build(),
                visit("visit", value("GLU_F", "98", "mg/dL"))))
        .getPersonId();
  }

  private void grantOwn(String id, Category category) {
    profile.decide(id, category, PURPOSE_HEALTH_MANAGEMENT, "institute", Decision.DECISION_GRANT);
  }

  private static ConsentDecision.Builder paper() {
    return Profile.decision(
            CATEGORY_CHECKUP, PURPOSE_HEALTH_MANAGEMENT, "institute", Decision.DECISION_GRANT)
        .toBuilder()
        .setEvidence("paper")
        .setEvidenceReference("file 7/2026")
        .setDocumentSha256(SCAN)
        .setGivenTime(Timestamp.newBuilder().setSeconds(Instant.now().getEpochSecond() - 3_600));
  }

  private static ConsentDecision.Builder byMother(ConsentDecision.Builder decision) {
    return decision.setGuardian("guardian-1").setGuardianRelation("mother");
  }

  private ConsentDecision write(
      String request, String centre, String id, ConsentDecision.Builder decision) {
    return write(Tokens.centre(centre), request, centre, id, decision);
  }

  private ConsentDecision write(
      String token, String request, String centre, String id, ConsentDecision.Builder decision) {
    return profile
        .persons(token)
        .recordWrittenConsent(
            RecordWrittenConsentRequest.newBuilder()
                .setRequestId(request)
                .setCentre(centre)
                .setPersonId(id)
                .setDecision(decision)
                .build())
        .getDecision();
  }

  private List<ConsentDecision> history(String id) {
    return profile
        .persons(Tokens.person(id))
        .listConsentDecisions(ListConsentDecisionsRequest.newBuilder().setPersonId(id).build())
        .getDecisionsList();
  }

  private List<String> withheld(String token, String id) {
    return profile
        .read(token, id, PURPOSE_HEALTH_MANAGEMENT, CATEGORY_CHECKUP)
        .getWithheldList()
        .stream()
        .map(Withheld::getReason)
        .toList();
  }

  private List<String> actions(String id) {
    return profile
        .persons(Tokens.person(id))
        .listAccessEvents(ListAccessEventsRequest.newBuilder().setPersonId(id).build())
        .getEventsList()
        .stream()
        .map(event -> words(event))
        .toList();
  }

  private static String words(AccessEvent event) {
    return event.getAction() + " " + event.getDecision() + " " + event.getActor();
  }
}
