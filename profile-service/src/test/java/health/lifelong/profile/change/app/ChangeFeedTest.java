package health.lifelong.profile.change.app;

import static health.lifelong.profile.kit.Entries.chart;
import static health.lifelong.profile.kit.Entries.entry;
import static health.lifelong.profile.kit.Entries.person;
import static health.lifelong.profile.kit.Entries.value;
import static health.lifelong.profile.kit.Entries.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import health.lifelong.common.v1.Category;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.common.v1.Purpose;
import health.lifelong.profile.kit.Administrator;
import health.lifelong.profile.kit.ServiceTest;
import health.lifelong.profile.kit.Tokens;
import health.lifelong.profile.v1.ConsentDecision.Decision;
import health.lifelong.profile.v1.StreamChangesRequest;
import health.lifelong.profile.v1.StreamChangesResponse;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChangeFeedTest extends ServiceTest {
  private final String number = UUID.randomUUID().toString();

  @Test
  void everyChangedPersonOfABatchIsInTheFeedOnceWithItsRevision() {
    long before = last();
    String a = write(number, "98");
    write(number, "98");
    write(number, "99");
    profile.decide(
        a,
        Category.CATEGORY_CHECKUP,
        Purpose.PURPOSE_HEALTH_MANAGEMENT,
        "institute",
        Decision.DECISION_GRANT);

    assertThat(
            changes(before).stream()
                .map(c -> c.getPersonId() + " " + c.getRevision() + " " + c.getKind()))
        .containsExactly(a + " 1 checkup", a + " 2 checkup", a + " 3 consent");
  }

  @Test
  void aChangeThatCommitsLateIsNotSteppedOver() throws Exception {
    long before = last();
    SqlConnection slow = Administrator.pool().getConnection().await().indefinitely();
    slow.query("BEGIN").execute().await().indefinitely();
    slow.query(
            "INSERT INTO change_feed (person_id, revision, kind) VALUES ('"
                + new UUID(7, 7)
                + "', 1, 1)")
        .execute()
        .await()
        .indefinitely();
    String fast = write(number, "98");

    CompletableFuture<List<StreamChangesResponse>> reading =
        CompletableFuture.supplyAsync(() -> changes(before));
    Thread.sleep(300);
    assertThat(reading).isNotDone();
    slow.query("COMMIT").execute().await().indefinitely();
    slow.close().await().indefinitely();

    assertThat(reading.get(20, TimeUnit.SECONDS))
        .extracting(StreamChangesResponse::getPersonId)
        .containsExactly(new UUID(7, 7).toString(), fast);
  }

  @Test
  void aFollowerSeesWhatComesLater() {
    Iterator<StreamChangesResponse> feed =
        profile
            .records(Tokens.analytics())
            .streamChanges(
                StreamChangesRequest.newBuilder().setAfterSequence(last()).setFollow(true).build());

    String first = write(number, "98");
    assertThat(feed.next().getPersonId()).isEqualTo(first);
    String second = write("2" + number, "98");
    assertThat(feed.next().getPersonId()).isEqualTo(second);
  }

  @Test
  void onlyServicesFollowTheFeed() {
    for (String token :
        List.of(
            Tokens.operator(),
            Tokens.centre("seoul"),
            Tokens.person(UUID.randomUUID().toString()))) {
      Throwable refused =
          catchThrowable(
              () ->
                  profile
                      .records(token)
                      .streamChanges(StreamChangesRequest.getDefaultInstance())
                      .forEachRemaining(c -> {}));
      assertThat(reason(refused)).isEqualTo(ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT);
    }
  }

  private String write(String chart, String glucose) {
    return profile
        .write(entry(person("seoul", chart(chart)), visit("v", value("GLU_F", glucose, "mg/dL"))))
        .getPersonId();
  }

  private long last() {
    return query("SELECT coalesce(max(sequence), 0) AS n FROM change_feed", row -> row.getLong("n"))
        .getFirst();
  }

  private List<StreamChangesResponse> changes(long after) {
    List<StreamChangesResponse> changes = new ArrayList<>();
    profile
        .records(Tokens.analytics())
        .streamChanges(StreamChangesRequest.newBuilder().setAfterSequence(after).build())
        .forEachRemaining(changes::add);
    return changes;
  }
}
