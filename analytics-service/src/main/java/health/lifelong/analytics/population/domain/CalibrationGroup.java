package health.lifelong.analytics.population.domain;

import org.jspecify.annotations.Nullable;

/**
 * A tenth of the persons, by predicted risk.
 *
 * @param predicted mean predicted probability
 * @param observed one minus Kaplan-Meier at the horizon; null where nobody was followed so far
 */
public record CalibrationGroup(int persons, double predicted, @Nullable Double observed) {}
