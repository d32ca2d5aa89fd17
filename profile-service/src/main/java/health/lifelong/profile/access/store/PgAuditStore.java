package health.lifelong.profile.access.store;

import static health.lifelong.profile.change.store.UnnestInsert.Type.BOOLEAN;
import static health.lifelong.profile.change.store.UnnestInsert.Type.SMALLINT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.TEXT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.UUID;

import health.lifelong.profile.access.app.AuditStore;
import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Purpose;
import health.lifelong.profile.change.store.UnnestInsert;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Appends audit records, many in one statement. */
@ApplicationScoped
public class PgAuditStore implements AuditStore {
  private static final UnnestInsert INSERT =
      UnnestInsert.into("access_event")
          .column("person_id", UUID)
          .column("purpose", SMALLINT)
          .column("permitted", BOOLEAN)
          .column("actor_role", TEXT)
          .column("actor", TEXT)
          .column("action", TEXT)
          .column("categories", TEXT)
          .column("rule", TEXT)
          .build();

  private final Pool pool;

  PgAuditStore(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<Void> append(List<AccessEvent.Draft> events) {
    return INSERT.execute(pool, rows(events)).replaceWithVoid();
  }

  @Override
  public Uni<Void> append(SqlConnection transaction, List<AccessEvent.Draft> events) {
    return INSERT.execute(transaction, rows(events)).replaceWithVoid();
  }

  private static List<@Nullable Object[]> rows(List<AccessEvent.Draft> events) {
    return events.stream().map(PgAuditStore::row).toList();
  }

  private static @Nullable Object[] row(AccessEvent.Draft event) {
    Purpose purpose = event.purpose();
    return new @Nullable Object[] {
      event.personId(),
      purpose == null ? null : (short) purpose.number(),
      event.permitted(),
      event.caller().role().word(),
      event.caller().subject(),
      event.action(),
      event.categories().stream().map(Category::code).collect(Collectors.joining(",")),
      event.rule()
    };
  }
}
