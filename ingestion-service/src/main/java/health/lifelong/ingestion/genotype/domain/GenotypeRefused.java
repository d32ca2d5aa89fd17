package health.lifelong.ingestion.genotype.domain;

import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;

/**
 * The whole file is refused; whatever blocks were delivered before are void.
 *
 * @param line 1-based line that decided it, 0 where none did
 * @param detail one sentence without data of a person
 */
public record GenotypeRefused(Reason reason, String detail, long line) implements GenotypeOutcome {}
