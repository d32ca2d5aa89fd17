package health.lifelong.gateway;

import health.lifelong.testing.SkeletonRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void theSkeletonHolds() {
    SkeletonRules.hold("gateway", 38);
  }
}
