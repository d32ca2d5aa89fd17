package health.lifelong.analytics.population.domain;

/**
 * An area under the receiver operating characteristic curve, or a difference of two, with its 95 %
 * interval after DeLong.
 */
public record Area(double value, double low, double high) {}
