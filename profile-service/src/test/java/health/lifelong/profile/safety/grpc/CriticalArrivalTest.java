package health.lifelong.profile.safety.grpc;

import static health.lifelong.profile.kit.Entries.as;
import static health.lifelong.profile.kit.Entries.value;
import static health.lifelong.profile.kit.Entries.withdrawn;
import static health.lifelong.profile.v1.CriticalResultEvent.Kind.KIND_ACKNOWLEDGED;
import static health.lifelong.profile.v1.CriticalResultEvent.Kind.KIND_CLOSED;
import static health.lifelong.profile.v1.CriticalResultEvent.Kind.KIND_OPENED;
import static health.lifelong.profile.v1.CriticalResultState.CRITICAL_RESULT_STATE_ACKNOWLEDGED;
import static health.lifelong.profile.v1.CriticalResultState.CRITICAL_RESULT_STATE_CLOSED;
import static health.lifelong.profile.v1.CriticalResultState.CRITICAL_RESULT_STATE_OPEN;
import static health.lifelong.profile.v1.ObservationStatus.OBSERVATION_STATUS_CORRECTED;
import static health.lifelong.profile.v1.ObservationStatus.OBSERVATION_STATUS_PRELIMINARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lifelong.common.v1.Coding;
import health.lifelong.profile.v1.CriticalResult;
import health.lifelong.profile.v1.CriticalResultState;
import health.lifelong.profile.v1.Observation;
import health.lifelong.profile.v1.RecordEntry;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CriticalArrivalTest extends SafetyTest {

  @Test
  void aPotassiumOfSevenOpensOneBesideTheValueItself() {
    String person =
        profile.write(of(potassium("7.2"), value("GLU_F", "98", "mg/dL"))).getPersonId();

    CriticalResult result = only();
    assertThat(result.getPersonId()).isEqualTo(person);
    assertThat(result.getItemCode()).isEqualTo("K");
    assertThat(result.getValue().getValue()).isEqualTo("7.2");
    assertThat(result.getRule()).isEqualTo("K >= 6.2 mmol/L");
    assertThat(result.getCheckupSourceKey()).isEqualTo("order-1");
    assertThat(result.hasEffectiveTime()).isTrue();
    assertThat(result.getState()).isEqualTo(CRITICAL_RESULT_STATE_OPEN);
    assertThat(result.hasNextEscalationTime()).isTrue();
    assertThat(kinds(result)).containsExactly(KIND_OPENED);
    assertThat(audited(person))
        .contains("service critical-values critical.open law:critical_values");
  }

  @ParameterizedTest
  @CsvSource({
    "K, 6.1, mmol/L",
    "K, 7.2, mg/dL",
    "PHQ9_9, 0, {score}",
    "PHQ9, 20, {score}",
    "NA, 140, mmol/L"
  })
  void whatReachesNoLimitOpensNone(String item, String number, String unit) {
    profile.write(of(now(value(item, number, unit))));

    assertThat(listed()).isEmpty();
  }

  @Test
  void theSameDeliveryAndTheSameValueByAnotherOneOpenNoSecond() {
    RecordEntry entry = of(potassium("7.2"));
    profile.write(entry);
    profile.write(entry);
    profile.write(of(potassium("7.2")));
    profile.write(List.of(entry, of(potassium("7.2"))));

    assertThat(kinds(only())).containsExactly(KIND_OPENED);
  }

  @Test
  void ofBatchesThatBringTheSameAtOnceOneOpens() {
    RecordEntry entry = of(potassium("7.2"));
    IntStream.range(0, 8)
        .mapToObj(i -> Thread.ofVirtual().start(() -> profile.write(entry)))
        .toList()
        .forEach(CriticalArrivalTest::join);

    assertThat(kinds(only())).containsExactly(KIND_OPENED);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aPreliminaryValueThatBecomesFinalIsNotToldTwice() {
    profile.write(of(as(potassium("7.2"), OBSERVATION_STATUS_PRELIMINARY)));
    acknowledge(only().getCriticalId());
    profile.write(of(potassium("7.20")));

    assertThat(only().getState()).isEqualTo(CRITICAL_RESULT_STATE_ACKNOWLEDGED);
    assertThat(kinds(only())).containsExactly(KIND_OPENED, KIND_ACKNOWLEDGED);
  }

  @Test
  void aCorrectionToACalmValueClosesItAndKeepsTheHistory() {
    profile.write(of(potassium("7.2")));
    profile.write(of(as(potassium("4.1"), OBSERVATION_STATUS_CORRECTED)));

    CriticalResult closed = only();
    assertThat(closed.getState()).isEqualTo(CRITICAL_RESULT_STATE_CLOSED);
    assertThat(closed.getValue().getValue()).isEqualTo("7.2");
    assertThat(closed.hasNextEscalationTime()).isFalse();
    assertThat(kinds(closed)).containsExactly(KIND_OPENED, KIND_CLOSED);
    assertThat(closed.getEvents(1).getDetail()).isEqualTo("corrected");
  }

  @Test
  void aCorrectionToAnotherCriticalValueIsToldAnewEvenAfterAnAcknowledgement() {
    profile.write(of(potassium("6.4")));
    acknowledge(only().getCriticalId());
    profile.write(of(as(potassium("8.1"), OBSERVATION_STATUS_CORRECTED)));

    List<CriticalResult> both = listed();
    assertThat(both).extracting(r -> r.getValue().getValue()).containsExactly("8.1", "6.4");
    assertThat(both)
        .extracting(CriticalResult::getState)
        .containsExactly(CRITICAL_RESULT_STATE_OPEN, CRITICAL_RESULT_STATE_CLOSED);
  }

  @Test
  void aWithdrawalClosesItAndTheLateOriginalDoesNotOpenItAgain() {
    RecordEntry original = of(potassium("7.2"));
    profile.write(original);
    profile.write(of(withdrawn("K")));
    profile.write(original);

    assertThat(only().getState()).isEqualTo(CRITICAL_RESULT_STATE_CLOSED);
    assertThat(only().getEvents(1).getDetail()).isEqualTo("withdrawn");

    profile.write(of(potassium("7.2")));

    assertThat(listed()).extracting(CriticalResult::getState).contains(CRITICAL_RESULT_STATE_OPEN);
    assertThat(listed()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1, true",
    "http://loinc.org, LA6570-1, true",
    "'', 0, false",
    "http://loinc.org, LA6568-5, false"
  })
  void anAnswerAboveZeroToTheSelfHarmQuestionOpensOne(String system, String code, boolean opens) {
    Observation answer =
        now(value("PHQ9_9", "0", "{score}")).toBuilder()
            .setCoded(Coding.newBuilder().setSystem(system).setCode(code))
            .build();

    profile.write(of(answer));

    assertThat(listed()).hasSize(opens ? 1 : 0);
    assertThat(listed()).allMatch(r -> r.getRule().equals("PHQ9_9 >= 1 {score}"));
  }

  @Test
  void anImplausibleValueIsLookedAtTooAndSaysSo() {
    profile.write(of(potassium("72").toBuilder().setImplausible(true).build()));

    assertThat(only().getImplausible()).isTrue();
  }

  @Test
  void aValueOfEarlierYearsIsListedAndNobodyIsDue() {
    profile.write(of(value("K", "7.2", "mmol/L")));

    assertThat(only().getState()).isEqualTo(CRITICAL_RESULT_STATE_OPEN);
    assertThat(only().hasNextEscalationTime()).isFalse();
  }

  @Test
  void aBatchThatFailsOpensNothing() {
    assertThatThrownBy(() -> profile.write(List.of(of(potassium("7.2")), of(potassium("x7")))))
        .isNotNull();

    assertThat(listed(CriticalResultState.CRITICAL_RESULT_STATE_UNSPECIFIED)).isEmpty();
  }

  @Test
  void whatHappenedIsNeverChanged() {
    profile.write(of(potassium("7.2")));

    for (String change :
        List.of(
            "UPDATE critical_result_event SET level = 9", "DELETE FROM critical_result_event")) {
      assertThatThrownBy(() -> query(change, row -> row)).hasMessageContaining("append-only");
    }
  }

  private List<String> audited(String person) {
    return query(
        "SELECT actor_role || ' ' || actor || ' ' || action || ' ' || rule AS e FROM access_event WHERE person_id = $1",
        row -> row.getString("e"),
        UUID.fromString(person));
  }
}
