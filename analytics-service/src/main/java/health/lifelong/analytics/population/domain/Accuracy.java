package health.lifelong.analytics.population.domain;

import org.jspecify.annotations.Nullable;

/**
 * How well one score told who died, in one stratum. A part that too few deaths or survivors carry
 * is null.
 *
 * @param persons persons with the score and a follow-up
 * @param known those whose state at the horizon is known
 * @param deaths deaths up to the horizon
 * @param area of the score, over the persons whose state is known
 * @param ageArea of age alone in the same persons
 * @param gain the first minus the second
 * @param concordance Harrell's C of the score, over all of the follow-up
 * @param ageConcordance the same of age alone
 * @param calibration null also where the score states no probability
 */
public record Accuracy(
    Stratum stratum,
    int persons,
    int known,
    int deaths,
    @Nullable Area area,
    @Nullable Area ageArea,
    @Nullable Area gain,
    @Nullable Double concordance,
    @Nullable Double ageConcordance,
    @Nullable Calibration calibration) {}
