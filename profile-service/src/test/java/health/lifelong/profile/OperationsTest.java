package health.lifelong.profile;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.testing.OperationRows;
import org.junit.jupiter.api.Test;

/** A REST operation without a row in operations.csv, or a row without one, fails the build. */
class OperationsTest {
  @Test
  void everyOperationHasARowAndEveryRowAnOperation() {
    assertThat(OperationRows.resources("health.lifelong.profile"))
        .isEqualTo(OperationRows.rows("profile-service", "rest"));
  }
}
