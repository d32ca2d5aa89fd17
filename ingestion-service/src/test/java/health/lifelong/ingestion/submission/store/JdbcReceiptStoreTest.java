package health.lifelong.ingestion.submission.store;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.submission.app.ReceiptStore;
import health.lifelong.ingestion.submission.domain.Acceptance;
import health.lifelong.ingestion.submission.domain.Lane;
import health.lifelong.ingestion.submission.domain.Receipt;
import health.lifelong.ingestion.submission.domain.ReceiptId;
import health.lifelong.ingestion.submission.domain.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Receipts on a real PostgreSQL, seen by two instances of the service. */
class JdbcReceiptStoreTest {
  private final ReceiptStore store = ReceiptDatabase.store();
  private final ReceiptStore other = ReceiptDatabase.store();

  @BeforeEach
  void empty() throws SQLException {
    ReceiptDatabase.clear();
  }

  @Test
  void theSameContentUnderTheSameKeyIsOneReceipt() {
    Acceptance first = store.accept(Submissions.message("seoul", "k1", "MSH|1"));
    Acceptance again = store.accept(Submissions.message("seoul", "k1", "MSH|1"));
    assertThat(first).isInstanceOf(Acceptance.Fresh.class);
    assertThat(again).isEqualTo(new Acceptance.Resent(first.id()));
    assertThat(store.find("seoul", first.id()).orElseThrow().resends()).isEqualTo(1);
  }

  @Test
  void aKeyUsedForOtherContentIsQuarantinedWithItsBytes() throws IOException {
    store.accept(Submissions.message("seoul", "k1", "MSH|1"));
    Acceptance reused = store.accept(Submissions.message("seoul", "k1", "MSH|2"));
    assertThat(reused).isInstanceOf(Acceptance.KeyReused.class);
    Receipt kept = store.find("seoul", reused.id()).orElseThrow();
    assertThat(kept.state()).isEqualTo(Receipt.State.REFUSED);
    assertThat(kept.rejected()).singleElement().matches(r -> r.reason().equals("KEY_REUSED"));
    assertThat(text(reused.id())).isEqualTo("MSH|2");
    assertThat(store.due(Lane.MESSAGES, 10)).hasSize(1);
  }

  @Test
  void twoCentresMayUseOneKeyAndSeeOnlyTheirOwnReceipt() {
    Acceptance seoul = store.accept(Submissions.message("seoul", "k1", "MSH|1"));
    Acceptance busan = store.accept(Submissions.message("busan", "k1", "MSH|2"));
    assertThat(busan).isInstanceOf(Acceptance.Fresh.class);
    assertThat(store.find("busan", seoul.id())).isEmpty();
    assertThat(store.find("seoul", seoul.id())).isPresent();
  }

  @Test
  void twoInstancesThatTakeTheSameMessagesAtOnceKeepEachOnce()
      throws InterruptedException, ExecutionException {
    int messages = 300;
    List<Future<Acceptance>> answers = new ArrayList<>();
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < messages; i++) {
        String n = Integer.toString(i);
        for (ReceiptStore instance : List.of(store, other)) {
          answers.add(
              senders.submit(() -> instance.accept(Submissions.message("seoul", n, "MSH|" + n))));
        }
      }
    }
    int fresh = 0;
    for (Future<Acceptance> answer : answers) {
      fresh += answer.get() instanceof Acceptance.Fresh ? 1 : 0;
    }
    assertThat(fresh).isEqualTo(messages);
    assertThat(store.due(Lane.MESSAGES, 2 * messages)).hasSize(messages);
  }

  @Test
  void aLaneIsDeliveredByOneInstanceAtATime() {
    try (ReceiptStore.Claim held = store.claim(Lane.MESSAGES).orElseThrow()) {
      assertThat(other.claim(Lane.MESSAGES)).isEmpty();
      try (ReceiptStore.Claim files = other.claim(Lane.FILES).orElseThrow()) {
        assertThat(files).isNotSameAs(held);
      }
    }
    try (ReceiptStore.Claim next = other.claim(Lane.MESSAGES).orElseThrow()) {
      assertThat(store.claim(Lane.MESSAGES)).isEmpty();
      assertThat(next).isNotNull();
    }
  }

  @Test
  void anAccountThatIsClosedStaysAsItIs() {
    ReceiptId id = store.accept(Submissions.message("seoul", "k1", "MSH|1")).id();
    store.account(List.of(closed(id, new Tally(1, 1, 0, 0, 1, 0, 0, 0))));
    other.account(List.of(closed(id, new Tally(1, 0, 1, 0, 1, 0, 0, 0))));
    Receipt receipt = store.find("seoul", id).orElseThrow();
    assertThat(receipt.tally().accepted()).isEqualTo(1);
    assertThat(receipt.tally().duplicates()).isZero();
    assertThat(store.due(Lane.MESSAGES, 10)).isEmpty();
  }

  @Test
  void whatIsPostponedIsNotDueYetAndCountsItsTries() {
    ReceiptId id = store.accept(Submissions.message("seoul", "k1", "MSH|1")).id();
    store.postpone(id, Duration.ofHours(1));
    assertThat(store.due(Lane.MESSAGES, 10)).isEmpty();
    store.postpone(id, Duration.ofSeconds(-1));
    assertThat(store.due(Lane.MESSAGES, 10)).singleElement().matches(due -> due.attempts() == 2);
  }

  private static Receipt closed(ReceiptId id, Tally tally) {
    return new Receipt(
        id,
        "seoul",
        health.lifelong.ingestion.submission.domain.Format.HL7V2,
        Instant.EPOCH,
        Receipt.State.ACCOUNTED,
        "",
        0,
        tally,
        List.of(),
        List.of("person-1"));
  }

  private String text(ReceiptId id) throws IOException {
    try (InputStream in = store.body(id).open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
