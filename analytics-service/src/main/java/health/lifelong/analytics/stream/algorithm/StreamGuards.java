package health.lifelong.analytics.stream.algorithm;

import health.lifelong.analytics.setpoint.domain.Innovation;
import health.lifelong.analytics.setpoint.domain.StreamBreak;
import health.lifelong.analytics.stream.domain.GuardSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The guards of every centre and item. What they find belongs into the next version of the
 * set-point parameters, which then part every line of the centre and item at that day.
 */
public final class StreamGuards {
  private final GuardSettings settings;
  private final Map<Stream, StreamGuard> guards = new HashMap<>();
  private final List<StreamBreak> breaks = new ArrayList<>();

  private record Stream(String centre, String item) {}

  /** Guards that have seen nobody. */
  public StreamGuards(GuardSettings settings) {
    this.settings = settings;
  }

  /** Sees the next person of a stream; a break starts its guard anew. */
  public Optional<StreamBreak> accept(String centre, String item, Innovation innovation) {
    Stream stream = new Stream(centre, item);
    StreamGuard guard =
        guards.computeIfAbsent(stream, s -> new StreamGuard(centre, item, settings));
    Optional<StreamBreak> found = guard.accept(innovation);
    found.ifPresent(
        one -> {
          breaks.add(one);
          guards.remove(stream);
        });
    return found;
  }

  /** The breaks found, in the order of finding. */
  public List<StreamBreak> breaks() {
    return List.copyOf(breaks);
  }
}
