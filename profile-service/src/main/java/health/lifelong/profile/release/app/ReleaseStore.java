package health.lifelong.profile.release.app;

import health.lifelong.profile.access.domain.AccessEvent;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where it is kept until when results wait. */
public interface ReleaseStore {
  /** True where the centre has a visit of the scope. */
  Uni<Boolean> isOf(Scope scope);

  /**
   * Ends the waiting of what is held beyond {@code now}, with its audit record and its change of
   * the feed in one transaction. Where nothing waits, only the audit record is written.
   */
  Uni<Released> release(Scope scope, Instant now, AccessEvent.Draft audit);

  /**
   * What is to be released.
   *
   * @param checkupId one visit, or null for all of the centre's
   */
  record Scope(String centre, UUID personId, @Nullable UUID checkupId) {}

  /**
   * What was released.
   *
   * @param results values and documents
   * @param revision of the person afterwards
   */
  record Released(int results, long revision) {}
}
