package health.lifelong.ingestion.fhir.domain;

import health.lifelong.ingestion.record.domain.RecordOutcome;

/**
 * Why something was refused, and where.
 *
 * @param path JSON pointer, or line and column where the body could not be parsed
 * @param detail for people, without a person's data
 */
public record Refusal(String path, RecordOutcome.Reason reason, String detail) {}
