package health.lifelong.ingestion.fhir.rest;

import health.lifelong.ingestion.fhir.app.FhirLineReader;
import health.lifelong.ingestion.fhir.app.FhirReader;
import health.lifelong.ingestion.fhir.domain.FhirLimits;
import health.lifelong.ingestion.mapping.domain.ItemResolver;

/** The readers with this service's parsers in them. */
public final class FhirBodies {
  private FhirBodies() {}

  /** A reader of posted bodies. */
  public static FhirReader reader(ItemResolver items) {
    return new FhirReader(
        new JsonBodyParser(FhirLimits.BODY), new XmlBodyParser(FhirLimits.BODY), items);
  }

  /** A reader of bulk files. */
  public static FhirLineReader lineReader(ItemResolver items) {
    return new FhirLineReader(new JsonBodyParser(FhirLimits.LINE), items);
  }
}
