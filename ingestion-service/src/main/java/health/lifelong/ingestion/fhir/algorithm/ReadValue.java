package health.lifelong.ingestion.fhir.algorithm;

import health.lifelong.ingestion.mapping.domain.MappedValue;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A value[x] as read.
 *
 * @param member name of the member that held it, for its place
 * @param rawValue the sender's words
 * @param fault why it could not be used; null where it could
 */
record ReadValue(
    MappedValue mapped, String member, String rawValue, String rawUnit, @Nullable Reason fault) {}
