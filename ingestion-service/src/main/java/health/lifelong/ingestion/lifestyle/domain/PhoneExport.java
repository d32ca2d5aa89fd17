package health.lifelong.ingestion.lifestyle.domain;

import health.lifelong.ingestion.record.domain.RecordOutcome;

/** How reading an export ended. */
public sealed interface PhoneExport {
  /** Read, whole or up to where it breaks off. */
  record Read(LifestyleReading reading) implements PhoneExport {}

  /** Nothing of it may take effect. */
  record Refused(RecordOutcome.Rejected reason) implements PhoneExport {}
}
