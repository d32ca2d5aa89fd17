package health.lifelong.analytics.ledger.store;

import health.lifelong.analytics.ledger.app.Ledger;
import health.lifelong.analytics.ledger.domain.KeptInput;
import health.lifelong.analytics.ledger.domain.KeptInsight;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The ledger in PostgreSQL. Blocking; callers run on virtual threads or workers. */
@ApplicationScoped
public class JdbcLedger implements Ledger {
  private static final String REPORT =
      """
      select t.model, t.insights, i.person_id, i.revision, i.as_of, i.engine_version, i.withheld, i.valid_until
      from insight_input i join insight_text t using (person_id) where person_id = ? and language = ?
      """;

  private final DataSource dataSource;
  private final ScopedWork scoped;
  private final Clock clock = Clock.systemUTC();

  public JdbcLedger(DataSource dataSource) {
    this.dataSource = dataSource;
    this.scoped = new ScopedWork(dataSource);
  }

  @Override
  public Optional<Kept> find(UUID personId) {
    return scoped.of(
        personId,
        connection -> {
          KeptInput input = input(connection, personId);
          return input == null
              ? Optional.empty()
              : Optional.of(new Kept(input, languages(connection, personId)));
        });
  }

  private static @Nullable KeptInput input(Connection connection, UUID person) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select * from insight_input where person_id = ?")) {
      select.setObject(1, person);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? LedgerRows.input(row) : null;
      }
    }
  }

  private static Set<String> languages(Connection connection, UUID person) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select distinct language from insight_text where person_id = ?")) {
      select.setObject(1, person);
      Set<String> languages = new TreeSet<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          languages.add(rows.getString(1));
        }
      }
      return languages;
    }
  }

  @Override
  public void write(Entry entry) {
    scoped.of(
        entry.input().personId(),
        connection -> {
          LedgerRows.write(connection, entry, clock.instant());
          return true;
        });
  }

  @Override
  public void forget(UUID personId) {
    scoped.of(
        personId,
        connection -> {
          LedgerRows.delete(connection, "delete from insight_input where person_id = ?", personId);
          return true;
        });
  }

  @Override
  public Optional<KeptReport> report(UUID personId, String language) {
    return scoped.of(
        personId,
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(REPORT)) {
            select.setObject(1, personId);
            select.setString(2, language);
            try (ResultSet rows = select.executeQuery()) {
              return report(rows);
            }
          }
        });
  }

  private static Optional<KeptReport> report(ResultSet rows) throws SQLException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    KeptReport report = null;
    while (rows.next()) {
      parts.put(rows.getString("model"), Deflated.inflate(rows.getBytes("insights")));
      if (report == null) {
        Timestamp until = rows.getTimestamp("valid_until");
        report =
            new KeptReport(
                rows.getLong("revision"),
                rows.getString("engine_version"),
                rows.getString("withheld"),
                until == null ? null : until.toInstant(),
                Map.of());
      }
    }
    return report == null ? Optional.empty() : Optional.of(report.with(parts));
  }

  @Override
  public void addReport(UUID personId, KeptReport report, String language) {
    scoped.of(
        personId,
        connection -> {
          KeptInput input = locked(connection, personId);
          if (input != null
              && input.revision() == report.revision()
              && input.engineVersion().equals(report.engineVersion())
              && input.withheld().equals(report.withheld())
              && !languages(connection, personId).contains(language)) {
            LedgerRows.text(connection, personId, language, report.parts());
          }
          return true;
        });
  }

  private static @Nullable KeptInput locked(Connection connection, UUID person)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select * from insight_input where person_id = ? for update")) {
      select.setObject(1, person);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? LedgerRows.input(row) : null;
      }
    }
  }

  @Override
  public List<UUID> persons(UUID after, int limit) {
    return scoped.recompute(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "select person_id from insight_input where person_id > ? order by person_id limit ?")) {
            select.setObject(1, after);
            select.setInt(2, limit);
            return ids(select);
          }
        });
  }

  @Override
  public List<UUID> ended(Instant now, int limit) {
    return scoped.recompute(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "select person_id from insight_input where valid_until <= ? order by valid_until limit ?")) {
            select.setTimestamp(1, Timestamp.from(now));
            select.setInt(2, limit);
            return ids(select);
          }
        });
  }

  private static List<UUID> ids(PreparedStatement select) throws SQLException {
    List<UUID> ids = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        ids.add(rows.getObject(1, UUID.class));
      }
    }
    return ids;
  }

  @Override
  public Optional<Proof> proof(UUID personId) {
    return scoped.of(
        personId,
        connection -> {
          KeptInput input = input(connection, personId);
          return input == null
              ? Optional.empty()
              : Optional.of(new Proof(input, insights(connection, personId)));
        });
  }

  private static List<KeptInsight> insights(Connection connection, UUID person)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select * from insight_record where person_id = ? order by model, ordinal")) {
      select.setObject(1, person);
      List<KeptInsight> insights = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          insights.add(LedgerRows.insight(rows));
        }
      }
      return insights;
    }
  }

  @Override
  public long position(String job) {
    return scoped.recompute(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement("select sequence from feed_position where job = ?")) {
            select.setString(1, job);
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? row.getLong(1) : 0L;
            }
          }
        });
  }

  @Override
  public void advance(String job, long sequence) {
    scoped.recompute(
        connection -> {
          try (PreparedStatement upsert =
              connection.prepareStatement(
                  """
                  insert into feed_position (job, sequence, moved_at) values (?, ?, ?)
                  on conflict (job) do update set sequence = excluded.sequence, moved_at = excluded.moved_at
                  """)) {
            upsert.setString(1, job);
            upsert.setLong(2, sequence);
            upsert.setTimestamp(3, Timestamp.from(clock.instant()));
            return upsert.executeUpdate();
          }
        });
  }

  @Override
  public Optional<Turn> turn() {
    return FollowerTurn.tryHold(dataSource);
  }
}
