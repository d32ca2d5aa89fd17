package health.lifelong.analytics.pack.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Values at or beyond which a clinician is called before anything else happens.
 *
 * @param unit the catalogue's UCUM unit of the item
 * @param population adult, or another age group by name
 */
public record CriticalLimit(
    String itemCode,
    String unit,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    String population,
    String source) {}
