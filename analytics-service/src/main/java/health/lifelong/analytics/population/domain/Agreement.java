package health.lifelong.analytics.population.domain;

/**
 * A computed number beside the one that came with the sample.
 *
 * @param output which number
 * @param both persons with both
 * @param onlyComputed persons of the packagers' analysis set without theirs
 * @param onlyPackaged persons with theirs and without ours
 * @param largestDifference over the persons with both; 0 where there are none
 */
public record Agreement(
    String output, int both, int onlyComputed, int onlyPackaged, double largestDifference) {}
