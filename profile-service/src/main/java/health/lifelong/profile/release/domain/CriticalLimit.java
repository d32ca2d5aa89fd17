package health.lifelong.profile.release.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One row of a pack's {@code critical-values.csv}: at or below {@code low}, or at or above {@code
 * high}, a value is critical.
 *
 * @param unit UCUM unit of the limits; a value in another unit is not judged
 * @param population whom the row is for
 */
public record CriticalLimit(
    String itemCode,
    String unit,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    Population population) {}
