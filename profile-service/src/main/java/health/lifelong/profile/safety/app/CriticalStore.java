package health.lifelong.profile.safety.app;

import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.keys.app.KeyRing;
import health.lifelong.profile.safety.domain.Acknowledgement;
import health.lifelong.profile.safety.domain.Arrived;
import health.lifelong.profile.safety.domain.CriticalResult;
import health.lifelong.profile.safety.domain.CriticalState;
import health.lifelong.profile.safety.domain.Due;
import health.lifelong.profile.safety.domain.Notice;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where critical results are kept. */
public interface CriticalStore {
  /**
   * Closes and opens what the values of a batch ask for; the persons must be locked. A value that
   * stands already with the same number stays as it is.
   *
   * @param toldSince of a value taken before that nobody is told
   * @return the persons of whom one was opened or closed, with what happened
   */
  Uni<List<Moved>> arrive(
      SqlConnection transaction, List<Arrived> arrived, Instant toldSince, KeyRing ring);

  /** A critical result that arrival opened or closed. */
  record Moved(UUID personId, boolean opened) {}

  /**
   * Open results whose time has come, locked until the transaction ends. What another instance has
   * locked is left to it.
   */
  Uni<List<Due>> due(SqlConnection transaction, int limit);

  /** Keeps who was told, and when the next one will be. */
  Uni<Void> advance(SqlConnection transaction, List<Told> told);

  /**
   * Somebody was told, or could not be.
   *
   * @param reached false where the notification failed: nothing happened, and it is tried again
   * @param again until the next notification
   */
  record Told(Due due, Notice notice, boolean reached, Duration again) {}

  /**
   * A page of a centre's results, newest first.
   *
   * @param state null: every state
   * @param before the last one of the page before, or null
   */
  Uni<List<CriticalResult>> list(
      String centre, @Nullable CriticalState state, @Nullable UUID before, int limit);

  /** The result of an id; empty where there is none. */
  Uni<Optional<CriticalResult>> find(UUID criticalId);

  /** Acknowledges a result that is open, and keeps the audit record in any case. */
  Uni<Void> acknowledge(CriticalResult result, Acknowledgement word, AccessEvent.Draft audit);
}
