package health.lifelong.platform.audit;

import org.jspecify.annotations.Nullable;

/**
 * What the verifier found.
 *
 * @param records how many records were read
 * @param heads how many signed heads were read
 * @param firstBad seq of the first bad or missing record; null where none is bad by itself
 * @param problem null where everything holds
 */
public record AuditReport(
    long records, int heads, @Nullable Long firstBad, @Nullable String problem) {

  /** True where everything holds. */
  public boolean good() {
    return problem == null;
  }
}
