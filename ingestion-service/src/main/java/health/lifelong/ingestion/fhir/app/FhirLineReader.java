package health.lifelong.ingestion.fhir.app;

import health.lifelong.ingestion.fhir.algorithm.FhirUnderstanding;
import health.lifelong.ingestion.fhir.domain.BodyParser;
import health.lifelong.ingestion.fhir.domain.EntryRead;
import health.lifelong.ingestion.fhir.domain.FhirLimits;
import health.lifelong.ingestion.fhir.domain.JsonObject;
import health.lifelong.ingestion.fhir.domain.ParsedBody;
import health.lifelong.ingestion.fhir.domain.Refusal;
import health.lifelong.ingestion.mapping.algorithm.ValueMapper;
import health.lifelong.ingestion.mapping.domain.ItemResolver;
import health.lifelong.ingestion.record.domain.PersonClaim;
import health.lifelong.ingestion.record.domain.RecordOutcome;
import health.lifelong.ingestion.record.domain.RecordOutcome.PersonRead;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.ingestion.record.domain.RecordOutcome.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads a bulk file, one resource a line (ingestion-formats section 4), in memory that does not
 * grow with the file. A bad line is refused alone, with its number and byte offset. Patients met
 * before their observations lend them their identifiers; an observation of a patient who is not in
 * the file, or comes later, opens a provisional person by reference.
 */
public final class FhirLineReader {
  /**
   * Patients remembered at once; those beyond are still linked by their logical id, in the record.
   */
  private static final int REMEMBERED_PATIENTS = 20_000;

  private final BodyParser json;
  private final ItemResolver items;

  /** A reader over this parser and these codes. */
  public FhirLineReader(BodyParser json, ItemResolver items) {
    this.json = json;
    this.items = items;
  }

  /**
   * Reads the stream to its end.
   *
   * @param zone of the sender
   * @param mapper with the units of the sender's contract
   * @param lines is given each line as it is read; {@code index} counts lines that are not empty,
   *     from 0
   */
  public void read(InputStream in, ZoneId zone, ValueMapper mapper, Consumer<EntryRead> lines)
      throws IOException {
    FhirUnderstanding understanding = new FhirUnderstanding(items, mapper, zone);
    Map<String, PersonClaim> patients = new LinkedHashMap<>();
    Lines source = new Lines(in, FhirLimits.LINE.bytes());
    int index = 0;
    for (Lines.Line line = source.next(); line != null; line = source.next()) {
      if (line.isBlank()) {
        continue;
      }
      EntryRead read = read(line, index, understanding, patients);
      if (read.outcome() instanceof PersonRead person && !read.id().isEmpty()) {
        patients.put(read.id(), person.person());
        if (patients.size() > REMEMBERED_PATIENTS) {
          patients.remove(patients.keySet().iterator().next());
        }
      }
      lines.accept(read);
      index++;
    }
  }

  private EntryRead read(
      Lines.Line line,
      int index,
      FhirUnderstanding understanding,
      Map<String, PersonClaim> patients) {
    String place = "line " + line.number();
    if (line.tooLong()) {
      String detail = "a line over " + FhirLimits.LINE.bytes() + " bytes";
      return refused(line, index, new Refusal("", Reason.TOO_LARGE, detail));
    }
    return switch (json.parse(line.bytes())) {
      case ParsedBody.Refused no -> refused(line, index, no.refusal());
      case ParsedBody.Tree tree -> {
        if (!(tree.root() instanceof JsonObject resource)) {
          yield refused(
              line, index, new Refusal("", Reason.TYPE_MISMATCH, "a line is one resource"));
        }
        String type = resource.textOrEmpty("resourceType");
        if (type.isEmpty()) {
          yield refused(line, index, new Refusal("", Reason.FIELD_MISSING, "no resourceType"));
        }
        if (line.bytes().length > FhirLimits.PLAIN_LINE_BYTES && !carriesAttachment(resource)) {
          String detail =
              "a line over " + FhirLimits.PLAIN_LINE_BYTES + " bytes without attachment";
          yield refused(line, index, new Refusal("", Reason.TOO_LARGE, detail));
        }
        RecordOutcome outcome = understanding.bare(resource, tree, index, place, patients::get);
        RecordOutcome placed =
            outcome instanceof Rejected no
                ? new Rejected(index, at(line, no.path()), no.reason(), no.detail())
                : outcome;
        yield new EntryRead(index, place, type, resource.textOrEmpty("id"), "POST", placed);
      }
    };
  }

  private static boolean carriesAttachment(JsonObject resource) {
    return resource.has("presentedForm") || resource.has("photo") || resource.has("contained");
  }

  private static EntryRead refused(Lines.Line line, int index, Refusal refusal) {
    Rejected outcome =
        new Rejected(index, at(line, refusal.path()), refusal.reason(), refusal.detail());
    return new EntryRead(index, "line " + line.number(), "", "", "POST", outcome);
  }

  private static String at(Lines.Line line, String within) {
    String place = "line " + line.number();
    String below = within.startsWith(place) ? within.substring(place.length()) : within;
    String where = place + ", byte " + line.offset();
    return below.isEmpty() || below.equals("/") ? where : where + ": " + below;
  }
}
