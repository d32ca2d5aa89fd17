package health.lifelong.profile.person.grpc;

import static health.lifelong.common.v1.Category.CATEGORY_CHECKUP;
import static health.lifelong.common.v1.Category.CATEGORY_GENETIC_REPORT;
import static health.lifelong.common.v1.Purpose.PURPOSE_HEALTH_MANAGEMENT;
import static health.lifelong.common.v1.Purpose.PURPOSE_OWN_ACCESS;
import static health.lifelong.profile.kit.Entries.chart;
import static health.lifelong.profile.kit.Entries.entry;
import static health.lifelong.profile.kit.Entries.person;
import static health.lifelong.profile.kit.Entries.value;
import static health.lifelong.profile.kit.Entries.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.protobuf.Timestamp;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.profile.kit.Profile;
import health.lifelong.profile.kit.ServiceTest;
import health.lifelong.profile.kit.Tokens;
import health.lifelong.profile.v1.AccessEvent;
import health.lifelong.profile.v1.ConsentDecision;
import health.lifelong.profile.v1.ConsentDecision.Decision;
import health.lifelong.profile.v1.ListAccessEventsRequest;
import health.lifelong.profile.v1.ListAccessEventsResponse;
import health.lifelong.profile.v1.ListConsentDecisionsRequest;
import health.lifelong.profile.v1.PersonReference;
import health.lifelong.profile.v1.RecordConsentDecisionRequest;
import health.lifelong.profile.v1.RecordResult;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConsentServiceTest extends ServiceTest {
  private final String number = UUID.randomUUID().toString();

  @Test
  void theSameConsentRequestAgainRecordsNothingAndAnotherOneUnderItIsRefused() {
    String id = write(person("seoul", chart(number))).getPersonId();
    RecordConsentDecisionRequest request = consent(id, "req-1", Decision.DECISION_GRANT).build();

    ConsentDecision first =
        profile.persons(Tokens.person(id)).recordConsentDecision(request).getDecision();
    ConsentDecision again =
        profile.persons(Tokens.person(id)).recordConsentDecision(request).getDecision();

    assertThat(again).isEqualTo(first);
    assertThat(history(id)).containsExactly(first);
    assertThat(profile.own(id).getRevision()).isEqualTo(2);
    assertThat(
            reason(
                catchThrowable(
                    () ->
                        profile
                            .persons(Tokens.person(id))
                            .recordConsentDecision(
                                consent(id, "req-1", Decision.DECISION_WITHDRAW).build()))))
        .isEqualTo(ErrorReason.ERROR_REASON_KEY_REUSED);
  }

  @Test
  void nobodyDecidesForAnother() {
    String id = write(person("seoul", chart(number))).getPersonId();
    for (String token :
        List.of(
            Tokens.person(UUID.randomUUID().toString()),
            Tokens.operator(),
            Tokens.analytics(),
            Tokens.centre("seoul"))) {
      assertThat(
              reason(
                  catchThrowable(
                      () ->
                          profile
                              .persons(token)
                              .recordConsentDecision(
                                  consent(id, "req-2", Decision.DECISION_GRANT).build()))))
          .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    }
    assertThat(history(id)).isEmpty();
  }

  @Test
  void aConsentLongerThanTwoYearsOrOfTheFutureIsRefused() {
    String id = write(person("seoul", chart(number))).getPersonId();
    long now = Instant.now().getEpochSecond();
    RecordConsentDecisionRequest.Builder tooLong = consent(id, "req-3", Decision.DECISION_GRANT);
    tooLong
        .getDecisionBuilder()
        .setGivenTime(seconds(now))
        .setValidToTime(seconds(now + 3L * 366 * 86_400));
    RecordConsentDecisionRequest.Builder future = consent(id, "req-4", Decision.DECISION_GRANT);
    future.getDecisionBuilder().setGivenTime(seconds(now + 3_600));

    for (RecordConsentDecisionRequest.Builder refused : List.of(tooLong, future)) {
      assertThatThrownBy(
              () -> profile.persons(Tokens.person(id)).recordConsentDecision(refused.build()))
          .satisfies(
              e -> assertThat(reason(e)).isEqualTo(ErrorReason.ERROR_REASON_ARGUMENT_INVALID));
    }
  }

  @Test
  void consentAndTrailCannotBeChangedOrDeleted() {
    for (String sql :
        List.of(
            "UPDATE consent_decision SET grantee = 'x'",
            "DELETE FROM consent_decision",
            "TRUNCATE consent_decision",
            "UPDATE access_event_unchained SET permitted = true",
            "UPDATE audit_record SET body = ''",
            "DELETE FROM audit_record",
            "TRUNCATE audit_record",
            "DELETE FROM audit_head",
            "TRUNCATE audit_head")) {
      assertThatThrownBy(() -> query(sql, row -> row)).as(sql).hasMessageContaining("append-only");
    }
  }

  @Test
  void thePersonSeesWhoLookedPageByPageNewestFirst() {
    String id = write(person("seoul", chart(number))).getPersonId();
    profile.own(id);
    var unused =
        catchThrowable(
            () ->
                profile.read(Tokens.person(UUID.randomUUID().toString()), id, PURPOSE_OWN_ACCESS));

    List<AccessEvent> seen = new ArrayList<>();
    String page = "";
    do {
      ListAccessEventsResponse answer =
          profile
              .persons(Tokens.person(id))
              .listAccessEvents(
                  ListAccessEventsRequest.newBuilder()
                      .setPersonId(id)
                      .setPageSize(3)
                      .setPageToken(page)
                      .build());
      seen.addAll(answer.getEventsList());
      page = answer.getNextPageToken();
    } while (!page.isEmpty());

    assertThat(seen)
        .extracting(AccessEvent::getSequence)
        .isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(
            seen.stream()
                .filter(e -> e.getAction().startsWith("record"))
                .map(e -> e.getAction() + " " + e.getDecision())
                .toList())
        .containsExactly("record.read deny", "record.read permit", "record.write permit");
    assertThat(
            reason(
                catchThrowable(
                    () ->
                        profile
                            .persons(Tokens.operator())
                            .listAccessEvents(
                                ListAccessEventsRequest.newBuilder().setPersonId(id).build()))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
  }

  @Test
  void thePersonsGeneticReportNeedsTheirOwnConsent() {
    String id = write(person("seoul", chart(number))).getPersonId();
    assertThat(profile.own(id).getWithheldList()).hasSize(1);

    profile.decide(
        id, CATEGORY_GENETIC_REPORT, PURPOSE_OWN_ACCESS, "institute", Decision.DECISION_GRANT);

    assertThat(profile.own(id).getWithheldList()).isEmpty();
  }

  private RecordResult write(PersonReference person) {
    return profile.write(entry(person, visit("visit", value("GLU_F", "98", "mg/dL"))));
  }

  private List<ConsentDecision> history(String id) {
    return profile
        .persons(Tokens.person(id))
        .listConsentDecisions(ListConsentDecisionsRequest.newBuilder().setPersonId(id).build())
        .getDecisionsList();
  }

  private static RecordConsentDecisionRequest.Builder consent(
      String id, String request, Decision decision) {
    return RecordConsentDecisionRequest.newBuilder()
        .setRequestId(request)
        .setPersonId(id)
        .setDecision(
            Profile.decision(CATEGORY_CHECKUP, PURPOSE_HEALTH_MANAGEMENT, "institute", decision));
  }

  private static Timestamp seconds(long seconds) {
    return Timestamp.newBuilder().setSeconds(seconds).build();
  }
}
