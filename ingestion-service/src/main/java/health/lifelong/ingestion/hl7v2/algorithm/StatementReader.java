package health.lifelong.ingestion.hl7v2.algorithm;

import health.lifelong.ingestion.record.domain.Coding;
import health.lifelong.ingestion.record.domain.EffectiveTime;
import health.lifelong.ingestion.record.domain.Statement;
import health.lifelong.ingestion.record.domain.Statement.Kind;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Diagnoses (DG1), allergies (AL1) and medicines (RXA, RXE, RXO). A list in a message is never
 * taken as complete.
 */
final class StatementReader {
  private StatementReader() {}

  /** The statement of a segment; empty where it states nothing, or is none of these segments. */
  static Optional<Statement> read(Hl7Segment segment, ZoneId zone) {
    return switch (segment.name()) {
      case "DG1" -> diagnosis(segment, zone);
      case "AL1" -> statement(segment, Kind.ALLERGY, 3, "", segment.text(4, 1), 6, zone);
      case "RXA" -> statement(segment, Kind.MEDICATION, 5, "", segment.text(20, 1), 3, zone);
      case "RXE" -> statement(segment, Kind.MEDICATION, 2, "", "", 32, zone);
      case "RXO" -> statement(segment, Kind.MEDICATION, 1, "", "", 0, zone);
      default -> Optional.empty();
    };
  }

  private static Optional<Statement> diagnosis(Hl7Segment segment, ZoneId zone) {
    String description = segment.text(4, 1);
    return statement(segment, Kind.CONDITION, 3, description, segment.text(6, 1), 5, zone);
  }

  private static Optional<Statement> statement(
      Hl7Segment segment,
      Kind kind,
      int codeField,
      String description,
      String status,
      int timeField,
      ZoneId zone) {
    List<Coding> codes = ObxValueReader.codings(segment.syntax(), segment.raw(codeField));
    String text = description.isEmpty() ? segment.text(codeField, 2) : description;
    if (codes.isEmpty() && text.isEmpty()) {
      return Optional.empty();
    }
    String time = timeField == 0 ? "" : segment.text(timeField, 1);
    String named =
        codes.isEmpty() ? text : codes.getFirst().code() + "^" + codes.getFirst().system();
    return Optional.of(
        new Statement(
            kind,
            codes,
            text,
            status,
            effective(time, zone),
            segment.name() + "|" + named + "|" + time,
            segment.name() + "[" + segment.sequence() + "]"));
  }

  private static @Nullable EffectiveTime effective(String raw, ZoneId zone) {
    return Hl7Time.parse(raw, zone) instanceof Hl7Time.Parsed.Time told ? told.time() : null;
  }
}
