package health.lifelong.profile.scope.app;

import health.lifelong.profile.scope.domain.RowScope;
import java.util.UUID;

/**
 * What the verified token of the present call reaches; nothing where there is none, as in a job.
 */
public interface TokenScope {
  /** Of one person. */
  RowScope about(UUID person);

  /** Of all that the caller's own centre made. */
  RowScope ofCentre();
}
