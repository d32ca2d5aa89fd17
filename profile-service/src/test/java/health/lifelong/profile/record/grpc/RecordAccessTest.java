package health.lifelong.profile.record.grpc;

import static health.lifelong.common.v1.Category.CATEGORY_CHECKUP;
import static health.lifelong.common.v1.Category.CATEGORY_GENETIC_RAW;
import static health.lifelong.common.v1.Category.CATEGORY_GENETIC_REPORT;
import static health.lifelong.common.v1.Category.CATEGORY_SPECIAL;
import static health.lifelong.common.v1.Purpose.PURPOSE_CARE;
import static health.lifelong.common.v1.Purpose.PURPOSE_HEALTH_MANAGEMENT;
import static health.lifelong.common.v1.Purpose.PURPOSE_ORIGIN_CENTRE;
import static health.lifelong.common.v1.Purpose.PURPOSE_OWN_ACCESS;
import static health.lifelong.profile.kit.Entries.chart;
import static health.lifelong.profile.kit.Entries.entry;
import static health.lifelong.profile.kit.Entries.member;
import static health.lifelong.profile.kit.Entries.person;
import static health.lifelong.profile.kit.Entries.value;
import static health.lifelong.profile.kit.Entries.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import health.lifelong.common.v1.Category;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.common.v1.Purpose;
import health.lifelong.profile.kit.ServiceTest;
import health.lifelong.profile.kit.Tokens;
import health.lifelong.profile.v1.BatchWriteRecordsRequest;
import health.lifelong.profile.v1.ConsentDecision.Decision;
import health.lifelong.profile.v1.GetRecordRequest;
import health.lifelong.profile.v1.GetRecordResponse;
import health.lifelong.profile.v1.Observation;
import health.lifelong.profile.v1.Withheld;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecordAccessTest extends ServiceTest {
  private String somebody = "";

  @BeforeEach
  void twoCentresKnowSomebody() {
    String number = UUID.randomUUID().toString();
    somebody =
        profile
            .write(
                entry(
                    person("seoul", chart(number), member(number)),
                    visit(
                        "a",
                        value("GLU_F", "98", "mg/dL"),
                        value("PHQ9", "12", "{score}"),
                        value("K", "7.1", "mmol/L"))))
            .getPersonId();
    profile.write(entry(person("busan", member(number)), visit("b", value("ALT", "21", "U/L"))));
  }

  @Test
  void withoutATokenNothingIsAnswered() {
    Throwable refused =
        catchThrowable(
            () -> profile.recordsWithoutToken().getRecord(GetRecordRequest.getDefaultInstance()));

    assertThat(((StatusRuntimeException) refused).getStatus().getCode())
        .isEqualTo(io.grpc.Status.Code.UNAUTHENTICATED);
  }

  @Test
  void thePersonSeesTheirOwnRecordWithoutWhatWaitsForAClinician() {
    GetRecordResponse own = profile.own(somebody);

    assertThat(items(own)).containsExactly("ALT", "GLU_F");
    assertThat(own.getSomeResultsHeld()).isTrue();
    assertThat(own.getWithheldList())
        .containsExactly(withheld(CATEGORY_GENETIC_REPORT, "no_consent"));
  }

  @Test
  void whatIsHeldIsShownOnceItsTimeIsOver() {
    query(
        "UPDATE observation SET held_until = 1 WHERE person_id = $1",
        row -> row,
        UUID.fromString(somebody));

    assertThat(items(profile.own(somebody))).containsExactlyInAnyOrder("GLU_F", "K", "PHQ9", "ALT");
    assertThat(profile.own(somebody).getSomeResultsHeld()).isFalse();
  }

  @Test
  void anUnknownPersonAndAForeignOneAreAnsweredAlike() {
    String token = Tokens.person(UUID.randomUUID().toString());
    StatusRuntimeException foreign = refusal(token, somebody, PURPOSE_OWN_ACCESS);
    StatusRuntimeException unknown =
        refusal(token, UUID.randomUUID().toString(), PURPOSE_OWN_ACCESS);
    StatusRuntimeException noId = refusal(token, "' OR 1=1", PURPOSE_OWN_ACCESS);
    String nobody = UUID.randomUUID().toString();
    StatusRuntimeException ownButUnknown =
        refusal(Tokens.person(nobody), nobody, PURPOSE_OWN_ACCESS);

    assertThat(reason(foreign)).isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(List.of(unknown, noId, ownButUnknown))
        .extracting(StatusProto::fromThrowable)
        .containsOnly(StatusProto.fromThrowable(foreign));
  }

  @Test
  void rolesThatMayNotAskAreRefusedWhoeverThePersonIs() {
    for (String id : List.of(somebody, UUID.randomUUID().toString())) {
      assertThat(reason(refusal(Tokens.operator(), id, PURPOSE_HEALTH_MANAGEMENT)))
          .isEqualTo(ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT);
      assertThat(reason(refusal(Tokens.analytics(), id, PURPOSE_OWN_ACCESS)))
          .isEqualTo(ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT);
      assertThat(reason(refusal(Tokens.person(somebody), id, PURPOSE_CARE)))
          .isEqualTo(ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT);
    }
  }

  @Test
  void healthManagementSeesWhatConsentOpensAndNothingElse() {
    GetRecordResponse before =
        profile.read(Tokens.analytics(), somebody, PURPOSE_HEALTH_MANAGEMENT);
    assertThat(items(before)).isEmpty();
    assertThat(before.getPerson().getName()).isEmpty();
    assertThat(before.getWithheldList())
        .hasSize(5)
        .allMatch(w -> w.getReason().equals("no_consent"));

    profile.decide(
        somebody,
        CATEGORY_CHECKUP,
        PURPOSE_HEALTH_MANAGEMENT,
        "institute",
        Decision.DECISION_GRANT);
    GetRecordResponse opened =
        profile.read(Tokens.person(somebody), somebody, PURPOSE_HEALTH_MANAGEMENT);
    assertThat(items(opened)).containsExactly("ALT", "GLU_F", "K");
    assertThat(held(opened)).containsExactly("K");
    assertThat(opened.getSomeResultsHeld()).isFalse();

    profile.decide(
        somebody,
        CATEGORY_SPECIAL,
        PURPOSE_HEALTH_MANAGEMENT,
        "institute",
        Decision.DECISION_GRANT);
    profile.decide(
        somebody,
        CATEGORY_CHECKUP,
        PURPOSE_HEALTH_MANAGEMENT,
        "institute",
        Decision.DECISION_WITHDRAW);
    GetRecordResponse withdrawn =
        profile.read(Tokens.analytics(), somebody, PURPOSE_HEALTH_MANAGEMENT);
    assertThat(items(withdrawn)).containsExactly("PHQ9");
    assertThat(withdrawn.getWithheldList()).contains(withheld(CATEGORY_CHECKUP, "withdrawn"));
  }

  @Test
  void aClinicianSeesWhatThePersonOpenedToTheirCentreOnly() {
    String seoul = Tokens.clinician("dr-1", "seoul");
    assertThat(reason(refusal(seoul, somebody, PURPOSE_CARE)))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);

    profile.decide(somebody, CATEGORY_CHECKUP, PURPOSE_CARE, "seoul", Decision.DECISION_GRANT);

    assertThat(items(profile.read(seoul, somebody, PURPOSE_CARE)))
        .containsExactly("ALT", "GLU_F", "K");
    assertThat(
            profile
                .read(seoul, somebody, PURPOSE_CARE, CATEGORY_GENETIC_RAW, CATEGORY_CHECKUP)
                .getWithheldList())
        .containsExactly(withheld(CATEGORY_GENETIC_RAW, "not_for_purpose"));
    assertThat(reason(refusal(Tokens.clinician("dr-2", "busan"), somebody, PURPOSE_CARE)))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
  }

  @Test
  void aCentreSeesItsOwnResultsOnly() {
    assertThat(items(profile.read(Tokens.centre("busan"), somebody, PURPOSE_ORIGIN_CENTRE)))
        .containsExactly("ALT");
    assertThat(items(profile.read(Tokens.centre("seoul"), somebody, PURPOSE_ORIGIN_CENTRE)))
        .containsExactly("GLU_F", "K", "PHQ9");
    assertThat(reason(refusal(Tokens.centre("daegu"), somebody, PURPOSE_ORIGIN_CENTRE)))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
  }

  @Test
  void onlyTheJobIdentityThatDeliversWrites() {
    for (String token :
        List.of(
            Tokens.person(somebody),
            Tokens.centre("seoul"),
            Tokens.clinician("dr-1", "seoul"),
            Tokens.operator(),
            Tokens.analytics())) {
      assertThat(
              reason(
                  catchThrowable(
                      () ->
                          profile
                              .records(token)
                              .batchWriteRecords(BatchWriteRecordsRequest.getDefaultInstance()))))
          .isEqualTo(ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT);
    }
    StatusRuntimeException forged =
        (StatusRuntimeException)
            catchThrowable(
                () ->
                    profile
                        .records(Tokens.forgedService())
                        .batchWriteRecords(BatchWriteRecordsRequest.getDefaultInstance()));
    assertThat(forged.getStatus().getCode()).isEqualTo(io.grpc.Status.Code.UNAUTHENTICATED);
  }

  private StatusRuntimeException refusal(String token, String personId, Purpose purpose) {
    return (StatusRuntimeException) catchThrowable(() -> profile.read(token, personId, purpose));
  }

  private static Withheld withheld(Category category, String reason) {
    return Withheld.newBuilder().setCategory(category).setReason(reason).build();
  }

  private static List<String> items(GetRecordResponse record) {
    return record.getCheckupsList().stream()
        .flatMap(c -> c.getCheckup().getObservationsList().stream())
        .map(Observation::getItemCode)
        .toList();
  }

  private static List<String> held(GetRecordResponse record) {
    return record.getCheckupsList().stream()
        .flatMap(c -> c.getCheckup().getObservationsList().stream())
        .filter(Observation::getHeld)
        .map(Observation::getItemCode)
        .toList();
  }
}
