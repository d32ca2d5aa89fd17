package health.lifelong.ingestion.submission.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import health.lifelong.ingestion.submission.domain.Format;
import health.lifelong.ingestion.submission.domain.ReceiptId;
import health.lifelong.ingestion.submission.domain.Rejection;
import health.lifelong.ingestion.submission.domain.Submission;
import health.lifelong.ingestion.submission.domain.Tally;
import health.lifelong.ingestion.submission.store.ScopedWork.Job;
import health.lifelong.testing.DatabaseCatalogue;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database itself keeps the centres apart, whatever a statement forgets. */
class RowSecurityTest {
  private static final List<String> CENTRES =
      List.of("seoul", "busan", "daegu", "incheon", "gwangju", "daejeon", "suwon");
  private static final Map<String, String> GRANTS =
      Map.of(
          "receipt", "insert select update",
          "receipt_body", "delete insert select",
          "rejection", "delete insert select",
          "receipt_person", "insert select",
          "outbox", "delete insert select update");
  private static final Map<String, String> KEY_GRANTS =
      Map.of(
          "key_encryption_key", "delete insert select",
          "receipt_key", "delete insert select",
          "erasure_position", "insert select update");

  private final ScopedWork scoped = new ScopedWork(ReceiptDatabase.source());

  @BeforeEach
  void aReceiptOfEveryCentre() throws SQLException {
    ReceiptDatabase.clear();
    for (String centre : CENTRES) {
      ReceiptId id = ReceiptDatabase.store().accept(submission(centre)).id();
      ReceiptDatabase.execute(
          "insert into receipt_person values (" + id.value() + ", 0, 'p-" + centre + "')");
    }
  }

  private static Submission submission(String centre) {
    byte[] body = ("of " + centre).getBytes(StandardCharsets.UTF_8);
    return new Submission(
        new Submission.Context(centre, "mllp", Format.HL7V2, "", "", "", "", ""),
        body,
        body,
        new Submission.Body.Bytes(body),
        new Tally(1, 0, 0, 1, 0, 0, 0, 0),
        List.of(Rejection.record(0, "", "SAID", "for a row of its own")),
        false);
  }

  @Test
  void everyTableIsDecidedForcedAndGrantedNoMoreThanListed() throws SQLException {
    try (Connection administrator = ReceiptDatabase.administrator(ReceiptDatabase.source())) {
      assertThat(DatabaseCatalogue.findings(administrator, GRANTS, Set.of())).isEmpty();
    }
    try (Connection administrator = ReceiptDatabase.administrator(ReceiptDatabase.keySource())) {
      assertThat(DatabaseCatalogue.findings(administrator, KEY_GRANTS, KEY_GRANTS.keySet()))
          .isEmpty();
    }
  }

  @Test
  void everyCentreSeesItsOwnRowAndNoneOfTheSixOthersInAnyTable() throws SQLException {
    for (String table : GRANTS.keySet()) {
      for (String centre : CENTRES) {
        assertThat(scoped.<Long>of(List.of(centre), connection -> count(connection, table)))
            .as("%s of %s", table, centre)
            .isEqualTo(1);
        assertThat(
                scoped.<Long>of(List.of(centre), connection -> foreign(connection, table, centre)))
            .as("%s, foreign to %s", table, centre)
            .isZero();
      }
    }
  }

  @Test
  void noCentreChangesARowOfAnotherInAnyTable() throws SQLException {
    for (Map.Entry<String, String> grant : GRANTS.entrySet()) {
      String table = grant.getKey();
      for (String verb : List.of("update", "delete")) {
        if (grant.getValue().contains(verb)) {
          String change =
              verb.equals("delete")
                  ? "delete from " + table + others("busan")
                  : "update " + table + " set receipt_id = receipt_id" + others("busan");
          assertThat(scoped.<Integer>of(List.of("busan"), connection -> change(connection, change)))
              .as(change)
              .isZero();
        }
      }
    }
  }

  @Test
  void noCentreWritesARowForAnother() throws SQLException {
    long foreign = id("seoul");
    for (String insert :
        List.of(
            "insert into receipt_body (receipt_id, chunk, bytes) values (%d, 9, '')",
            "insert into rejection (receipt_id, ordinal, record_index, path, reason, detail, part) values (%d, 9, 0, '', '', '', true)",
            "insert into receipt_person (receipt_id, ordinal, person_id) values (%d, 9, '')",
            "update receipt set centre = 'seoul' where receipt_id <> %d")) {
      Throwable refused =
          catchThrowable(
              () ->
                  scoped.of(
                      List.of("busan"),
                      connection -> change(connection, insert.formatted(foreign))));
      assertThat(refused).as(insert).hasMessageContaining("row-level security");
    }
  }

  @Test
  void withNothingSaidNoRowIsSeenInAnyTable() throws SQLException {
    for (String table : GRANTS.keySet()) {
      assertThat(scoped.<Long>of(List.of(), connection -> count(connection, table))).isZero();
      try (Connection bare = ReceiptDatabase.source().getConnection()) {
        assertThat(count(bare, table)).as(table).isZero();
      }
    }
  }

  @Test
  void aConnectionForgetsWhatWasSaidWithItsTransaction() throws SQLException {
    try (Connection connection = ReceiptDatabase.source().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String end : List.of("commit", "rollback")) {
        statement.execute("select set_config('lifelong.centres', '{seoul}', true)");
        assertThat(count(connection, "receipt")).isEqualTo(1);
        statement.execute(end);
        assertThat(count(connection, "receipt")).as(end).isZero();
        statement.execute("rollback");
      }
    }
  }

  @Test
  void aJobSaysItsNameAndSeesEveryCentre() throws SQLException {
    assertThat(scoped.<Long>as(Job.DELIVERY, connection -> count(connection, "outbox")))
        .isEqualTo(7);
    assertThat(scoped.<Long>as(Job.DESTRUCTION, connection -> count(connection, "receipt")))
        .isEqualTo(7);
  }

  private static String others(String centre) throws SQLException {
    return " where receipt_id <> " + id(centre);
  }

  private static long id(String centre) throws SQLException {
    try (Connection connection = ReceiptDatabase.administrator(ReceiptDatabase.source());
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select receipt_id from receipt where centre = '" + centre + "'")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static long foreign(Connection connection, String table, String centre)
      throws SQLException {
    return number(connection, "select count(*) from " + table + others(centre));
  }

  private static long count(Connection connection, String table) throws SQLException {
    return number(connection, "select count(*) from " + table);
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static int change(Connection connection, String change) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(change);
    }
  }
}
