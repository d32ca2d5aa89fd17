package health.lifelong.ingestion.fhir.rest;

import health.lifelong.ingestion.fhir.app.FhirReader;
import health.lifelong.ingestion.fhir.domain.EntryRead;
import health.lifelong.ingestion.fhir.domain.FhirFormat;
import health.lifelong.ingestion.fhir.domain.FhirReading;
import health.lifelong.ingestion.mapping.algorithm.CatalogueResolver;
import health.lifelong.ingestion.mapping.algorithm.ValueMapper;
import health.lifelong.ingestion.record.domain.Checkup;
import health.lifelong.ingestion.record.domain.Observation;
import health.lifelong.ingestion.record.domain.RecordOutcome;
import health.lifelong.ingestion.record.domain.RecordOutcome.CheckupRead;
import health.lifelong.ingestion.record.domain.RecordOutcome.Rejected;
import health.lifelong.ingestion.record.domain.Statement;
import health.lifelong.vocabulary.ItemCatalogue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads bodies the way a door does, for tests. */
public final class Reading {
  private static final CatalogueResolver ITEMS = new CatalogueResolver(ItemCatalogue.standard());
  private static final FhirReader READER = FhirBodies.reader(ITEMS);
  private static final ValueMapper MAPPER = new ValueMapper(Map.of());

  private Reading() {}

  /** Reads a JSON body. */
  public static FhirReading json(String body) {
    return of(body.getBytes(StandardCharsets.UTF_8), FhirFormat.JSON);
  }

  /** Reads an XML body. */
  public static FhirReading xml(String body) {
    return of(body.getBytes(StandardCharsets.UTF_8), FhirFormat.XML);
  }

  /** Reads bytes. */
  public static FhirReading of(byte[] body, FhirFormat format) {
    return READER.read(body, format, FhirReader.DEFAULT_ZONE, MAPPER);
  }

  /** Reads a bulk file. */
  public static List<EntryRead> lines(byte[] file) throws IOException {
    List<EntryRead> lines = new ArrayList<>();
    FhirBodies.lineReader(ITEMS)
        .read(new ByteArrayInputStream(file), FhirReader.DEFAULT_ZONE, MAPPER, lines::add);
    return lines;
  }

  /** The one outcome of a bare resource, a checkup. */
  public static CheckupRead checkup(FhirReading reading) {
    return (CheckupRead) reading.outcomes().getFirst();
  }

  /** The checkup of the entry at this index. */
  public static CheckupRead checkup(FhirReading reading, int index) {
    return (CheckupRead) reading.outcomes().get(index);
  }

  /** The one observation of a bare Observation. */
  public static Observation observation(String body) {
    return checkup(json(body)).checkup().observations().getFirst();
  }

  /** The refusal of a body that is refused as a whole. */
  public static Rejected rejected(FhirReading reading) {
    return (Rejected) reading.outcomes().getFirst();
  }

  /** All statements of all entries. */
  public static List<Statement> statements(FhirReading reading) {
    return checkups(reading).stream().flatMap(it -> it.statements().stream()).toList();
  }

  /** All checkups of all entries. */
  public static List<Checkup> checkups(FhirReading reading) {
    List<Checkup> checkups = new ArrayList<>();
    for (RecordOutcome outcome : reading.outcomes()) {
      if (outcome instanceof CheckupRead read) {
        checkups.add(read.checkup());
      }
    }
    return checkups;
  }

  /** How many observations count. */
  public static int counted(List<RecordOutcome> outcomes) {
    int counted = 0;
    for (RecordOutcome outcome : outcomes) {
      counted += outcome instanceof CheckupRead read ? read.observations() : 0;
    }
    return counted;
  }
}
