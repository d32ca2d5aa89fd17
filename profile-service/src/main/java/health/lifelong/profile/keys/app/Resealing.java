package health.lifelong.profile.keys.app;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.UUID;

/** Seals what a key sealed anew, in the record's database. */
public interface Resealing {
  /** Locks the person's row; false where there is none. */
  Uni<Boolean> lock(SqlConnection transaction, UUID personId);

  /** Seals every field under the key anew; the item is how many there were. */
  Uni<Integer> reseal(SqlConnection transaction, WrappedKey key, KeyRing ring);

  /** How many fields stand under the key. */
  Uni<Integer> count(SqlConnection transaction, WrappedKey key);
}
