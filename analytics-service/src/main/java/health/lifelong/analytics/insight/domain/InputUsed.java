package health.lifelong.analytics.insight.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing an insight rests on.
 *
 * @param date day of the observation; null for what is no observation
 * @param note what was done with it, such as a conversion; empty where nothing
 */
public record InputUsed(
    String name, String value, String unit, @Nullable LocalDate date, String note) {}
