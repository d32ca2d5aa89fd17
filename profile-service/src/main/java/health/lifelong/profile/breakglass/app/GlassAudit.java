package health.lifelong.profile.breakglass.app;

import health.lifelong.profile.access.domain.AccessEvent;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Marks audit records as made under a break-glass. */
final class GlassAudit {
  private GlassAudit() {}

  static AccessEvent.Detail of(UUID id, String reason, List<String> rows) {
    return new AccessEvent.Detail(Map.of(), rows, id, reason);
  }
}
