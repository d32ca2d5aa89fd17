package health.lifelong.ingestion.submission.domain;

import java.util.Locale;

/** The formats a door takes. */
public enum Format {
  HL7V2,
  FHIR_JSON,
  FHIR_XML,
  NDJSON,
  CSV,
  GENOTYPES,
  APPLE_HEALTH;

  /** The name shown in receipts and stored with them. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads a label back. */
  public static Format of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
