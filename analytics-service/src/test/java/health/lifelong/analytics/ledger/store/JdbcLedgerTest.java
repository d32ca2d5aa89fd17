package health.lifelong.analytics.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lifelong.analytics.ledger.app.Ledger;
import health.lifelong.analytics.ledger.app.Ledger.Entry;
import health.lifelong.analytics.ledger.app.Ledger.KeptReport;
import health.lifelong.analytics.ledger.domain.KeptInput;
import health.lifelong.analytics.ledger.domain.KeptInsight;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.testing.DatabaseCatalogue;
import health.lifelong.testing.PostgresResource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The ledger on a real PostgreSQL with the real migration. */
class JdbcLedgerTest {
  private static final PostgresResource POSTGRES = new PostgresResource();
  private static final PGSimpleDataSource SOURCE = new PGSimpleDataSource();
  private static final PGSimpleDataSource ADMINISTRATOR = new PGSimpleDataSource();
  private static final UUID PERSON = new UUID(1, 1);
  private static final UUID OTHER = new UUID(2, 2);

  private final Ledger ledger = new JdbcLedger(SOURCE);

  @BeforeAll
  static void migrate() {
    Map<String, String> settings = POSTGRES.start();
    SOURCE.setUrl(settings.get("quarkus.datasource.jdbc.url"));
    SOURCE.setUser(settings.get("quarkus.datasource.username"));
    SOURCE.setPassword(settings.get("quarkus.datasource.password"));
    ADMINISTRATOR.setUrl(SOURCE.getUrl());
    ADMINISTRATOR.setUser(settings.get(PostgresResource.ADMINISTRATOR));
    ADMINISTRATOR.setPassword(settings.get(PostgresResource.ADMINISTRATOR_PASSWORD));
    Flyway.configure()
        .dataSource(SOURCE.getUrl(), PostgresResource.OWNER, PostgresResource.OWNER)
        .placeholders(Map.of("application", PostgresResource.APPLICATION))
        .load()
        .migrate();
  }

  @AfterAll
  static void stop() {
    POSTGRES.stop();
  }

  @BeforeEach
  void clear() throws Exception {
    try (Connection connection = ADMINISTRATOR.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("truncate insight_input, feed_position cascade");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static KeptInput input(UUID person, long revision, Instant until) {
    return new KeptInput(
        person,
        revision,
        LocalDate.of(2025, 5, 20),
        "engine 1",
        "kr 1",
        "{}",
        until,
        List.of("a", "b", "c", "d", "e"),
        "g1",
        "k1",
        bytes("record " + "x".repeat(100_000)));
  }

  private static KeptInsight insight(String model, int ordinal, String result) {
    return new KeptInsight(
        model,
        ordinal,
        model + ":all:3",
        "all",
        3,
        LocalDate.of(2025, 5, 20),
        "person",
        "1",
        "kr 1",
        "kr 1",
        bytes("inputs"),
        bytes("hash"),
        bytes(result));
  }

  private static Entry entry(KeptInput input, boolean onlyThese, KeptInsight... insights) {
    Set<String> models = Set.of(insights[0].model());
    return new Entry(
        input,
        models,
        List.of(insights),
        Map.of("ko", Map.of("", bytes("head"), insights[0].model(), bytes("text"))),
        onlyThese);
  }

  @Test
  void whatWasWrittenIsReadByteForByteByAnotherInstance() {
    ledger.write(entry(input(PERSON, 3, null), true, insight("steps", 0, "first")));

    Ledger.Proof proof = new JdbcLedger(SOURCE).proof(PERSON).orElseThrow();

    assertThat(proof.input()).usingRecursiveComparison().isEqualTo(input(PERSON, 3, null));
    assertThat(proof.insights()).hasSize(1);
    assertThat(proof.insights().getFirst())
        .usingRecursiveComparison()
        .isEqualTo(insight("steps", 0, "first"));
    assertThat(ledger.find(PERSON).orElseThrow().languages()).containsExactly("ko");
  }

  @Test
  void aChangeReplacesItsModelsAndLeavesTheOthers() {
    ledger.write(entry(input(PERSON, 3, null), true, insight("a", 0, "a0"), insight("a", 1, "a1")));
    ledger.write(entry(input(PERSON, 4, null), false, insight("b", 0, "b0")));
    ledger.write(entry(input(PERSON, 5, null), false, insight("a", 0, "a2")));

    Ledger.Proof proof = ledger.proof(PERSON).orElseThrow();

    assertThat(proof.input().revision()).isEqualTo(5);
    assertThat(proof.insights())
        .extracting(i -> new String(i.result(), StandardCharsets.UTF_8))
        .containsExactly("a2", "b0");
    assertThat(ledger.report(PERSON, "ko").orElseThrow().parts()).containsOnlyKeys("", "a", "b");

    ledger.write(entry(input(PERSON, 6, null), true, insight("b", 0, "b1")));
    assertThat(ledger.proof(PERSON).orElseThrow().insights()).hasSize(1);
    assertThat(ledger.report(PERSON, "ko").orElseThrow().parts()).containsOnlyKeys("", "b");
  }

  @Test
  void forgottenIsForgottenInEveryTable() throws Exception {
    ledger.write(entry(input(PERSON, 3, null), true, insight("a", 0, "a0")));
    ledger.write(entry(input(OTHER, 3, null), true, insight("a", 0, "a0")));

    ledger.forget(PERSON);

    assertThat(ledger.persons(new UUID(0, 0), 10)).containsExactly(OTHER);
    try (Connection connection = ADMINISTRATOR.getConnection();
        Statement statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select (select count(*) from insight_record), (select count(*) from insight_text)")) {
      rows.next();
      assertThat(rows.getInt(1)).isEqualTo(1);
      assertThat(rows.getInt(2)).isEqualTo(2);
    }
  }

  @Test
  void aReportInAnotherLanguageIsKeptOnlyBesideTheSameRecord() {
    ledger.write(entry(input(PERSON, 3, null), true, insight("a", 0, "a0")));

    ledger.addReport(
        PERSON, new KeptReport(2, "engine 1", "{}", null, Map.of("a", bytes("old"))), "en");
    assertThat(ledger.report(PERSON, "en")).isEmpty();

    ledger.addReport(
        PERSON, new KeptReport(3, "engine 1", "{}", null, Map.of("a", bytes("now"))), "en");
    assertThat(ledger.report(PERSON, "en")).isPresent();
    assertThat(ledger.find(PERSON).orElseThrow().languages()).containsExactlyInAnyOrder("en", "ko");
  }

  @Test
  void oneInstanceAtATimeHasTheTurn() {
    Ledger second = new JdbcLedger(SOURCE);
    try (Ledger.Turn turn = ledger.turn().orElseThrow()) {
      assertThat(second.turn()).isEmpty();
    }
    try (Ledger.Turn turn = second.turn().orElseThrow()) {
      assertThat(turn).isNotNull();
    }
  }

  @Test
  void positionsAndEndsAreRemembered() {
    Instant end = Instant.parse("2026-01-01T00:00:00Z");
    ledger.write(entry(input(PERSON, 3, end), true, insight("a", 0, "a0")));
    ledger.advance("job", 41);
    ledger.advance("job", 42);

    assertThat(ledger.position("job")).isEqualTo(42);
    assertThat(ledger.position("other")).isZero();
    assertThat(ledger.ended(end.minusSeconds(1), 10)).isEmpty();
    assertThat(ledger.ended(end, 10)).containsExactly(PERSON);
  }

  @Test
  void aDatabaseThatIsAwayIsSaidToBe() {
    PGSimpleDataSource away = new PGSimpleDataSource();
    away.setUrl("jdbc:postgresql://localhost:1/away");

    assertThatThrownBy(() -> new JdbcLedger(away).find(PERSON))
        .isInstanceOfSatisfying(
            LifelongException.class,
            failure ->
                assertThat(failure.reason())
                    .isEqualTo(ErrorReason.ERROR_REASON_DEPENDENCY_UNAVAILABLE));
  }

  @Test
  void everyTableIsDecidedForcedAndGrantedNoMoreThanListed() throws Exception {
    String rows = "delete insert select update";
    try (Connection connection = ADMINISTRATOR.getConnection()) {
      assertThat(
              DatabaseCatalogue.findings(
                  connection,
                  Map.of(
                      "insight_input", rows,
                      "insight_record", rows,
                      "insight_text", rows,
                      "feed_position", "insert select update"),
                  Set.of("feed_position")))
          .isEmpty();
    }
  }

  @Test
  void aTransactionSeesOnlyThePersonItIsAboutAndWithNothingSaidNobody() throws Exception {
    ledger.write(entry(input(PERSON, 3, null), true, insight("a", 0, "a0")));
    ledger.write(entry(input(OTHER, 3, null), true, insight("a", 0, "a0")));
    ScopedWork scoped = new ScopedWork(SOURCE);
    for (String table : List.of("insight_input", "insight_record", "insight_text")) {
      String all = "select count(distinct person_id) from " + table;
      assertThat(scoped.<Long>of(PERSON, connection -> number(connection, all))).isEqualTo(1);
      try (Connection bare = SOURCE.getConnection()) {
        assertThat(number(bare, all)).as(table).isZero();
      }
      String change = "delete from " + table + " where person_id = '" + OTHER + "'";
      assertThat(
              scoped.<Integer>of(
                  PERSON,
                  connection -> {
                    try (Statement statement = connection.createStatement()) {
                      return statement.executeUpdate(change);
                    }
                  }))
          .isZero();
    }
    String texts = "select count(*) from insight_text";
    assertThat(scoped.<Long>recompute(connection -> number(connection, texts))).isZero();
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
