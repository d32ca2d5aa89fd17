package health.lifelong.analytics;

import health.lifelong.testing.SkeletonRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void theSkeletonHolds() {
    SkeletonRules.hold("analytics", 310);
  }
}
