package health.lifelong.profile.access.store;

import health.lifelong.profile.access.app.AuditContent;
import health.lifelong.profile.access.app.AuditStore;
import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.access.domain.AccessEvent.Draft;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Appends to the audit log. The database chains the records under the log's one lock ({@code
 * audit_append}), so that all replicas write one chain.
 */
@ApplicationScoped
public class PgAuditStore implements AuditStore {
  private static final String APPEND = "SELECT audit_append($1::uuid[], $2::uuid[], $3::text[])";

  private final Pool pool;
  private final Clock clock = Clock.systemUTC();
  private final SecureRandom random = new SecureRandom();
  private final String instance;

  PgAuditStore(Pool pool) {
    this.pool = pool;
    String host = System.getenv("HOSTNAME");
    this.instance = host == null ? "" : host;
  }

  @Override
  public Uni<Void> append(List<Draft> events) {
    return append((SqlClient) pool, events);
  }

  @Override
  public Uni<Void> append(SqlConnection transaction, List<Draft> events) {
    return append((SqlClient) transaction, events);
  }

  private Uni<Void> append(SqlClient client, List<Draft> events) {
    if (events.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Tuple columns =
        Tuple.tuple()
            .addValue(events.stream().map(PgAuditStore::subject).toArray(UUID[]::new))
            .addValue(events.stream().map(AuditContent::person).toArray(UUID[]::new))
            .addValue(events.stream().map(this::content).toArray(String[]::new));
    return client.preparedQuery(APPEND).execute(columns).replaceWithVoid();
  }

  @Override
  public String content(Draft event) {
    Instant now = clock.instant();
    return AuditContent.of(event, id(now), now, instance);
  }

  // Version 7 (RFC 9562): milliseconds, then random bits.
  private UUID id(Instant now) {
    long high = (now.toEpochMilli() << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  private static @Nullable UUID subject(Draft event) {
    return event.personId().equals(AccessEvent.NOBODY) ? null : event.personId();
  }
}
