package health.lifelong.profile.breakglass.app;

import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.breakglass.domain.BreakGlass;
import health.lifelong.profile.breakglass.domain.BreakGlass.Review;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where broken glasses are kept. */
public interface GlassStore {
  /** Keeps one with its audit record. */
  Uni<Void> open(BreakGlass glass, AccessEvent.Draft audit);

  /** The one of an id. */
  Uni<Optional<BreakGlass>> find(UUID id);

  /** A page, newest first, of those not reviewed or of all. */
  Uni<List<BreakGlass>> list(boolean unreviewed, int limit);

  /** Keeps a review where there is none yet, with its audit record. */
  Uni<Void> review(BreakGlass glass, Review review, AccessEvent.Draft audit);

  /** Approves a hold where the person was not told yet; the item says whether it came in time. */
  Uni<Boolean> hold(BreakGlass glass, String approvedBy, Instant until, AccessEvent.Draft audit);

  /** Notices that are due, locked; what another instance has locked is left to it. */
  Uni<List<Due>> due(SqlConnection transaction, int limit);

  /** Somebody who is to be told. */
  record Due(UUID personId, UUID id, String centre, Addressee addressee) {}

  /** Who is told. */
  enum Addressee {
    PERSON,
    PRIVACY_OFFICER
  }

  /** Keeps who was told. */
  Uni<Void> told(SqlConnection transaction, List<Due> told);

  /** How many wait for a review, and how many of them for too long. */
  Uni<Waiting> waiting();

  /** Counts of what was not reviewed. */
  record Waiting(long unreviewed, long overdue) {}
}
