package health.lifelong.profile.safety.app;

import health.lifelong.profile.safety.domain.Notice;
import io.smallrye.mutiny.Uni;

/** A way by which somebody on call is told. */
public interface Notification {
  /** Tells; a failure means that nobody was reached, and it is tried again. */
  Uni<Void> send(Notice notice);
}
