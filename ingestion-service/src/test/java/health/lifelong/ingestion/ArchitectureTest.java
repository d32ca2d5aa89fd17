package health.lifelong.ingestion;

import health.lifelong.testing.SkeletonRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void theSkeletonHolds() {
    SkeletonRules.hold("ingestion", 320);
  }
}
