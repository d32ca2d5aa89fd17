package health.lifelong.ingestion.fhir.domain;

import health.lifelong.ingestion.record.domain.RecordOutcome;

/**
 * One entry of a Bundle, or the one resource of a bare body, and what became of it.
 *
 * @param path JSON pointer of the resource: {@code /entry/3/resource}, {@code /} for a bare one
 * @param resourceType empty where there is no resource
 * @param id logical id as sent, or empty
 * @param method HTTP method of {@code entry.request}; POST where the Bundle has no requests
 */
public record EntryRead(
    int index, String path, String resourceType, String id, String method, RecordOutcome outcome) {}
