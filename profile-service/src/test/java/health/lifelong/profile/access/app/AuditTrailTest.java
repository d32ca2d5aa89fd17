package health.lifelong.profile.access.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Role;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AuditTrailTest {
  private final SlowStore store = new SlowStore();
  private final AuditTrail trail = new AuditTrail(store);

  @Test
  void whatArrivesWhileAWriteIsOnItsWayGoesTogetherWithTheNext() {
    CompletableFuture<Void> first = append();
    CompletableFuture<Void> second = append();
    CompletableFuture<Void> third = append();

    assertThat(store.groups).containsExactly(1);
    store.answer().complete(null);
    assertThat(first).isCompleted();
    assertThat(second).isNotDone();
    assertThat(store.groups).containsExactly(1, 2);
    store.answer().complete(null);
    assertThat(second).isCompleted();
    assertThat(third).isCompleted();
  }

  @Test
  void aTrailThatCannotBeWrittenFailsTheReadAndRecovers() {
    CompletableFuture<Void> lost = append();

    store.answer().fail(new IllegalStateException("disk"));

    assertThatThrownBy(lost::join)
        .cause()
        .isInstanceOfSatisfying(
            LifelongException.class,
            e -> assertThat(e.reason()).isEqualTo(ErrorReason.ERROR_REASON_AUDIT_UNAVAILABLE));
    CompletableFuture<Void> next = append();
    store.answer().complete(null);
    assertThat(next).isCompleted();
  }

  private CompletableFuture<Void> append() {
    AccessEvent.Draft event =
        new AccessEvent.Draft(
            UUID.randomUUID(),
            new Caller(Role.OPERATOR, "op", null),
            "test",
            null,
            List.of(),
            false,
            "rule");
    return trail.append(List.of(event)).subscribeAsCompletionStage();
  }

  /** Answers when it is told to. */
  private static final class SlowStore implements AuditStore {
    private final List<Integer> groups = new ArrayList<>();
    private final List<UniEmitter<? super Void>> open = new ArrayList<>();

    UniEmitter<? super Void> answer() {
      return open.removeFirst();
    }

    @Override
    public Uni<Void> append(List<AccessEvent.Draft> events) {
      groups.add(events.size());
      return Uni.createFrom().emitter(open::add);
    }

    @Override
    public Uni<Void> append(SqlConnection transaction, List<AccessEvent.Draft> events) {
      throw new AssertionError("this test reads no trail");
    }

    @Override
    public String content(AccessEvent.Draft event) {
      throw new AssertionError("this test reads no trail");
    }
  }
}
