package health.lifelong.profile.safety.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A critical value and what has become of it.
 *
 * @param checkup the visit it was reported in
 * @param level level of the on-call list that was told last; 0 where nobody was yet
 * @param dueAt when the next level is told; null unless open
 * @param events oldest first
 */
public record CriticalResult(
    UUID personId,
    UUID criticalId,
    String centre,
    Checkup checkup,
    CriticalValue value,
    CriticalState state,
    Instant openedAt,
    int level,
    @Nullable Instant dueAt,
    List<CriticalEvent> events) {

  public CriticalResult {
    events = List.copyOf(events);
  }

  /**
   * A visit, by our id and by the centre's own key.
   *
   * @param sourceKey by which the centre's staff find the chart
   */
  public record Checkup(UUID checkupId, String sourceKey) {}
}
