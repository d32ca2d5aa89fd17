package health.lifelong.profile.breakglass.app;

import io.smallrye.mutiny.Uni;

/** A way by which the person and the privacy officer are told of a broken glass. */
public interface GlassNotification {
  /** Tells; a failure means that nobody was reached, and it is tried again. */
  Uni<Void> send(GlassStore.Due notice);
}
