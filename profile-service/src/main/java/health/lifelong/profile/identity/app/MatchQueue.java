package health.lifelong.profile.identity.app;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.UUID;

/** Where those wait who are to be compared with the others. */
public interface MatchQueue {
  /** Adds persons in the transaction that changed what is told of them. */
  Uni<Void> add(SqlConnection transaction, Collection<UUID> persons);
}
