package health.lifelong.profile.safety.app;

import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.keys.app.KeyRing;
import health.lifelong.profile.safety.app.CriticalStore.Moved;
import health.lifelong.profile.safety.domain.Arrived;
import health.lifelong.profile.safety.domain.CriticalValuesJob;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/**
 * Opens and closes critical results in the transaction that writes their values, so that nobody
 * sees one without the other.
 */
@ApplicationScoped
public class CriticalArrivals {
  private final CriticalStore store;
  private final OnCallBook onCall;
  private final Clock clock = Clock.systemUTC();

  CriticalArrivals(CriticalStore store, OnCallBook onCall) {
    this.store = store;
    this.onCall = onCall;
  }

  /**
   * Takes what the values of a batch mean; most batches mean nothing, and cost nothing. The item is
   * what is to be audited with the batch.
   */
  public Uni<List<AccessEvent.Draft>> take(
      SqlConnection transaction, List<Arrived> arrived, KeyRing ring) {
    if (arrived.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return store
        .arrive(transaction, arrived, onCall.list().toldSince(clock.instant()), ring)
        .map(moved -> moved.stream().map(CriticalArrivals::event).toList());
  }

  private static AccessEvent.Draft event(Moved moved) {
    String action = moved.opened() ? "critical.open" : "critical.close";
    return CriticalValuesJob.event(moved.personId(), action);
  }
}
