package health.lifelong.profile.record.grpc;

import static health.lifelong.common.v1.Category.CATEGORY_IDENTITY;
import static health.lifelong.common.v1.Purpose.PURPOSE_HEALTH_MANAGEMENT;
import static health.lifelong.common.v1.Purpose.PURPOSE_OWN_ACCESS;
import static health.lifelong.profile.kit.Entries.chart;
import static health.lifelong.profile.kit.Entries.entry;
import static health.lifelong.profile.kit.Entries.person;
import static health.lifelong.profile.kit.Entries.value;
import static health.lifelong.profile.kit.Entries.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import health.lifelong.common.v1.Purpose;
import health.lifelong.profile.kit.ServiceTest;
import health.lifelong.profile.kit.Tokens;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditedReadsTest extends ServiceTest {
  private String somebody = "";

  @BeforeEach
  void somebodyIsKnown() {
    somebody =
        profile
            .write(
                entry(
                    person("seoul", chart(UUID.randomUUID().toString())),
                    visit("a", value("GLU_F", "98", "mg/dL"))))
            .getPersonId();
  }

  @Test
  void everyDecisionIsInTheTrailBeforeTheAnswerPermitsAndRefusalsAlike() {
    long before = lastEvent();
    profile.own(somebody);
    assertThat(refusal(Tokens.person(UUID.randomUUID().toString()), somebody, PURPOSE_OWN_ACCESS))
        .isNotNull();
    assertThat(refusal(Tokens.operator(), somebody, PURPOSE_HEALTH_MANAGEMENT)).isNotNull();
    profile.read(Tokens.analytics(), somebody, PURPOSE_HEALTH_MANAGEMENT, CATEGORY_IDENTITY);

    List<String> events =
        query(
            "SELECT actor_role || ' ' || permitted || ' ' || categories || ' ' || rule AS e FROM access_event"
                + " WHERE person_id = $1 AND sequence > $2 ORDER BY sequence",
            row -> row.getString("e"),
            UUID.fromString(somebody),
            before);

    assertThat(events)
        .containsExactly(
            "person true ID,CHK,LIF,SPC law:P1/ID, law:P1/CHK, law:P1/LIF, law:P1/SPC",
            "person false  subject:other_person",
            "operator false  role:operator/P2",
            "service false ID consent:P2/ID=none");
  }

  @Test
  void aThousandConcurrentReadsGiveAThousandRecords() {
    long before = lastEvent();
    List<Thread> readers =
        IntStream.range(0, 10)
            .mapToObj(
                i ->
                    Thread.ofVirtual()
                        .start(
                            () -> {
                              for (int n = 0; n < 100; n++) {
                                profile.own(somebody);
                              }
                            }))
            .toList();
    readers.forEach(AuditedReadsTest::join);

    assertThat(
            query(
                "SELECT count(*) AS n FROM access_event WHERE person_id = $1 AND sequence > $2",
                row -> row.getLong("n"),
                UUID.fromString(somebody),
                before))
        .containsExactly(1_000L);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private long lastEvent() {
    return query(
            "SELECT coalesce(max(sequence), 0) AS n FROM access_event", row -> row.getLong("n"))
        .getFirst();
  }

  private StatusRuntimeException refusal(String token, String personId, Purpose purpose) {
    return (StatusRuntimeException) catchThrowable(() -> profile.read(token, personId, purpose));
  }
}
