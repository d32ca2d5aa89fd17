package health.lifelong.profile.erasure.app;

import health.lifelong.profile.erasure.domain.Erasure;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who was erased; kept beside the keys, so that restoring the record does not restore a person. */
public interface ErasureLedger {
  /**
   * Writes the line and destroys the person's keys, both or none. Again: the line stays, keys made
   * meanwhile go.
   *
   * @param lockedUntil categories whose keys a law keeps, out of reach of every service path
   */
  Uni<Void> write(UUID personId, Collection<String> receipts, Map<String, LocalDate> lockedUntil);

  /** The line of a person. */
  Uni<Optional<Erasure>> find(UUID personId);

  /** Lines after a sequence, oldest first. */
  Uni<List<Erasure>> after(long sequence, int limit);

  /** The categories that a law still keeps, of persons some of whose locks have ended by a day. */
  Uni<Map<UUID, Set<String>>> ended(LocalDate day, int limit);

  /** The categories that a law keeps of a person. */
  Uni<Set<String>> locked(UUID personId);

  /** Destroys the keys of a person whose locks have ended. */
  Uni<Void> destroyEnded(UUID personId, LocalDate day);
}
