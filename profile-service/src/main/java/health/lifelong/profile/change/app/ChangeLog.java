package health.lifelong.profile.change.app;

import health.lifelong.profile.change.domain.Change;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/** Where the change feed is kept. */
public interface ChangeLog {
  /** Appends in the transaction of the change itself; it must have written something before. */
  Uni<Void> append(SqlConnection transaction, List<Change.Draft> changes);

  /** The greatest sequence handed out so far, committed or not. */
  Uni<Long> lastSequence();

  /** The transactions running now. */
  Uni<Running> running();

  /** At most {@code limit} committed changes with {@code after < sequence <= upTo}, in order. */
  Uni<List<Change>> read(long after, long upTo, int limit);

  /**
   * Ids of transactions at one moment.
   *
   * @param oldest smallest id still running; everything below it has ended
   * @param next first id not yet handed out
   */
  record Running(long oldest, long next) {}
}
