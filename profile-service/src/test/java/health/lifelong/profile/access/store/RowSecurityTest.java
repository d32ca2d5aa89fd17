package health.lifelong.profile.access.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import health.lifelong.profile.kit.Dump;
import health.lifelong.profile.kit.Planted;
import health.lifelong.profile.kit.ServiceTest;
import health.lifelong.testing.DatabaseCatalogue;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** The database itself keeps persons and centres apart, whatever a statement forgets. */
@QuarkusTest
@NullUnmarked
class RowSecurityTest extends ServiceTest {
  private static final String ALL = "delete insert select update";
  private static final String QUEUE = "delete insert select";
  private static final String APPEND = "insert select";
  private static final Map<String, String> GRANTS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("person", "insert select update"),
              Map.entry("identifier", QUEUE),
              Map.entry("link_conflict", QUEUE),
              Map.entry("delivery", QUEUE),
              Map.entry("checkup", ALL),
              Map.entry("observation", ALL),
              Map.entry("observation_history", ALL),
              Map.entry("statement", ALL),
              Map.entry("list_state", ALL),
              Map.entry("document", ALL),
              Map.entry("genome", ALL),
              Map.entry("genome_block", ALL),
              Map.entry("genome_duplicate", QUEUE),
              Map.entry("lifestyle_day", ALL),
              Map.entry("critical_result", ALL),
              Map.entry("critical_result_event", ALL),
              Map.entry("consent_decision", APPEND),
              Map.entry("access_event_unchained", "select"),
              Map.entry("access_event", "select"),
              Map.entry("audit_salt", APPEND),
              Map.entry("audit_record", APPEND),
              Map.entry("audit_head", APPEND),
              Map.entry("audit_end", "select update"),
              Map.entry("break_glass", "insert select update"),
              Map.entry("change_feed", APPEND),
              Map.entry("match_due", QUEUE),
              Map.entry("match_word", QUEUE),
              Map.entry("identity_match", ALL),
              Map.entry("identity_event", ALL),
              Map.entry("token_revocation", ALL),
              Map.entry("account_link", ALL),
              Map.entry("account_code", ALL),
              Map.entry("account_try", "insert select update")));
  // Tries are of an account that is nobody yet.
  private static final Set<String> WITHOUT_PERSON =
      Set.of("audit_head", "audit_end", "token_revocation", "account_try");
  private static final Map<String, String> KEY_GRANTS =
      Map.of(
          "key_encryption_key", QUEUE,
          "data_key", ALL,
          "rotation", "insert select update",
          "erasure", APPEND);
  // The key store decides nothing by row: a key is asked for by its person, and destroyed by it.
  private static final Set<String> KEY_TABLES = KEY_GRANTS.keySet();

  @Test
  void everyTableIsDecidedForcedAndGrantedNoMoreThanListed() throws SQLException {
    try (Connection administrator = Dump.administrator(Dump.record())) {
      assertThat(DatabaseCatalogue.findings(administrator, GRANTS, WITHOUT_PERSON)).isEmpty();
    }
    try (Connection administrator = Dump.administrator(Dump.record() + "_keys")) {
      assertThat(DatabaseCatalogue.findings(administrator, KEY_GRANTS, KEY_TABLES)).isEmpty();
    }
  }

  @Test
  void aTableThatNobodyDecidedIsFound() throws SQLException {
    try (Connection administrator = Dump.administrator(Dump.record());
        Statement statement = administrator.createStatement()) {
      for (String forgotten :
          List.of(
              "create table forgotten (person_id uuid)",
              "create table forgotten (what text)",
              "create table forgotten (person_id uuid); alter table forgotten enable row level security",
              "create table forgotten (person_id uuid); alter table forgotten enable row level security; "
                  + "alter table forgotten force row level security; create policy reach on forgotten using (true)",
              "grant delete on audit_record to lifelong_application",
              "alter table observation_3 no force row level security",
              "alter table audit_head owner to lifelong_application",
              "alter role lifelong_application bypassrls",
              "alter view access_event reset (security_invoker)")) {
        administrator.setAutoCommit(false);
        statement.execute(forgotten);
        assertThat(DatabaseCatalogue.findings(administrator, GRANTS, WITHOUT_PERSON))
            .as(forgotten)
            .isNotEmpty();
        administrator.rollback();
      }
    }
  }

  @Test
  void withNothingSaidNoRowIsSeenOrWrittenInAnyTable() {
    planted();
    for (String table : closed()) {
      assertThat(seen(table, connection -> null)).as(table).isZero();
    }
  }

  @Test
  void aTransactionOfOnePersonNeitherSeesNorTouchesAnotherInAnyTable() {
    UUID one = planted();
    UUID other = planted();
    int tablesWithRows = 0;
    for (String table : closed()) {
      if (table.equals("audit_record")) {
        continue;
      }
      assertThat(foreign(table, one)).as("foreign rows seen in %s", table).isZero();
      tablesWithRows += own(table, one) > 0 ? 1 : 0;
      for (String change : changes(table)) {
        assertThat(touched(change, one, other)).as(change).isZero();
      }
    }
    assertThat(tablesWithRows).as("tables in which the person has rows").isGreaterThan(10);
  }

  @Test
  void aPersonSeesOnlyTheRecordsOfTheAuditLogThatAreAboutThem() {
    UUID one = planted();
    planted();
    profile.own(one.toString());
    long about =
        query(
                "SELECT count(*) AS n FROM audit_record r JOIN audit_salt s USING (subject) WHERE s.person_id = $1",
                row -> row.getLong("n"),
                one)
            .getFirst();
    assertThat(about).isPositive();
    assertThat(seen("audit_record", scope("", "", one))).isEqualTo(about);
  }

  @Test
  void nobodyWritesARowOfAnotherPerson() {
    UUID one = planted();
    UUID other = planted();
    Throwable refused =
        catchThrowable(
            () ->
                within(
                    scope("", "", one),
                    connection ->
                        connection
                            .preparedQuery(
                                "INSERT INTO change_feed (person_id, revision, kind) VALUES ($1, 1, 1)")
                            .execute(Tuple.of(other))
                            .await()
                            .indefinitely()));
    assertThat(refused).hasMessageContaining("row-level security");
  }

  @Test
  void aCentreSeesOfAPersonOnlyWhatItMade() {
    UUID person = planted();
    String centre =
        query(
                "SELECT centre FROM checkup WHERE person_id = $1 LIMIT 1",
                row -> row.getString(0),
                person)
            .getFirst();
    for (String table : List.of("checkup", "observation", "statement", "document")) {
      long all = own(table, person);
      assertThat(seen(table, scope("", centre, person))).as(table).isEqualTo(all).isPositive();
      assertThat(seen(table, scope("", "elsewhere", person))).as(table).isZero();
    }
    assertThat(seen("checkup", scope("", centre, null))).isPositive();
    assertThat(seen("person", scope("", centre, null))).isZero();
  }

  @Test
  void aJobReachesTheTablesOnItsListAndNoOther() {
    planted();
    assertThat(seen("change_feed", scope("change-feed", "", null))).isPositive();
    assertThat(seen("observation", scope("change-feed", "", null))).isZero();
    assertThat(seen("consent_decision", scope("delivery", "", null))).isZero();
    for (String table : closed()) {
      assertThat(seen(table, scope("no-such-job", "", null))).as(table).isZero();
    }
  }

  @Test
  void aConnectionThatGoesBackToThePoolForgetsWhatWasSaid() {
    UUID person = planted();
    SqlConnection connection = pool.getConnection().await().indefinitely();
    try {
      for (String end : List.of("COMMIT", "ROLLBACK")) {
        run(connection, "BEGIN");
        scope("", "", person).apply(connection);
        assertThat(count(connection, "person")).isEqualTo(1);
        run(connection, end);
        assertThat(count(connection, "person")).as(end).isZero();
      }
    } finally {
      connection.close().await().indefinitely();
    }
  }

  private UUID planted() {
    return UUID.fromString(Planted.person(profile, "말"));
  }

  private List<String> closed() {
    return query(
        """
        SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relrowsecurity AND NOT relispartition
        ORDER BY relname
        """,
        row -> row.getString(0));
  }

  private static List<String> changes(String table) {
    String privileges = GRANTS.get(table);
    String updates = "UPDATE " + table + " SET person_id = person_id WHERE person_id = $1";
    String deletes = "DELETE FROM " + table + " WHERE person_id = $1";
    if (privileges.equals(ALL)) {
      return List.of(updates, deletes);
    }
    if (privileges.contains("update")) {
      return List.of(updates);
    }
    return privileges.contains("delete") ? List.of(deletes) : List.of();
  }

  private long own(String table, UUID person) {
    return seen(table, scope("", "", person));
  }

  private long foreign(String table, UUID person) {
    return within(
        scope("", "", person),
        connection ->
            connection
                .preparedQuery("SELECT count(*) FROM " + table + " WHERE person_id <> $1")
                .execute(Tuple.of(person))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0));
  }

  private int touched(String change, UUID one, UUID other) {
    return within(
        scope("", "", one),
        connection -> {
          // The triggers of append-only tables are another line of defence.
          run(connection, "SET LOCAL lifelong.key_work = 'on'");
          return connection
              .preparedQuery(change)
              .execute(Tuple.of(other))
              .await()
              .indefinitely()
              .rowCount();
        });
  }

  private long seen(String table, Function<SqlConnection, Void> scope) {
    return within(scope, connection -> count(connection, table));
  }

  private static long count(SqlConnection connection, String table) {
    return connection
        .query("SELECT count(*) FROM " + table)
        .execute()
        .await()
        .indefinitely()
        .iterator()
        .next()
        .getLong(0);
  }

  private static void run(SqlConnection connection, String sql) {
    connection.query(sql).execute().await().indefinitely();
  }

  // What ScopedTransactions sends, in the test's own words.
  private static Function<SqlConnection, Void> scope(String job, String centre, UUID person) {
    String persons = person == null ? "" : "{" + person + "}";
    return connection -> {
      connection
          .preparedQuery(
              "SELECT set_config('lifelong.job', $1, true), set_config('lifelong.centre', $2, true), "
                  + "set_config('lifelong.persons', $3, true)")
          .execute(Tuple.of(job, centre, persons))
          .await()
          .indefinitely();
      return null;
    };
  }

  private <T> T within(Function<SqlConnection, Void> scope, Function<SqlConnection, T> work) {
    SqlConnection connection = pool.getConnection().await().indefinitely();
    try {
      run(connection, "BEGIN");
      scope.apply(connection);
      return work.apply(connection);
    } finally {
      run(connection, "ROLLBACK");
      connection.close().await().indefinitely();
    }
  }
}
