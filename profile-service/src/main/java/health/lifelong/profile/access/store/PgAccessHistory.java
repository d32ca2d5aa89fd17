package health.lifelong.profile.access.store;

import health.lifelong.profile.access.app.AccessHistory;
import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Purpose;
import health.lifelong.profile.access.domain.Role;
import health.lifelong.profile.scope.app.ScopedTransactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the audit trail of one person: through their salt, and for as long as there is one. */
@ApplicationScoped
public class PgAccessHistory implements AccessHistory {
  // The numbers of the page first: only its records are opened. A break-glass that the person may
  // not be told of yet stays
  // out of it, with whatever was read under it.
  private static final String PAGE =
      """
      SELECT e.* FROM access_event e
      WHERE e.person_id = $1 AND e.sequence = ANY(ARRAY(
        SELECT p.sequence FROM (
          SELECT r.seq AS sequence FROM audit_salt s JOIN audit_record r ON r.subject = s.subject
          WHERE s.person_id = $1 AND r.seq < $2 AND NOT EXISTS (
            SELECT 1 FROM break_glass g
            WHERE g.person_id = $1 AND g.person_told_at IS NULL
              AND r.body::jsonb #>> '{record,basis,break_glass}' = g.break_glass_id::text)
          UNION ALL
          SELECT u.sequence - 1000000000000000 FROM access_event_unchained u
          WHERE u.person_id = $1 AND u.sequence - 1000000000000000 < $2
        ) p ORDER BY p.sequence DESC LIMIT $3))
      ORDER BY e.sequence DESC
      """;

  private final ScopedTransactions transactions;

  PgAccessHistory(ScopedTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Uni<List<AccessEvent>> before(UUID personId, long before, int limit) {
    return transactions
        .about(
            personId, about -> about.preparedQuery(PAGE).execute(Tuple.of(personId, before, limit)))
        .map(rows -> rows.stream().map(PgAccessHistory::event).toList());
  }

  private static AccessEvent event(Row row) {
    Short purpose = row.getShort("purpose");
    return new AccessEvent(
        row.getLong("sequence"),
        row.getOffsetDateTime("recorded_at").toInstant(),
        Role.valueOf(row.getString("actor_role").toUpperCase(Locale.ROOT)),
        row.getString("actor"),
        row.getString("action"),
        purpose == null ? null : Purpose.of(purpose),
        Arrays.stream(row.getString("categories").split(","))
            .filter(code -> !code.isEmpty())
            .map(Category::ofCode)
            .toList(),
        row.getBoolean("permitted"),
        row.getString("rule"),
        new AccessEvent.Source(
            text(row.getString("actor_centre")),
            text(row.getString("client")),
            text(row.getString("reason"))));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
