package health.lifelong.analytics.ledger.store;

import health.lifelong.analytics.insight.algorithm.CanonicalForm;
import health.lifelong.analytics.ledger.app.Ledger.Entry;
import health.lifelong.analytics.ledger.domain.KeptInput;
import health.lifelong.analytics.ledger.domain.KeptInsight;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rows of the ledger, and the statements that write them. */
final class LedgerRows {
  /** Personal health management, by its number in the contracts. */
  private static final int PURPOSE = 2;

  private static final String INPUT =
      """
      insert into insight_input (person_id, revision, purpose, as_of, engine_version, pack_version, withheld,
                                 valid_until, part_digests, genome_id, genome_key, record, record_sha256, computed_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (person_id) do update set
        revision = excluded.revision, purpose = excluded.purpose, as_of = excluded.as_of,
        engine_version = excluded.engine_version, pack_version = excluded.pack_version,
        withheld = excluded.withheld, valid_until = excluded.valid_until, part_digests = excluded.part_digests,
        genome_id = excluded.genome_id, genome_key = excluded.genome_key, record = excluded.record,
        record_sha256 = excluded.record_sha256, computed_at = excluded.computed_at
      """;
  private static final String INSIGHT =
      """
      insert into insight_record (person_id, model, ordinal, insight_id, subject, revision, as_of, viewer, purpose,
                                  model_version, data_version, pack_version, inputs_sha256, result_sha256, result,
                                  computed_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String TEXT =
      "insert into insight_text (person_id, language, model, insights) values (?, ?, ?, ?)";

  private LedgerRows() {}

  static void write(Connection connection, Entry entry, Instant now) throws SQLException {
    UUID person = entry.input().personId();
    input(connection, entry.input(), now);
    if (entry.onlyThese()) {
      delete(connection, "delete from insight_record where person_id = ?", person);
      delete(connection, "delete from insight_text where person_id = ?", person);
    } else {
      List<String> models = List.copyOf(entry.models());
      delete(
          connection,
          "delete from insight_record where person_id = ? and model = any (?)",
          person,
          models);
      delete(
          connection,
          "delete from insight_text where person_id = ? and (model = '' or model = any (?))",
          person,
          models);
    }
    insights(connection, person, entry.insights(), now);
    for (Map.Entry<String, Map<String, byte[]>> text : entry.texts().entrySet()) {
      text(connection, person, text.getKey(), text.getValue());
    }
  }

  private static void input(Connection connection, KeptInput input, Instant now)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INPUT)) {
      Instant until = input.validUntil();
      insert.setObject(1, input.personId());
      insert.setLong(2, input.revision());
      insert.setInt(3, PURPOSE);
      insert.setObject(4, input.asOf());
      insert.setString(5, input.engineVersion());
      insert.setString(6, input.packVersion());
      insert.setString(7, input.withheld());
      insert.setTimestamp(8, until == null ? null : Timestamp.from(until));
      insert.setArray(9, connection.createArrayOf("text", input.partDigests().toArray()));
      insert.setString(10, input.genomeId());
      insert.setString(11, input.genomeKey());
      insert.setBytes(12, Deflated.of(input.record()));
      insert.setBytes(13, CanonicalForm.sha256(input.record()));
      insert.setTimestamp(14, Timestamp.from(now));
      insert.executeUpdate();
    }
  }

  private static void insights(
      Connection connection, UUID person, List<KeptInsight> insights, Instant now)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSIGHT)) {
      for (KeptInsight insight : insights) {
        insert.setObject(1, person);
        insert.setString(2, insight.model());
        insert.setInt(3, insight.ordinal());
        insert.setString(4, insight.insightId());
        insert.setString(5, insight.subject());
        insert.setLong(6, insight.revision());
        insert.setObject(7, insight.asOf());
        insert.setString(8, insight.viewer());
        insert.setInt(9, PURPOSE);
        insert.setString(10, insight.modelVersion());
        insert.setString(11, insight.dataVersion());
        insert.setString(12, insight.packVersion());
        insert.setBytes(13, insight.inputsHash());
        insert.setBytes(14, insight.resultHash());
        insert.setBytes(15, Deflated.of(insight.result()));
        insert.setTimestamp(16, Timestamp.from(now));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  static void text(Connection connection, UUID person, String language, Map<String, byte[]> parts)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(TEXT)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        insert.setObject(1, person);
        insert.setString(2, language);
        insert.setString(3, part.getKey());
        insert.setBytes(4, Deflated.of(part.getValue()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  static void delete(Connection connection, String sql, UUID person) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setObject(1, person);
      delete.executeUpdate();
    }
  }

  private static void delete(Connection connection, String sql, UUID person, List<String> models)
      throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setObject(1, person);
      delete.setArray(2, connection.createArrayOf("text", models.toArray()));
      delete.executeUpdate();
    }
  }

  static KeptInput input(ResultSet row) throws SQLException {
    Timestamp until = row.getTimestamp("valid_until");
    return new KeptInput(
        row.getObject("person_id", UUID.class),
        row.getLong("revision"),
        row.getObject("as_of", LocalDate.class),
        row.getString("engine_version"),
        row.getString("pack_version"),
        row.getString("withheld"),
        until == null ? null : until.toInstant(),
        List.of((String[]) row.getArray("part_digests").getArray()),
        row.getString("genome_id"),
        row.getString("genome_key"),
        Deflated.inflate(row.getBytes("record")));
  }

  static KeptInsight insight(ResultSet row) throws SQLException {
    return new KeptInsight(
        row.getString("model"),
        row.getInt("ordinal"),
        row.getString("insight_id"),
        row.getString("subject"),
        row.getLong("revision"),
        row.getObject("as_of", LocalDate.class),
        row.getString("viewer"),
        row.getString("model_version"),
        row.getString("data_version"),
        row.getString("pack_version"),
        row.getBytes("inputs_sha256"),
        row.getBytes("result_sha256"),
        Deflated.inflate(row.getBytes("result")));
  }
}
