package health.lifelong.ingestion.submission.reader;

import health.lifelong.ingestion.archive.algorithm.ArchiveCheck;
import health.lifelong.ingestion.archive.algorithm.ArchiveKind;
import health.lifelong.ingestion.archive.algorithm.CappedGzip;
import health.lifelong.ingestion.archive.algorithm.UnpackingCap;
import health.lifelong.ingestion.csv.algorithm.CsvFileReader;
import health.lifelong.ingestion.csv.domain.CsvContract;
import health.lifelong.ingestion.csv.domain.CsvReading;
import health.lifelong.ingestion.fhir.app.FhirLineReader;
import health.lifelong.ingestion.fhir.app.FhirReader;
import health.lifelong.ingestion.fhir.domain.EntryRead;
import health.lifelong.ingestion.fhir.domain.FhirFormat;
import health.lifelong.ingestion.fhir.domain.FhirReading;
import health.lifelong.ingestion.fhir.domain.Refusal;
import health.lifelong.ingestion.fhir.rest.FhirBodies;
import health.lifelong.ingestion.hl7v2.algorithm.Hl7Judge;
import health.lifelong.ingestion.hl7v2.domain.AckCode;
import health.lifelong.ingestion.hl7v2.domain.Hl7Reading;
import health.lifelong.ingestion.hl7v2.domain.SenderContract;
import health.lifelong.ingestion.mapping.algorithm.CatalogueResolver;
import health.lifelong.ingestion.mapping.algorithm.ValueMapper;
import health.lifelong.ingestion.record.domain.FileRefusedException;
import health.lifelong.ingestion.record.domain.RecordOutcome;
import health.lifelong.ingestion.submission.app.BodyReader;
import health.lifelong.ingestion.submission.app.BodySource;
import health.lifelong.ingestion.submission.app.Reading;
import health.lifelong.ingestion.submission.domain.Rejection;
import health.lifelong.ingestion.submission.domain.Submission;
import health.lifelong.ingestion.submission.domain.Tally;
import health.lifelong.ingestion.submission.domain.Understood;
import health.lifelong.vocabulary.ItemCatalogue;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads a body with the reader of its format and counts what it gives. */
@ApplicationScoped
public class FormatReaders implements BodyReader {
  private static final UnpackingCap BULK = new UnpackingCap(UnpackingCap.RATIO, 2L << 30);
  private static final String KOREAN = "x-windows-949";
  private static final CatalogueResolver ITEMS = new CatalogueResolver(ItemCatalogue.standard());
  private static final ValueMapper MAPPER = new ValueMapper(Map.of());

  private final Hl7Judge hl7 = new Hl7Judge(ITEMS);
  private final FhirReader fhir = FhirBodies.reader(ITEMS);
  private final FhirLineReader lines = FhirBodies.lineReader(ITEMS);
  private final FileReaders files = new FileReaders();

  /** A Java trimmed of its extended charsets fails here, not at the first Korean file. */
  void requireCharsets(@Observes StartupEvent event) {
    if (!Charset.isSupported(KOREAN)) {
      throw new IllegalStateException(
          "this Java has no charset " + KOREAN + ": add its module jdk.charsets");
    }
  }

  @Override
  public Reading read(Submission.Context context, BodySource body, Consumer<Understood> sink)
      throws IOException {
    return switch (context.format()) {
      case HL7V2 -> hl7(body, sink);
      case FHIR_JSON -> fhir(fhirReading(body, FhirFormat.JSON), sink);
      case FHIR_XML -> fhir(fhirReading(body, FhirFormat.XML), sink);
      case NDJSON -> ndjson(context, body, sink);
      case CSV -> csv(context, body, sink);
      case GENOTYPES -> files.genotypes(context, body, sink);
      case APPLE_HEALTH -> files.appleHealth(context, body, sink);
    };
  }

  private Reading hl7(BodySource body, Consumer<Understood> sink) throws IOException {
    try (InputStream in = body.open()) {
      return hl7(hl7Reading(in.readAllBytes()), sink);
    }
  }

  /** Reads one HL7 v2 message; the door needs the reading itself to acknowledge it. */
  public Hl7Reading hl7Reading(byte[] message) {
    return hl7.read(message, SenderContract.standard(), 0);
  }

  /** What an HL7 v2 reading comes to: refused whole, or one outcome a person group. */
  public Reading hl7(Hl7Reading reading, Consumer<Understood> sink) {
    reading.outcomes().forEach(outcome -> sink.accept(new Understood.Row(outcome, 1)));
    if (reading.code() == AckCode.AA) {
      return new Reading(
          new Tally(1, 1, 0, 0, reading.observations(), reading.unmapped(), 0, 0),
          List.of(),
          false);
    }
    return new Reading(
        new Tally(1, 0, 0, 1, 0, 0, 0, 0),
        reading.outcomes().stream()
            .filter(RecordOutcome.Rejected.class::isInstance)
            .map(outcome -> rejection((RecordOutcome.Rejected) outcome))
            .toList(),
        true);
  }

  private FhirReading fhirReading(BodySource body, FhirFormat format) throws IOException {
    try (InputStream in = body.open()) {
      return fhirReading(in.readAllBytes(), format);
    }
  }

  /** Reads a FHIR body; the door needs the reading itself to answer in FHIR's own words. */
  public FhirReading fhirReading(byte[] body, FhirFormat format) {
    return fhir.read(body, format, FhirReader.DEFAULT_ZONE, MAPPER);
  }

  /** What a FHIR reading comes to. */
  public Reading fhir(FhirReading reading, Consumer<Understood> sink) {
    Refusal refusal = reading.refusal();
    if (refusal != null) {
      return Reading.refused(
          Rejection.record(0, refusal.path(), refusal.reason().name(), refusal.detail()));
    }
    VisitJoiner joiner = new VisitJoiner(sink);
    RowCounter counter = new RowCounter(joiner);
    for (EntryRead entry : reading.entries()) {
      counter.accept(entry.outcome());
    }
    joiner.flush();
    return counter.reading();
  }

  private Reading ndjson(Submission.Context context, BodySource body, Consumer<Understood> sink)
      throws IOException {
    RowCounter counter = new RowCounter(sink);
    try {
      ArchiveCheck.check(body::open, context.fileName());
      try (InputStream in = unzipped(body.open())) {
        lines.read(in, FhirReader.DEFAULT_ZONE, MAPPER, entry -> counter.accept(entry.outcome()));
      }
      return counter.reading();
    } catch (FileRefusedException e) {
      return FileReaders.refused(e);
    }
  }

  /** Bulk files usually come gzipped; unpacked they may be as large as plain ones. */
  private static InputStream unzipped(InputStream raw) throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw, 1 << 16);
    in.mark(ArchiveKind.MAGIC);
    byte[] head = in.readNBytes(ArchiveKind.MAGIC);
    in.reset();
    return ArchiveKind.of(head) == ArchiveKind.GZIP ? new CappedGzip(in, BULK) : in;
  }

  private static Reading csv(Submission.Context context, BodySource body, Consumer<Understood> sink)
      throws IOException {
    RowCounter counter = new RowCounter(sink);
    CsvReading reading =
        CsvFileReader.read(
            body::open, context.contentHash(), CsvContract.spreadsheet(), counter::accept);
    return switch (reading) {
      case CsvReading.Complete complete -> counter.reading();
      case CsvReading.Refused refused -> Reading.refused(rejection(refused.reason()));
    };
  }

  static Rejection rejection(RecordOutcome.Rejected rejected) {
    return Rejection.record(
        rejected.index(), rejected.path(), rejected.reason().name(), rejected.detail());
  }
}
