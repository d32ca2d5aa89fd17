package health.lifelong.profile.safety.grpc;

import static health.lifelong.profile.v1.CriticalResultEvent.Kind.KIND_ACKNOWLEDGED;
import static health.lifelong.profile.v1.CriticalResultEvent.Kind.KIND_OPENED;
import static health.lifelong.profile.v1.CriticalResultState.CRITICAL_RESULT_STATE_ACKNOWLEDGED;
import static health.lifelong.profile.v1.CriticalResultState.CRITICAL_RESULT_STATE_OPEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.protobuf.Timestamp;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.profile.kit.Tokens;
import health.lifelong.profile.v1.AcknowledgeCriticalResultRequest;
import health.lifelong.profile.v1.CriticalResult;
import health.lifelong.profile.v1.CriticalResultEvent;
import health.lifelong.profile.v1.ListCriticalResultsRequest;
import health.lifelong.profile.v1.ListCriticalResultsResponse;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AcknowledgementTest extends SafetyTest {
  private String somebody = "";
  private String id = "";

  @BeforeEach
  void oneIsOpen() {
    somebody = profile.write(of(potassium("7.2"))).getPersonId();
    id = only().getCriticalId();
  }

  private AcknowledgeCriticalResultRequest.Builder word() {
    return AcknowledgeCriticalResultRequest.newBuilder().setCentre(centre).setCriticalId(id);
  }

  private CriticalResult say(String token, AcknowledgeCriticalResultRequest.Builder word) {
    return profile.safety(token).acknowledgeCriticalResult(word.build()).getResult();
  }

  @Test
  void whoAcknowledgedWhenAndWithWhatWordsIsKeptAndTheFirstWordStands() {
    long when = Instant.now().getEpochSecond();
    CriticalResult done =
        say(
            Tokens.centre(centre),
            word()
                .setAcknowledgedBy("박소연")
                .setAcknowledgedTime(Timestamp.newBuilder().setSeconds(when))
                .setNote("called, comes back today"));
    CriticalResult again = say(Tokens.clinician("dr-2", centre), word().setNote("another"));

    assertThat(again).isEqualTo(done);
    assertThat(done.getState()).isEqualTo(CRITICAL_RESULT_STATE_ACKNOWLEDGED);
    assertThat(done.hasNextEscalationTime()).isFalse();
    assertThat(kinds(done)).containsExactly(KIND_OPENED, KIND_ACKNOWLEDGED);
    CriticalResultEvent event = done.getEvents(1);
    assertThat(event.getActorRole()).isEqualTo("centre");
    assertThat(event.getDetail()).isEqualTo("박소연");
    assertThat(event.getNote()).isEqualTo("called, comes back today");
    assertThat(event.getStatedTime().getSeconds()).isEqualTo(when);
    assertThat(
            query(
                "SELECT position('called'::bytea IN note_cipher) AS p FROM critical_result_event"
                    + " WHERE critical_id = $1 AND kind = 3",
                row -> row.getInteger("p"),
                UUID.fromString(id)))
        .as("a note is sealed")
        .containsExactly(0);
  }

  @Test
  void aClinicianSpeaksForThemselvesAndACentresSystemNamesSomebody() {
    assertThat(reason(refused(Tokens.centre(centre), word())))
        .isEqualTo(ErrorReason.ERROR_REASON_ARGUMENT_INVALID);

    CriticalResult done = say(Tokens.clinician("dr-1", centre), word());

    assertThat(done.getEvents(1).getDetail()).isEqualTo("dr-1");
  }

  @Test
  void aTimeThatCannotBeAndWordsWithoutEndAreRefused() {
    Timestamp tomorrow =
        Timestamp.newBuilder()
            .setSeconds(Instant.now().plusSeconds(86_400).getEpochSecond())
            .build();
    Timestamp before =
        Timestamp.newBuilder()
            .setSeconds(Instant.now().minusSeconds(86_400).getEpochSecond())
            .build();
    Timestamp never = Timestamp.newBuilder().setSeconds(Long.MAX_VALUE).build();
    for (AcknowledgeCriticalResultRequest.Builder word :
        List.of(
            word().setAcknowledgedTime(tomorrow),
            word().setAcknowledgedTime(before),
            word().setAcknowledgedTime(never),
            word().setNote("n".repeat(2_001)),
            word().setNote("\0"),
            word().setAcknowledgedBy("a".repeat(201)))) {
      assertThat(reason(refused(Tokens.clinician("dr-1", centre), word)))
          .isEqualTo(ErrorReason.ERROR_REASON_ARGUMENT_INVALID);
    }
    assertThat(only().getState()).isEqualTo(CRITICAL_RESULT_STATE_OPEN);
  }

  @Test
  void toAnybodyElseThereIsNothingHereAndTheTryIsRecorded() {
    StatusRuntimeException unknown =
        refused(
            Tokens.centre(centre),
            word().setCriticalId(UUID.randomUUID().toString()).setAcknowledgedBy("x"));
    for (String token :
        List.of(
            Tokens.centre("busan"),
            Tokens.clinician("dr-9", "busan"),
            Tokens.person(somebody),
            Tokens.operator(),
            Tokens.ingestion())) {
      assertThat(StatusProto.fromThrowable(refused(token, word().setAcknowledgedBy("x"))))
          .isEqualTo(StatusProto.fromThrowable(unknown));
      assertThat(StatusProto.fromThrowable(unlisted(token)))
          .isEqualTo(StatusProto.fromThrowable(unknown));
    }
    StatusRuntimeException byItsOwnName =
        refused(Tokens.centre("busan"), word().setCentre("busan").setAcknowledgedBy("x"));
    StatusRuntimeException noId =
        refused(Tokens.centre(centre), word().setCriticalId("1 OR 1=1").setAcknowledgedBy("x"));

    assertThat(List.of(byItsOwnName, noId))
        .extracting(StatusProto::fromThrowable)
        .containsOnly(StatusProto.fromThrowable(unknown));
    assertThat(reason(unknown)).isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(only().getState()).isEqualTo(CRITICAL_RESULT_STATE_OPEN);
    assertThat(
            query(
                "SELECT count(*) AS n FROM access_event WHERE person_id = $1 AND NOT permitted"
                    + " AND action = 'critical.acknowledge'",
                row -> row.getLong("n"),
                UUID.fromString(somebody)))
        .containsExactly(6L);
  }

  @Test
  void withoutATokenNothingIsAnswered() {
    assertThat(
            ((StatusRuntimeException)
                    catchThrowable(
                        () ->
                            profile
                                .safety("")
                                .listCriticalResults(
                                    ListCriticalResultsRequest.getDefaultInstance())))
                .getStatus()
                .getCode())
        .isEqualTo(io.grpc.Status.Code.UNAUTHENTICATED);
  }

  @Test
  void pagesFollowEachOtherAndStatesAreToldApart() {
    for (int i = 0; i < 4; i++) {
      profile.write(of(potassium("7." + i).toBuilder().setSourceKey("k" + i).build()));
    }
    acknowledge(id);
    ListCriticalResultsRequest.Builder request =
        ListCriticalResultsRequest.newBuilder().setCentre(centre).setPageSize(2);
    int seen = 0;
    int pages = 0;
    do {
      ListCriticalResultsResponse page =
          profile.safety(Tokens.clinician("dr-1", centre)).listCriticalResults(request.build());
      request.setPageToken(page.getNextPageToken());
      seen += page.getResultsCount();
      pages++;
    } while (!request.getPageToken().isEmpty());

    assertThat(seen).isEqualTo(5);
    assertThat(pages).isEqualTo(3);
    assertThat(listed(CRITICAL_RESULT_STATE_OPEN)).hasSize(4);
    assertThat(listed(CRITICAL_RESULT_STATE_ACKNOWLEDGED)).hasSize(1);
    assertThat(
            query(
                "SELECT actor FROM access_event WHERE person_id = $1 AND action = 'critical.list'"
                    + " AND purpose = 4 AND actor = 'dr-1'",
                row -> row.getString("actor"),
                UUID.fromString(somebody)))
        .as("every page is in the trail")
        .hasSize(3);
  }

  private StatusRuntimeException refused(
      String token, AcknowledgeCriticalResultRequest.Builder word) {
    return (StatusRuntimeException) catchThrowable(() -> say(token, word));
  }

  private StatusRuntimeException unlisted(String token) {
    return (StatusRuntimeException)
        catchThrowable(
            () ->
                profile
                    .safety(token)
                    .listCriticalResults(
                        ListCriticalResultsRequest.newBuilder().setCentre(centre).build()));
  }
}
