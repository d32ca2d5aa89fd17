package health.lifelong.profile.breakglass.grpc;

import static health.lifelong.common.v1.Purpose.PURPOSE_CARE;
import static health.lifelong.profile.kit.Entries.chart;
import static health.lifelong.profile.kit.Entries.entry;
import static health.lifelong.profile.kit.Entries.person;
import static health.lifelong.profile.kit.Entries.value;
import static health.lifelong.profile.kit.Entries.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import health.lifelong.common.v1.Category;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.profile.breakglass.app.GlassNotices;
import health.lifelong.profile.kit.Profile;
import health.lifelong.profile.kit.ServiceTest;
import health.lifelong.profile.kit.Tokens;
import health.lifelong.profile.v1.AccessEvent;
import health.lifelong.profile.v1.ApproveBreakGlassHoldRequest;
import health.lifelong.profile.v1.BreakGlass;
import health.lifelong.profile.v1.BreakGlassHold;
import health.lifelong.profile.v1.ConsentDecision.Decision;
import health.lifelong.profile.v1.GetBreakGlassRecordRequest;
import health.lifelong.profile.v1.GetRecordResponse;
import health.lifelong.profile.v1.ListAccessEventsRequest;
import health.lifelong.profile.v1.ListBreakGlassesRequest;
import health.lifelong.profile.v1.OpenBreakGlassRequest;
import health.lifelong.profile.v1.RecordConsentDecisionRequest;
import health.lifelong.profile.v1.ReviewBreakGlassRequest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@NullUnmarked
class BreakGlassTest extends ServiceTest {
  private static final String WORDS = "의식이 없어 복용 약을 확인해야 합니다";
  private static final String FRESH = Tokens.clinician("dr-7", "daegu", "2", 1);

  @Inject GlassNotices notices;
  private String somebody = "";

  @BeforeEach
  void somebodyIsKnown() {
    somebody =
        profile
            .write(
                entry(
                    person("seoul", chart(UUID.randomUUID().toString())),
                    visit("a", value("GLU_F", "98", "mg/dL"), value("K", "4.1", "mmol/L"))))
            .getPersonId();
  }

  private OpenBreakGlassRequest.Builder asked() {
    return OpenBreakGlassRequest.newBuilder()
        .setCentre("daegu")
        .setPersonId(somebody)
        .setReasonCode("unconscious")
        .setReasonText(WORDS);
  }

  private BreakGlass open(String token, OpenBreakGlassRequest.Builder asked) {
    return profile.glasses(token).openBreakGlass(asked.build()).getBreakGlass();
  }

  private ErrorReason refusal(String token, OpenBreakGlassRequest.Builder asked) {
    return reason(catchThrowable(() -> open(token, asked)));
  }

  private GetRecordResponse read(String token, String centre, String id) {
    return profile
        .glasses(token)
        .getBreakGlassRecord(
            GetBreakGlassRecordRequest.newBuilder().setCentre(centre).setBreakGlassId(id).build());
  }

  private ErrorReason readRefusal(String token, String centre, String id) {
    return reason(catchThrowable(() -> read(token, centre, id)));
  }

  private List<AccessEvent> seen() {
    return profile
        .persons(Tokens.person(somebody))
        .listAccessEvents(ListAccessEventsRequest.newBuilder().setPersonId(somebody).build())
        .getEventsList();
  }

  private void round() {
    notices.round().await().atMost(Duration.ofSeconds(60));
  }

  @Test
  void onlyAFreshClinicianOfTheCentreBreaksTheGlassAndTriesAreRecorded() {
    for (String token :
        List.of(
            Tokens.person(somebody),
            Tokens.centre("daegu"),
            Tokens.operator(),
            Tokens.analytics())) {
      assertThat(refusal(token, asked())).isEqualTo(ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT);
    }
    assertThat(refusal(Tokens.clinician("dr-7", "busan", "2", 1), asked()))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(refusal(Tokens.clinician("dr-7", "daegu", "1", 1), asked()))
        .isEqualTo(ErrorReason.ERROR_REASON_STEP_UP_NEEDED);
    assertThat(refusal(Tokens.clinician("dr-7", "daegu", "2", 16), asked()))
        .isEqualTo(ErrorReason.ERROR_REASON_STEP_UP_NEEDED);
    assertThat(refusal(FRESH, asked().setReasonText("too short a reason")))
        .isEqualTo(ErrorReason.ERROR_REASON_ARGUMENT_INVALID);
    assertThat(refusal(FRESH, asked().setReasonCode("curious")))
        .isEqualTo(ErrorReason.ERROR_REASON_ARGUMENT_INVALID);
    assertThat(refusal(FRESH, asked().setPersonId(UUID.randomUUID().toString())))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(
            query(
                "SELECT count(*) AS n FROM access_event WHERE person_id = $1 AND action = 'break_glass.open' AND NOT permitted",
                row -> row.getLong("n"),
                UUID.fromString(somebody)))
        .containsExactly(7L);
  }

  @Test
  void theRecordIsReadForAnHourByWhoOpenedItAndEveryRowIsMarked() {
    BreakGlass glass = open(FRESH, asked());
    String id = glass.getBreakGlassId();
    assertThat(glass.getEndTime().getSeconds() - glass.getOpenedTime().getSeconds())
        .isEqualTo(3_600);
    assertThat(glass.getReasonText()).isEmpty();

    GetRecordResponse record = read(FRESH, "daegu", id);

    assertThat(record.getCheckups(0).getCheckup().getObservationsCount()).isEqualTo(2);
    assertThat(readRefusal(Tokens.clinician("dr-8", "daegu", "2", 1), "daegu", id))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(readRefusal(FRESH, "busan", id)).isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(readRefusal(FRESH, "daegu", UUID.randomUUID().toString()))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(
            query(
                "SELECT body::jsonb #> '{record,object,ids}' AS ids, body::jsonb #>> '{record,basis,break_glass}' AS g"
                    + " FROM audit_record r JOIN audit_salt s USING (subject) WHERE s.person_id = $1"
                    + " AND body::jsonb #>> '{record,action,operation}' = 'break_glass.read'"
                    + " AND body::jsonb #>> '{record,decision,effect}' = 'permit'",
                row -> row.getString("g") + " " + row.getJsonArray("ids").size(),
                UUID.fromString(somebody)))
        .containsExactly(id + " 3");

    query(
        "UPDATE break_glass SET opened_at = opened_at - interval '2 hours', ends_at = ends_at - interval '61 minutes'"
            + " WHERE break_glass_id = $1",
        row -> row,
        UUID.fromString(id));
    assertThat(readRefusal(FRESH, "daegu", id)).isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
  }

  @Test
  void thePersonAndThePrivacyOfficerAreToldAtOnceAndOnce() {
    BreakGlass glass = open(FRESH, asked());
    round();
    round();
    assertThat(
            query(
                "SELECT officer_told_at IS NOT NULL AND person_told_at IS NOT NULL AS told FROM break_glass"
                    + " WHERE break_glass_id = $1",
                row -> row.getBoolean("told"),
                UUID.fromString(glass.getBreakGlassId())))
        .containsExactly(true);
    assertThat(seen()).filteredOn(e -> e.getAction().equals("break_glass.notify")).hasSize(2);
    assertThat(seen())
        .filteredOn(e -> e.getAction().equals("break_glass.open"))
        .extracting(AccessEvent::getActor)
        .containsExactly("dr-7");
  }

  @Test
  void aHoldDelaysThePersonsNoticeOnlyWithASecondApproval() {
    BreakGlass glass = open(FRESH, asked().setHold(BreakGlassHold.BREAK_GLASS_HOLD_SAFETY));
    var unused = read(FRESH, "daegu", glass.getBreakGlassId());
    round();
    assertThat(seen()).noneMatch(e -> e.getAction().startsWith("break_glass"));
    assertThat(glass.getPersonDueTime().getSeconds() - glass.getOpenedTime().getSeconds())
        .as("waits a quarter of an hour for the approval, no longer")
        .isEqualTo(900);

    assertThat(reason(catchThrowable(() -> approve(Tokens.operator(), glass))))
        .isEqualTo(ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT);
    assertThat(reason(catchThrowable(() -> approve(FRESH, glass))))
        .isEqualTo(ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT);
    BreakGlass held = approve(Tokens.operator("officer-1"), glass);
    assertThat(held.getHoldApprovedBy()).isEqualTo("officer-1");
    assertThat(held.getPersonDueTime().getSeconds() - held.getOpenedTime().getSeconds())
        .isEqualTo(30 * 86_400);

    query(
        "UPDATE break_glass SET person_due_at = now() WHERE break_glass_id = $1",
        row -> row,
        UUID.fromString(glass.getBreakGlassId()));
    round();
    assertThat(seen())
        .extracting(AccessEvent::getAction)
        .contains("break_glass.open", "break_glass.read");
  }

  private BreakGlass approve(String token, BreakGlass glass) {
    return profile
        .glasses(token)
        .approveBreakGlassHold(
            ApproveBreakGlassHoldRequest.newBuilder()
                .setBreakGlassId(glass.getBreakGlassId())
                .build())
        .getBreakGlass();
  }

  @Test
  void withoutAHoldThereIsNothingToApprove() {
    BreakGlass glass = open(FRESH, asked());
    assertThat(reason(catchThrowable(() -> approve(Tokens.operator("officer-1"), glass))))
        .isEqualTo(ErrorReason.ERROR_REASON_ARGUMENT_INVALID);
  }

  @Test
  void eachUseIsReviewedByAPrivacyOfficerAndTheFirstWordStands() {
    BreakGlass glass = open(FRESH, asked());
    assertThat(unreviewed()).contains(glass.getBreakGlassId());
    assertThat(reason(catchThrowable(() -> review(Tokens.operator(), glass, true))))
        .isEqualTo(ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT);

    BreakGlass reviewed = review(Tokens.operator("officer-1"), glass, true);

    assertThat(reviewed.getReviewedBy()).isEqualTo("officer-1");
    assertThat(reviewed.getReasonText()).isEqualTo(WORDS);
    assertThat(review(Tokens.operator("officer-2"), glass, false).getJustified()).isTrue();
    assertThat(unreviewed()).doesNotContain(glass.getBreakGlassId());
  }

  private BreakGlass review(String token, BreakGlass glass, boolean justified) {
    return profile
        .glasses(token)
        .reviewBreakGlass(
            ReviewBreakGlassRequest.newBuilder()
                .setBreakGlassId(glass.getBreakGlassId())
                .setJustified(justified)
                .setNote("chart agrees")
                .build())
        .getBreakGlass();
  }

  private List<String> unreviewed() {
    return profile
        .glasses(Tokens.operator("officer-1"))
        .listBreakGlasses(
            ListBreakGlassesRequest.newBuilder().setUnreviewed(true).setPageSize(200).build())
        .getBreakGlassesList()
        .stream()
        .map(BreakGlass::getBreakGlassId)
        .toList();
  }

  @Test
  void consentAloneOpensNothingOnceTheCareRelationHasEnded() {
    String seoul = Tokens.clinician("dr-1", "seoul");
    long old = Instant.now().minus(Duration.ofDays(91)).getEpochSecond();
    var decision =
        Profile.decision(Category.CATEGORY_CHECKUP, PURPOSE_CARE, "seoul", Decision.DECISION_GRANT)
            .toBuilder();
    decision.getGivenTimeBuilder().setSeconds(old);
    var unused =
        profile
            .persons(Tokens.person(somebody))
            .recordConsentDecision(
                RecordConsentDecisionRequest.newBuilder()
                    .setRequestId(UUID.randomUUID().toString())
                    .setPersonId(somebody)
                    .setDecision(decision)
                    .build());
    assertThat(reason(catchThrowable(() -> profile.read(seoul, somebody, PURPOSE_CARE))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);

    query(
        "UPDATE checkup SET effective_start = (extract(epoch FROM now() - interval '89 days') * 1000000)::bigint"
            + " WHERE person_id = $1",
        row -> row,
        UUID.fromString(somebody));
    assertThat(profile.read(seoul, somebody, PURPOSE_CARE).getCheckupsCount()).isEqualTo(1);
  }
}
