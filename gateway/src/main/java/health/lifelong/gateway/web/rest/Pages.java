package health.lifelong.gateway.web.rest;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import java.util.Map;

/** How many of a list one answer may hold. */
public final class Pages {
  private static final int LARGEST = 200;

  private Pages() {}

  /** The size asked for; one out of 1 to 200 is refused, never cut short in silence. */
  public static int size(int asked) {
    if (asked < 1 || asked > LARGEST) {
      throw new LifelongException(
          ErrorReason.ERROR_REASON_ARGUMENT_INVALID,
          "pageSize is out of range",
          Map.of("field", "pageSize"));
    }
    return asked;
  }
}
