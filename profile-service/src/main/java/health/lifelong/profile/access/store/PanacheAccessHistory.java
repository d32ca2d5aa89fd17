package health.lifelong.profile.access.store;

import health.lifelong.profile.access.app.AccessHistory;
import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Purpose;
import health.lifelong.profile.access.domain.Role;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Reads the audit trail of one person. */
@ApplicationScoped
public class PanacheAccessHistory
    implements AccessHistory, PanacheRepositoryBase<AccessEventEntity, AccessEventKey> {

  @Override
  @WithSession
  public Uni<List<AccessEvent>> before(UUID personId, long before, int limit) {
    return find(
            "key.personId = ?1 and key.sequence < ?2 order by key.sequence desc", personId, before)
        .page(0, limit)
        .list()
        .map(rows -> rows.stream().map(PanacheAccessHistory::event).toList());
  }

  private static AccessEvent event(AccessEventEntity row) {
    return new AccessEvent(
        row.key.sequence(),
        row.recordedAt,
        Role.valueOf(row.actorRole.toUpperCase(Locale.ROOT)),
        row.actor,
        row.action,
        row.purpose == null ? null : Purpose.of(row.purpose),
        Arrays.stream(row.categories.split(","))
            .filter(code -> !code.isEmpty())
            .map(Category::ofCode)
            .toList(),
        row.permitted,
        row.rule);
  }
}
