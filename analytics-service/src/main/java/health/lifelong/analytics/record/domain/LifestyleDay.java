package health.lifelong.analytics.record.domain;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One local day of one signal, from the one source that was chosen for it.
 *
 * @param signal steps, resting_heart_rate ...
 * @param unit UCUM
 */
public record LifestyleDay(
    LocalDate day, String signal, BigDecimal value, String unit, String source) {}
