package health.lifelong.ingestion.fhir.app;

import health.lifelong.ingestion.fhir.algorithm.FhirUnderstanding;
import health.lifelong.ingestion.fhir.domain.BodyParser;
import health.lifelong.ingestion.fhir.domain.FhirFormat;
import health.lifelong.ingestion.fhir.domain.FhirReading;
import health.lifelong.ingestion.mapping.algorithm.ValueMapper;
import health.lifelong.ingestion.mapping.domain.ItemResolver;
import java.time.ZoneId;

/** Reads a FHIR R4 body from bytes to outcomes. Pure, immutable, safe to share between threads. */
public final class FhirReader {
  /** Where times without offset are taken if the sender's contract says nothing else. */
  public static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Seoul");

  private final BodyParser json;
  private final BodyParser xml;
  private final ItemResolver items;

  /** A reader over these parsers and codes. */
  public FhirReader(BodyParser json, BodyParser xml, ItemResolver items) {
    this.json = json;
    this.xml = xml;
    this.items = items;
  }

  /**
   * Reads one body.
   *
   * @param zone of the sender
   * @param mapper with the units of the sender's contract
   */
  public FhirReading read(byte[] body, FhirFormat format, ZoneId zone, ValueMapper mapper) {
    BodyParser parser =
        switch (format) {
          case JSON -> json;
          case XML -> xml;
        };
    return new FhirUnderstanding(items, mapper, zone).read(parser.parse(body));
  }
}
