package health.lifelong.profile.erasure.app;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Removes a person's rows from the record. */
public interface PersonRemoval {
  /** Locks the person and those they are linked with; false where there is no such person. */
  Uni<Boolean> lock(SqlConnection transaction, UUID personId);

  /** Ids of the receipts in which something about the person came. */
  Uni<List<String>> receipts(SqlConnection transaction, UUID personId);

  /**
   * Takes the person out of their set, removes all rows but those of kept categories, and leaves a
   * tombstone; the item is its revision.
   */
  Uni<Long> remove(SqlConnection transaction, UUID personId, Set<String> kept);

  /** Those of the persons who stand in the record as if they had not been erased. */
  Uni<List<UUID>> standing(Collection<UUID> persons);

  /** Where the rule of the region pack is read from. */
  interface RetentionSource {
    /** What the law keeps. */
    health.lifelong.profile.erasure.domain.Retention read();
  }
}
