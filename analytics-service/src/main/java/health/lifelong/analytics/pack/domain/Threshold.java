package health.lifelong.analytics.pack.domain;

import java.math.BigDecimal;

/**
 * A number that differs between regions, such as the waist of metabolic syndrome.
 *
 * @param name what asks for it, for example {@code metabolic_syndrome.waist}
 */
public record Threshold(String name, SexLimit sex, BigDecimal value, String unit, String source) {}
