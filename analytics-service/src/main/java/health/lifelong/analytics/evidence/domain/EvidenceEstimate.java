package health.lifelong.analytics.evidence.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a study says of one amount: an association, never a promise of effect.
 *
 * @param exposure the person's amount, in {@code unit}
 * @param reference what the effect compares with, in words
 * @param measure HR or RR
 * @param effect against the reference
 * @param ciLow lower end of the published 95 % interval; null where none is published
 * @param interpolated true where the amount lies between two published points
 */
public record EvidenceEstimate(
    String factor,
    double exposure,
    String unit,
    String reference,
    String outcome,
    String measure,
    double effect,
    @Nullable Double ciLow,
    @Nullable Double ciHigh,
    boolean interpolated,
    String population,
    String citation,
    @Nullable String doi)
    implements EvidenceResult {}
