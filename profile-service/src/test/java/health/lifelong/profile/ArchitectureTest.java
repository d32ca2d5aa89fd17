package health.lifelong.profile;

import health.lifelong.testing.SkeletonRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void theSkeletonHolds() {
    SkeletonRules.hold("profile", 100);
  }
}
