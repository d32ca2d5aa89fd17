package health.lifelong.profile.access.app;

import health.lifelong.profile.access.domain.AccessEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** What the trail says about one person, newest first. */
public interface AccessHistory {
  /** At most {@code limit} events with a sequence below {@code before}. */
  Uni<List<AccessEvent>> before(UUID personId, long before, int limit);
}
