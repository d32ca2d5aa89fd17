package health.lifelong.profile.access.app;

import health.lifelong.profile.access.domain.AccessEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/** Where the audit trail is kept. Events are appended, never changed. */
public interface AuditStore {
  /** Appends in a transaction of its own; the item comes after the commit. */
  Uni<Void> append(List<AccessEvent.Draft> events);

  /**
   * Appends in the transaction of the effect that is audited, as its last step: from here to the
   * commit whoever else appends waits.
   */
  Uni<Void> append(SqlConnection transaction, List<AccessEvent.Draft> events);

  /** What {@code audit_append} is given for an event, for a transaction of another client. */
  String content(AccessEvent.Draft event);
}
