package health.lifelong.profile.safety.grpc;

import static health.lifelong.profile.v1.CriticalResultEvent.Kind.KIND_ACKNOWLEDGED;
import static health.lifelong.profile.v1.CriticalResultEvent.Kind.KIND_ESCALATED;
import static health.lifelong.profile.v1.CriticalResultEvent.Kind.KIND_NOTIFIED;
import static health.lifelong.profile.v1.CriticalResultEvent.Kind.KIND_OPENED;
import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.profile.access.app.AuditStore;
import health.lifelong.profile.safety.app.CriticalStore;
import health.lifelong.profile.safety.app.EscalationJob;
import health.lifelong.profile.safety.app.Notification;
import health.lifelong.profile.safety.app.OnCallBook;
import health.lifelong.profile.safety.domain.Notice;
import health.lifelong.profile.scope.app.ScopedTransactions;
import health.lifelong.profile.v1.CriticalResult;
import health.lifelong.profile.v1.CriticalResultEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@NullUnmarked
class EscalationJobTest extends SafetyTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject ScopedTransactions transactions;
  @Inject CriticalStore store;
  @Inject AuditStore audit;
  @Inject OnCallBook onCall;
  @Inject EscalationJob running;

  private final List<Notice> sent = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  @AfterEach
  void nobodyElsesIsDue() {
    query("UPDATE critical_result SET due_at = NULL", row -> row);
  }

  private EscalationJob instance(Notification notification) {
    return new EscalationJob(
        transactions, store, audit, onCall, notification, () -> Duration.ofHours(1));
  }

  private EscalationJob instance() {
    return instance(notice -> Uni.createFrom().voidItem().invoke(() -> sent.add(notice)));
  }

  private static int round(EscalationJob job) {
    return job.round().await().atMost(PATIENCE);
  }

  private void timePasses() {
    query(
        "UPDATE critical_result SET due_at = now() - interval '1 second' WHERE centre = $1 AND state = 1",
        row -> row,
        centre);
  }

  @Test
  void levelAfterLevelIsToldUntilSomebodyAcknowledges() {
    String person = profile.write(of(potassium("7.2"))).getPersonId();
    EscalationJob job = instance();

    assertThat(round(job)).isEqualTo(1);
    assertThat(round(job)).as("the first level has its quarter of an hour").isZero();
    timePasses();
    round(job);
    timePasses();
    round(job);
    assertThat(sent).extracting(notice -> notice.to().level()).containsExactly(1, 2, 2);
    assertThat(sent).extracting(Notice::escalated).containsExactly(false, true, false);
    assertThat(kinds(only()))
        .containsExactly(KIND_OPENED, KIND_NOTIFIED, KIND_ESCALATED, KIND_NOTIFIED, KIND_NOTIFIED);
    assertThat(only().getEventsList())
        .extracting(CriticalResultEvent::getDetail)
        .contains("on-call physician", "medical director");
    assertThat(only().getLevel()).isEqualTo(2);

    acknowledge(only().getCriticalId());
    timePasses();
    assertThat(round(job)).isZero();
    assertThat(kinds(only())).endsWith(KIND_ACKNOWLEDGED);
    assertThat(
            query(
                "SELECT action FROM access_event WHERE person_id = $1 AND actor = 'critical-values' ORDER BY sequence",
                row -> row.getString("action"),
                UUID.fromString(person)))
        .containsExactly(
            "critical.open", "critical.notify", "critical.escalate", "critical.notify");
  }

  @Test
  void whoIsToldLearnsNoPersonNoItemAndNoValue() {
    String person = profile.write(of(potassium("7.2"))).getPersonId();
    round(instance());

    assertThat(sent).hasSize(1);
    assertThat(sent.getFirst().toString())
        .contains(centre)
        .doesNotContain(person, "7.2", "mmol", chart);
  }

  @Test
  void severalInstancesTellEachOfThemOnce() throws InterruptedException {
    profile.write(
        IntStream.range(0, 250)
            .mapToObj(i -> of(potassium("7.2").toBuilder().setSourceKey("k" + i).build()))
            .toList());
    List<Thread> instances =
        IntStream.range(0, 4)
            .mapToObj(i -> Thread.ofPlatform().start(() -> round(instance())))
            .toList();
    for (Thread instance : instances) {
      instance.join();
    }
    round(instance());

    assertThat(sent).hasSize(250);
    assertThat(sent).extracting(Notice::criticalId).doesNotHaveDuplicates();
    assertThat(
            query(
                "SELECT count(*) AS n FROM critical_result_event JOIN critical_result USING (person_id, critical_id)"
                    + " WHERE centre = $1 AND kind = 2",
                row -> row.getLong("n"),
                centre))
        .containsExactly(250L);
  }

  @Test
  void aNotificationThatFailsIsTriedAgainAndHoldsNoOtherBack() {
    profile.write(of(potassium("7.2")));
    profile.write(of(potassium("7.3").toBuilder().setSourceKey("other").build()));
    String broken = listed().getLast().getCriticalId();
    EscalationJob job =
        instance(
            notice ->
                notice.criticalId().toString().equals(broken)
                    ? Uni.createFrom().failure(new IllegalStateException("no line"))
                    : Uni.createFrom().voidItem());
    round(job);

    CriticalResult untold = listed().getLast();
    assertThat(kinds(untold)).containsExactly(KIND_OPENED);
    assertThat(untold.getLevel()).isZero();
    assertThat(kinds(listed().getFirst())).containsExactly(KIND_OPENED, KIND_NOTIFIED);
    timePasses();
    round(instance());
    assertThat(kinds(listed().getLast())).containsExactly(KIND_OPENED, KIND_NOTIFIED);
    assertThat(listed().getLast().getLevel()).isEqualTo(1);
  }

  @Test
  void theJobOfTheServiceTellsByTheLogAndCounts() {
    profile.write(of(potassium("7.2")));

    assertThat(running.round().await().atMost(PATIENCE)).isEqualTo(1);

    assertThat(kinds(only())).containsExactly(KIND_OPENED, KIND_NOTIFIED);
  }
}
