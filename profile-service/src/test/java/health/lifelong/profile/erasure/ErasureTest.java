package health.lifelong.profile.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.profile.erasure.app.ErasureLedger;
import health.lifelong.profile.erasure.app.ErasureReplay;
import health.lifelong.profile.erasure.domain.PersonTable;
import health.lifelong.profile.keys.domain.SealedColumn;
import health.lifelong.profile.kit.Dump;
import health.lifelong.profile.kit.Entries;
import health.lifelong.profile.kit.Planted;
import health.lifelong.profile.kit.ServiceTest;
import health.lifelong.profile.kit.Tokens;
import health.lifelong.profile.v1.ErasePersonRequest;
import health.lifelong.profile.v1.ErasePersonResponse;
import health.lifelong.profile.v1.Erasure;
import health.lifelong.profile.v1.ListErasuresRequest;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A person who is erased stays erased. */
@QuarkusTest
class ErasureTest extends ServiceTest {
  @Inject ErasureReplay replay;
  @Inject ErasureLedger ledger;

  @Inject
  @ReactiveDataSource("keys")
  Pool keyStore;

  @Test
  void everyTableWithAPersonHasItsRule() {
    TreeSet<String> ruled = new TreeSet<>(PersonTable.KEPT);
    for (PersonTable table : PersonTable.values()) {
      ruled.add(table.table());
    }

    assertThat(
            query(
                """
                SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                WHERE a.attname = 'person_id' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                  AND c.relnamespace = 'public'::regnamespace ORDER BY 1
                """,
                row -> row.getString("name")))
        .containsExactlyElementsOf(ruled);
  }

  @Test
  void theRowsAndTheKeysAreGoneAndTheNeighbourStays() {
    String person = Planted.person(profile, "지울말");
    String neighbour = Planted.person(profile, "남는말");

    ErasePersonResponse erased = erase(person);
    ErasePersonResponse again = erase(person);

    assertThat(again).isEqualTo(erased);
    assertUnreadable(person);
    assertThat(rows(person)).isZero();
    assertThat(keys(person)).isZero();
    assertThat(profile.own(neighbour).getPerson().getName()).isEqualTo("남는말");
    assertThat(
            query(
                "SELECT DISTINCT kind::int AS kind FROM change_feed WHERE person_id = $1 AND kind = 9",
                row -> row.getInteger("kind"),
                UUID.fromString(person)))
        .containsExactly(9);
    assertThat(
            query(
                "SELECT rule FROM access_event WHERE person_id = $1 AND action = 'person.erase'",
                row -> row.getString("rule"),
                UUID.fromString(person)))
        .containsExactly("subject:own");
    assertThat(
            reason(
                catchThrowable(
                    () -> profile.write(Entries.entry(Entries.byId(person), Entries.visit("v"))))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
  }

  @Test
  void anOlderDumpBroughtBackStaysUnreadable() {
    String word = "되살아날말" + UUID.randomUUID();
    String person = Planted.person(profile, word);
    String neighbour = Planted.person(profile, "남는말");
    Dump.take();
    erase(person);

    Dump.restore();

    // The rows are back, but not the keys: even before the ledger is run nothing opens.
    assertThat(rows(person)).isPositive();
    assertUnreadable(person);
    assertThat(replay.replay().await().indefinitely()).isEqualTo(1);
    assertUnreadable(person);
    assertThat(rows(person)).isZero();
    assertThat(Dump.text()).doesNotContain(word);
    assertThat(profile.own(neighbour).getPerson().getName()).isEqualTo("남는말");
    assertThat(replay.replay().await().indefinitely()).isZero();
  }

  @Test
  void aCrashBetweenKeysAndRowsIsFinishedAtTheNextStart() {
    String person = Planted.person(profile, "말");
    ledger.write(UUID.fromString(person), List.of("r"), Map.of()).await().indefinitely();

    assertUnreadable(person);
    assertThat(replay.replay().await().indefinitely()).isEqualTo(1);
    assertThat(rows(person)).isZero();
  }

  @Test
  void whatALawKeepsIsLockedAndEndsWithItsDay() {
    String person = Planted.person(profile, "말");
    LocalDate until = LocalDate.of(2001, 1, 1);
    UUID id = UUID.fromString(person);
    ledger.write(id, List.of(), Map.of("CHK", until.plusYears(500))).await().indefinitely();
    replay.replay().await().indefinitely();

    assertUnreadable(person);
    assertThat(count("observation", person)).isPositive();
    assertThat(count("genome", person)).isZero();
    assertThat(count("identifier", person)).isZero();
    assertThat(keys(person)).isPositive();
    assertThat(replay.endLocks().await().indefinitely()).isZero();

    keyStore
        .preparedQuery("UPDATE data_key SET locked_until = $1 WHERE person_id = $2")
        .execute(Tuple.of(until, id))
        .await()
        .indefinitely();
    assertThat(replay.endLocks().await().indefinitely()).isEqualTo(1);
    assertThat(rows(person)).isZero();
    assertThat(keys(person)).isZero();
  }

  @Test
  void ingestionLearnsWhichReceiptsToDestroyAndNobodyElseDoes() {
    String receipt = "0ABCDEFGH" + UUID.randomUUID().toString().substring(0, 4);
    String person =
        profile
            .write(
                Entries.entry(
                    Entries.person("seoul", Entries.chart(UUID.randomUUID().toString())),
                    receipt,
                    Entries.visit("v")))
            .getPersonId();
    erase(person);

    List<Erasure> erasures =
        profile
            .rights(Tokens.ingestion())
            .listErasures(ListErasuresRequest.newBuilder().setPageSize(1000).build())
            .getErasuresList();
    assertThat(erasures)
        .anySatisfy(e -> assertThat(e.getReceiptIdsList()).containsExactly(receipt));
    assertThat(erasures)
        .isSortedAccordingTo((a, b) -> Long.compare(a.getSequence(), b.getSequence()));
    for (String token : List.of(Tokens.analytics(), Tokens.operator(), Tokens.person(person))) {
      assertThat(
              reason(
                  catchThrowable(
                      () ->
                          profile
                              .rights(token)
                              .listErasures(ListErasuresRequest.getDefaultInstance()))))
          .isEqualTo(ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT);
    }
  }

  @Test
  void nobodyErasesAnotherPersonOrOneWhoIsUnknown() {
    String person = Planted.person(profile, "말");
    String unknown = UUID.randomUUID().toString();

    for (String token :
        List.of(
            Tokens.person(unknown),
            Tokens.centre("seoul"),
            Tokens.clinician("dr", "seoul"),
            Tokens.operator(),
            Tokens.ingestion())) {
      assertThat(reason(catchThrowable(() -> erase(token, person))))
          .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    }
    assertThat(reason(catchThrowable(() -> erase(unknown))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(profile.own(person).getPerson().getName()).isEqualTo("말");
  }

  @Test
  void theLedgerIsAppendOnly() throws SQLException {
    assertThat(
            catchThrowable(
                () -> keyStore.query("DELETE FROM erasure").execute().await().indefinitely()))
        .hasMessageContaining("permission denied");
    try (Connection administrator = Dump.administrator(Dump.record() + "_keys");
        Statement statement = administrator.createStatement()) {
      assertThat(catchThrowable(() -> statement.execute("DELETE FROM erasure")))
          .hasMessageContaining("append-only");
    }
  }

  private ErasePersonResponse erase(String person) {
    return erase(Tokens.person(person), person);
  }

  private ErasePersonResponse erase(String token, String person) {
    return profile
        .rights(token)
        .erasePerson(ErasePersonRequest.newBuilder().setPersonId(person).build());
  }

  private void assertUnreadable(String person) {
    assertThat(reason(catchThrowable(() -> profile.own(person))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
  }

  private long rows(String person) {
    return Arrays.stream(PersonTable.values()).mapToLong(t -> count(t.table(), person)).sum()
        + query(
                "SELECT count(*) AS n FROM person WHERE person_id = $1 AND (state <> 3 OR sex <> 0 OR %s IS NOT NULL)"
                    .formatted(SealedColumn.PERSON_NAME.column()),
                row -> row.getLong("n"),
                UUID.fromString(person))
            .getFirst();
  }

  private long count(String table, String person) {
    return query(
            "SELECT count(*) AS n FROM " + table + " WHERE person_id = $1",
            row -> row.getLong("n"),
            UUID.fromString(person))
        .getFirst();
  }

  private long keys(String person) {
    return keyStore
        .preparedQuery("SELECT count(*) FROM data_key WHERE person_id = $1")
        .execute(Tuple.of(UUID.fromString(person)))
        .await()
        .indefinitely()
        .iterator()
        .next()
        .getLong(0);
  }
}
