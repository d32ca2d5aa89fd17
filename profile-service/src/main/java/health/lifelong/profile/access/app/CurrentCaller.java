package health.lifelong.profile.access.app;

import health.lifelong.profile.access.domain.Caller;
import org.jspecify.annotations.Nullable;

/** Who asks in the present call. */
@FunctionalInterface
public interface CurrentCaller {
  /** The caller of the verified token; null where there is none, as in a job. */
  @Nullable Caller orNull();
}
