package health.lifelong.ingestion.fhir.domain;

/** How a FHIR body is written. */
public enum FhirFormat {
  JSON,
  XML
}
