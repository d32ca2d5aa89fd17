package health.lifelong.ingestion.submission.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lifelong.ingestion.submission.app.Erasures.Erased;
import health.lifelong.ingestion.submission.app.ReceiptDestruction;
import health.lifelong.ingestion.submission.app.ReceiptKeys;
import health.lifelong.ingestion.submission.app.ReceiptStore;
import health.lifelong.ingestion.submission.domain.Format;
import health.lifelong.ingestion.submission.domain.Lane;
import health.lifelong.ingestion.submission.domain.Receipt;
import health.lifelong.ingestion.submission.domain.ReceiptId;
import health.lifelong.ingestion.submission.domain.Submission;
import health.lifelong.ingestion.submission.domain.Tally;
import health.lifelong.testing.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Raw receipts stand sealed under keys of their own, and end when their keys do. */
class SealedReceiptsTest {
  private final ReceiptStore store = ReceiptDatabase.store();
  private final ReceiptKeys keys = ReceiptDatabase.keys();

  @BeforeEach
  void empty() throws SQLException {
    ReceiptDatabase.clear();
  }

  @Test
  void neitherBytesNorNamesOfFilesStandInTheDump() throws IOException, SQLException {
    ReceiptId id = store.accept(file("김하늘.csv", "표본 김하늘", "이름,전화\n김하늘,010")).id();

    assertThat(text(id)).contains("김하늘");
    assertThat(store.due(Lane.MESSAGES, 1).getFirst().context().fileName()).isEqualTo("김하늘.csv");
    assertThat(store.due(Lane.MESSAGES, 1).getFirst().context().sample()).isEqualTo("표본 김하늘");
    assertThat(store.find("seoul", id).orElseThrow().fileName()).isEqualTo("김하늘.csv");
    String hex = HexFormat.of().formatHex("김하늘".getBytes(StandardCharsets.UTF_8));
    assertThat(ReceiptDatabase.dump()).doesNotContain("김하늘").doesNotContain(hex);
  }

  @Test
  void noCanaryStandsInTheDump() throws IOException, SQLException {
    Path canaries = SharedData.path("data/hostile/pii/canaries.jsonl");
    List<String> planted = new ArrayList<>();
    for (String line : Files.readAllLines(canaries)) {
      JsonNode canary = new ObjectMapper().readTree(line);
      planted.add(canary.path("value").asText());
      canary.path("variants").forEach(variant -> planted.add(variant.asText()));
    }
    for (int i = 0; i < planted.size(); i++) {
      String value = planted.get(i);
      store.accept(
          new Submission(
              new Submission.Context("seoul", "test", Format.CSV, value, "", value, "", ""),
              hash("k" + i),
              hash(value),
              new Submission.Body.Bytes(value.getBytes(StandardCharsets.UTF_8)),
              new Tally(1, 1, 0, 0, 1, 0, 0, 0),
              List.of(),
              false));
    }
    String dump = ReceiptDatabase.dump();

    assertThat(planted).hasSizeGreaterThan(100);
    assertThat(planted)
        .allSatisfy(
            value ->
                assertThat(dump)
                    .doesNotContain(value)
                    .doesNotContain(
                        HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void aReceiptMovedToAnotherOneDoesNotOpen() throws SQLException {
    ReceiptId mine = store.accept(Submissions.message("seoul", "k1", "MSH|1")).id();
    ReceiptId other = store.accept(Submissions.message("seoul", "k2", "MSH|2")).id();
    ReceiptDatabase.execute(
        "update receipt_body set bytes = (select bytes from receipt_body where receipt_id = %d) where receipt_id = %d"
            .formatted(mine.value(), other.value()));

    assertThatThrownBy(() -> text(other))
        .isInstanceOf(health.lifelong.platform.sealing.SealBroken.class);
  }

  @Test
  void anOlderDumpBroughtBackStaysUnreadable() throws SQLException, IOException {
    ReceiptId erased = store.accept(Submissions.message("seoul", "k1", "MSH|1")).id();
    ReceiptId other = store.accept(Submissions.message("seoul", "k2", "MSH|2")).id();
    ReceiptDatabase.execute("create table dump_receipt_body as select * from receipt_body");
    ReceiptDatabase.execute("create table dump_outbox as select * from outbox");
    try {
      assertThat(destruction(List.of(new Erased(7, List.of(erased)))).round()).isEqualTo(1);
      assertThat(ReceiptDatabase.dump()).doesNotContain(erased.toString());

      ReceiptDatabase.execute("truncate receipt_body, outbox");
      ReceiptDatabase.execute("insert into receipt_body select * from dump_receipt_body");
      ReceiptDatabase.execute("insert into outbox select * from dump_outbox");

      assertThatThrownBy(() -> text(erased)).hasMessageContaining("destroyed");
      assertThat(text(other)).isEqualTo("MSH|2");
      assertThat(store.due(Lane.MESSAGES, 10))
          .extracting(ReceiptStore.Due::id)
          .containsExactly(other);
      assertThat(keys.erasurePosition()).isEqualTo(7);
    } finally {
      ReceiptDatabase.execute("drop table dump_receipt_body, dump_outbox");
    }
  }

  @Test
  void rawBytesEndWithTheDaysOfThePackUnlessTheyStillWait() throws IOException, SQLException {
    ReceiptId old = store.accept(Submissions.message("seoul", "k1", "MSH|1")).id();
    ReceiptId waiting = store.accept(Submissions.message("seoul", "k2", "MSH|2")).id();
    ReceiptId fresh = store.accept(Submissions.message("seoul", "k3", "MSH|3")).id();
    store.account(List.of(accounted(old, Format.HL7V2), accounted(fresh, Format.HL7V2)));
    ReceiptDatabase.execute(
        "update receipt set received_at = received_at - interval '91 days' where receipt_id <> "
            + fresh.value());

    assertThat(destruction(List.of()).round()).isEqualTo(1);

    assertThatThrownBy(() -> text(old)).hasMessageContaining("destroyed");
    assertThat(text(waiting)).isEqualTo("MSH|2");
    assertThat(text(fresh)).isEqualTo("MSH|3");
    assertThat(store.find("seoul", old)).isPresent();
  }

  @Test
  void rawGenotypesEndOnceTheRecordHasThem() throws IOException {
    ReceiptId genome = store.accept(Submissions.message("seoul", "k1", "rs1 1 1 AA")).id();
    ReceiptId refused = store.accept(Submissions.message("seoul", "k2", "rs1 1 1 AG")).id();
    store.account(
        List.of(
            accounted(genome, Format.GENOTYPES),
            closed(refused, Format.GENOTYPES, new Tally(1, 0, 0, 1, 0, 0, 0, 0))));

    assertThatThrownBy(() -> text(genome)).hasMessageContaining("destroyed");
    assertThat(text(refused)).isEqualTo("rs1 1 1 AG");
  }

  @Test
  void aKeyEncryptionKeyIsDestroyedOnlyWhenNoReceiptStandsUnderIt() throws IOException {
    ReceiptId first = store.accept(Submissions.message("seoul", "k1", "MSH|1")).id();
    keys.turnOver(Instant.now().plusSeconds(60));
    ReceiptId second = store.accept(Submissions.message("seoul", "k2", "MSH|2")).id();
    assertThat(text(first)).isEqualTo("MSH|1");
    assertThat(text(second)).isEqualTo("MSH|2");

    keys.destroy(List.of(first));
    keys.turnOver(Instant.EPOCH);

    assertThat(keys.find(List.of(first, second))).containsOnlyKeys(second);
    // An instance that still holds the old one learns of the new one at its next write.
    assertThat(text(store.accept(Submissions.message("seoul", "k3", "MSH|3")).id()))
        .isEqualTo("MSH|3");
  }

  @Test
  void thePackSaysHowLong(@TempDir Path pack) throws IOException {
    Files.writeString(
        pack.resolve("retention.csv"), "category,basis,years,days\nOPS,law,5,\nRAW,use,,30\n");
    assertThat(new RetentionFile(pack).rawReceipts()).isEqualTo(Duration.ofDays(30));
  }

  private ReceiptDestruction destruction(List<Erased> erased) {
    return new ReceiptDestruction(
        store,
        keys,
        after -> erased.stream().filter(one -> one.sequence() > after).toList(),
        () -> Duration.ofDays(90),
        Duration.ofHours(1));
  }

  private static Receipt accounted(ReceiptId id, Format format) {
    return closed(id, format, new Tally(1, 1, 0, 0, 1, 0, 0, 0));
  }

  private static Receipt closed(ReceiptId id, Format format, Tally tally) {
    return new Receipt(
        id,
        "seoul",
        format,
        Instant.EPOCH,
        Receipt.State.ACCOUNTED,
        "",
        0,
        tally,
        List.of(),
        List.of());
  }

  private static Submission file(String name, String sample, String text) {
    Submission message = Submissions.message("seoul", name, text);
    return new Submission(
        new Submission.Context("seoul", "test", Format.CSV, name, "", sample, "", ""),
        message.idempotencyKey(),
        message.contentHash(),
        message.body(),
        message.form(),
        message.rejected(),
        false);
  }

  private static byte[] hash(String text) {
    return health.lifelong.ingestion.submission.domain.Sha256.fresh()
        .digest(text.getBytes(StandardCharsets.UTF_8));
  }

  private String text(ReceiptId id) throws IOException {
    try (InputStream in = store.body(id).open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
