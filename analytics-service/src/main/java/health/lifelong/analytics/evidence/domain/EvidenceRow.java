package health.lifelong.analytics.evidence.domain;

import org.jspecify.annotations.Nullable;

/**
 * One published figure, verified against its source.
 *
 * @param exposure the amount or the words of the study
 * @param measure HR, RR, RR per hour, or a note in words
 * @param effect null for a note
 * @param doi null where none is printed
 */
public record EvidenceRow(
    String factor,
    String exposure,
    @Nullable String unit,
    @Nullable String reference,
    String outcome,
    String measure,
    @Nullable Double effect,
    @Nullable Double ciLow,
    @Nullable Double ciHigh,
    String population,
    String citation,
    @Nullable String doi) {}
