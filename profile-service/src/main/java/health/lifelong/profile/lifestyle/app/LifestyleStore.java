package health.lifelong.profile.lifestyle.app;

import health.lifelong.profile.change.domain.Head;
import health.lifelong.profile.change.domain.PersonKey;
import health.lifelong.profile.keys.app.KeyRing;
import health.lifelong.profile.lifestyle.domain.LifestyleDay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where lifestyle days are kept, all their versions. */
public interface LifestyleStore {
  /** The current versions of those days that are known. */
  Uni<Map<PersonKey, Head>> heads(SqlConnection transaction, Collection<PersonKey> keys);

  /** Adds versions; one that is stored already is replaced by its content now. */
  Uni<Void> write(SqlConnection transaction, List<NewDay> days, KeyRing keys);

  /** The person's current days, by day, signal, statistic and sender. */
  Uni<List<LifestyleDay>> days(SqlClient client, UUID personId, KeyRing keys);

  /** A version to store. */
  record NewDay(PersonKey key, String centre, Head head, LifestyleDay day) {}
}
