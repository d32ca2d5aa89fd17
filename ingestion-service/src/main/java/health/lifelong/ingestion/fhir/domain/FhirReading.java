package health.lifelong.ingestion.fhir.domain;

import health.lifelong.ingestion.record.domain.RecordOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reading one body gave.
 *
 * @param resourceType type of the body's root resource; empty where it has none
 * @param bundleType {@code Bundle.type}; empty for a bare resource
 * @param bundleIdentifier "system|value" of {@code Bundle.identifier}: the idempotency key; empty
 *     where there is none
 * @param refusal set where the body is refused as a whole; then there is one entry, with this
 *     refusal as its outcome
 */
public record FhirReading(
    String resourceType,
    String bundleType,
    String bundleIdentifier,
    @Nullable Refusal refusal,
    List<EntryRead> entries) {

  public FhirReading {
    entries = List.copyOf(entries);
  }

  /** A body that is refused as a whole. */
  public static FhirReading refused(String resourceType, String bundleType, Refusal refusal) {
    RecordOutcome outcome =
        new RecordOutcome.Rejected(0, refusal.path(), refusal.reason(), refusal.detail());
    EntryRead entry = new EntryRead(0, refusal.path(), resourceType, "", "POST", outcome);
    return new FhirReading(resourceType, bundleType, "", refusal, List.of(entry));
  }

  /** The outcomes, in the order of entries. */
  public List<RecordOutcome> outcomes() {
    return entries.stream().map(EntryRead::outcome).toList();
  }
}
