package health.lifelong.ingestion.submission.app;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.ingestion.record.domain.PersonClaim;
import health.lifelong.ingestion.record.domain.RecordOutcome;
import health.lifelong.ingestion.submission.domain.Lane;
import health.lifelong.ingestion.submission.domain.Receipt;
import health.lifelong.ingestion.submission.domain.ReceiptId;
import health.lifelong.ingestion.submission.domain.Submission;
import health.lifelong.ingestion.submission.domain.Tally;
import health.lifelong.ingestion.submission.domain.Understood;
import health.lifelong.ingestion.submission.store.ReceiptDatabase;
import health.lifelong.ingestion.submission.store.Submissions;
import health.lifelong.platform.LifelongException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the outbox to the record, on a real PostgreSQL; the record itself is a plain map here. */
class DeliveryTest {
  private final ReceiptStore store = ReceiptDatabase.store();
  private final FreshReadings none = new FreshReadings();
  private final WordReader reader = new WordReader();
  private final KeptRecord record = new KeptRecord();

  @BeforeEach
  void empty() throws SQLException {
    ReceiptDatabase.clear();
  }

  @Test
  void everyPieceReachesTheRecordOnceAndItsAccountIsClosed() {
    List<ReceiptId> ids = accept("one", "two", "three");
    assertThat(delivery(none).round()).isEqualTo(3);
    assertThat(record.written).containsOnlyKeys("one", "two", "three");
    for (ReceiptId id : ids) {
      Receipt receipt = receipt(id);
      assertThat(receipt.state()).isEqualTo(Receipt.State.ACCOUNTED);
      assertThat(receipt.tally().accepted()).isEqualTo(1);
      assertThat(receipt.personIds()).hasSize(1);
    }
    assertThat(delivery(none).round()).isZero();
  }

  @Test
  void whatTheDoorHasReadIsNotReadAgainAndEndsTheSame() {
    List<ReceiptId> ids = accept("one", "two");
    FreshReadings readings = new FreshReadings();
    List<Understood> pieces = new ArrayList<>();
    Reading reading = reader.words("one", pieces::add);
    readings.offer(ids.getFirst(), new FreshReadings.Fresh(reading, pieces));
    reader.read.clear();
    delivery(readings).round();
    assertThat(reader.read).containsExactly("two");
    assertThat(record.written).containsOnlyKeys("one", "two");
    assertThat(receipt(ids.getFirst()).tally()).isEqualTo(receipt(ids.getLast()).tally());
    assertThat(readings.take(ids.getFirst())).isEmpty();
  }

  @Test
  void anInstanceLeavesALaneAloneWhileAnotherDeliversIt() throws InterruptedException {
    accept("one", "two", "three");
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    RecordWriter slow =
        batch -> {
          writing.countDown();
          awaited(go);
          return record.write(batch);
        };
    Delivery first = new Delivery(Lane.MESSAGES, store, none, reader, slow);
    Thread running = Thread.ofPlatform().start(first::round);
    writing.await();
    Delivery second = new Delivery(Lane.MESSAGES, ReceiptDatabase.store(), none, reader, record);
    assertThat(second.round()).isZero();
    assertThat(record.written).isEmpty();
    go.countDown();
    running.join();
    assertThat(record.written.values()).containsOnly(1);
  }

  @Test
  void onePoisonedPieceIsRefusedByNameAndItsNeighboursGoOn() {
    List<ReceiptId> ids = accept("one", "poison", "three");
    RecordWriter picky =
        batch -> {
          if (batch.stream().anyMatch(piece -> word(piece).equals("poison"))) {
            throw new LifelongException(ErrorReason.ERROR_REASON_VALUE_INVALID, "poison");
          }
          return record.write(batch);
        };
    new Delivery(Lane.MESSAGES, store, none, reader, picky).round();
    assertThat(record.written).containsOnlyKeys("one", "three");
    assertThat(receipt(ids.get(1)).tally().rejected()).isEqualTo(1);
    assertThat(receipt(ids.get(1)).rejected())
        .singleElement()
        .matches(rejection -> rejection.reason().equals("VALUE_INVALID"));
    assertThat(receipt(ids.get(2)).tally().accepted()).isEqualTo(1);
  }

  @Test
  void aRecordThatIsDownLosesNothingAndIsAskedAgainLater() throws InterruptedException {
    List<ReceiptId> ids = accept("one");
    RecordWriter down =
        batch -> {
          throw new LifelongException(
              ErrorReason.ERROR_REASON_DEPENDENCY_UNAVAILABLE, "profile-service");
        };
    new Delivery(Lane.MESSAGES, store, none, reader, down).round();
    assertThat(receipt(ids.getFirst()).state()).isEqualTo(Receipt.State.RECEIVED);
    assertThat(delivery(none).round()).as("not due yet").isZero();
    Thread.sleep(300);
    assertThat(delivery(none).round()).isEqualTo(1);
    assertThat(record.written).containsOnlyKeys("one");
  }

  @Test
  void readingsAreBoundedAndTheOldestGoFirst() {
    FreshReadings readings = new FreshReadings();
    List<Understood> pieces = new ArrayList<>();
    for (int i = 0; i < 999; i++) {
      pieces.add(new Understood.Row(claim("w" + i), 1));
    }
    FreshReadings.Fresh big =
        new FreshReadings.Fresh(new Reading(Tally.NONE, List.of(), false), pieces);
    for (int i = 1; i <= 150; i++) {
      readings.offer(new ReceiptId(i), big);
    }
    assertThat(readings.take(new ReceiptId(1))).isEmpty();
    assertThat(readings.take(new ReceiptId(50))).isEmpty();
    assertThat(readings.take(new ReceiptId(51))).isPresent();
    assertThat(readings.take(new ReceiptId(150))).isPresent();
    assertThat(readings.take(new ReceiptId(150))).isEmpty();
  }

  private Delivery delivery(FreshReadings readings) {
    return new Delivery(Lane.MESSAGES, store, readings, reader, record);
  }

  private List<ReceiptId> accept(String... words) {
    List<ReceiptId> ids = new ArrayList<>();
    for (String word : words) {
      ids.add(store.accept(Submissions.message("seoul", word, word)).id());
    }
    return ids;
  }

  private Receipt receipt(ReceiptId id) {
    return store.find("seoul", id).orElseThrow();
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RecordOutcome.PersonRead claim(String word) {
    return new RecordOutcome.PersonRead(
        0,
        new PersonClaim(
            List.of(new PersonClaim.Identifier("urn:test", word, "")),
            null,
            null,
            null,
            null,
            false));
  }

  private static String word(RecordWriter.Piece piece) {
    Understood.Row row = (Understood.Row) piece.content();
    return java.util.Objects.requireNonNull(row.outcome().claim()).identifiers().getFirst().value();
  }

  /** One word a body, which is a person's identifier. */
  private static final class WordReader implements BodyReader {
    private final List<String> read = new ArrayList<>();

    @Override
    public Reading read(Submission.Context context, BodySource body, Consumer<Understood> sink)
        throws IOException {
      try (InputStream in = body.open()) {
        return words(new String(in.readAllBytes(), StandardCharsets.UTF_8), sink);
      }
    }

    Reading words(String word, Consumer<Understood> sink) {
      read.add(word);
      sink.accept(new Understood.Row(claim(word), 1));
      return new Reading(new Tally(1, 1, 0, 0, 1, 0, 0, 0), List.of(), false);
    }
  }

  /** How often each word was written. */
  private static final class KeptRecord implements RecordWriter {
    private final ConcurrentMap<String, Integer> written = new ConcurrentHashMap<>();

    @Override
    public List<Written> write(List<Piece> batch) {
      return batch.stream()
          .map(
              piece -> {
                boolean fresh = written.merge(word(piece), 1, Integer::sum) == 1;
                return new Written(
                    "person-" + word(piece),
                    fresh ? 1 : 0,
                    fresh ? 0 : 1,
                    0,
                    0,
                    0,
                    List.of(),
                    false);
              })
          .toList();
    }
  }
}
