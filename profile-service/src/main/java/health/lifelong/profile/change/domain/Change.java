package health.lifelong.profile.change.domain;

import java.time.Instant;
import java.util.UUID;

/** One change of a person's record; no health values inside. */
public record Change(
    long sequence, UUID personId, long revision, ChangeKind kind, Instant recordedAt) {

  /** A change that is not yet in the feed. */
  public record Draft(UUID personId, long revision, ChangeKind kind) {}
}
