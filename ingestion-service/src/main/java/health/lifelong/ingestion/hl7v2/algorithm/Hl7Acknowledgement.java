package health.lifelong.ingestion.hl7v2.algorithm;

import health.lifelong.ingestion.hl7v2.domain.AckCode;
import health.lifelong.ingestion.hl7v2.domain.Delimiters;
import health.lifelong.ingestion.hl7v2.domain.Hl7Envelope;
import health.lifelong.ingestion.hl7v2.domain.Hl7Error;
import health.lifelong.ingestion.hl7v2.domain.Hl7Error.Condition;
import health.lifelong.ingestion.hl7v2.domain.Hl7Error.Location;
import health.lifelong.ingestion.hl7v2.domain.Hl7Error.Severity;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes answers (ingestion-formats section 2.6) with the sender's delimiters. What is echoed is
 * echoed byte for byte; our own words are ASCII, so they are right in the sender's character set,
 * whichever it is.
 */
public final class Hl7Acknowledgement {
  /**
   * ERR segments in one answer; what is beyond stays in the receipt and is counted in a last one.
   */
  static final int MOST_ERRORS = 100;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx", Locale.ROOT);

  private Hl7Acknowledgement() {}

  /** The answer to every frame: AA, AE or AR with the errors. */
  public static byte[] write(
      Hl7Envelope envelope,
      AckCode code,
      List<Hl7Error> errors,
      String ownControlId,
      OffsetDateTime now) {
    Delimiters usable =
        envelope.delimiters().areDistinct() ? envelope.delimiters() : Delimiters.USUAL;
    StringBuilder answer = new StringBuilder(256);
    header(answer, envelope, usable, ownControlId, now);
    boolean modern = envelope.minorVersion() < 0 || envelope.minorVersion() >= 5;
    List<Hl7Error> told = capped(errors);
    answer.append("MSA").append(usable.field()).append(code).append(usable.field());
    answer.append(echo(envelope.controlId(), envelope, usable));
    if (!modern && !told.isEmpty()) {
      answer.append(usable.field()).append(escaped(told.getFirst().text(), usable));
    }
    answer.append('\r');
    for (Hl7Error error : told) {
      if (modern) {
        error(answer, error, usable);
      } else if (error.severity() != Severity.INFORMATION) {
        earlyError(answer, error, usable);
      }
    }
    return answer.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The answer to a message that is already here: AA, and said so. */
  public static byte[] duplicate(Hl7Envelope envelope, String ownControlId, OffsetDateTime now) {
    Hl7Error said =
        new Hl7Error(
            Location.of("MSH", 1, 10),
            Condition.DUPLICATE_KEY,
            Severity.INFORMATION,
            Reason.KEY_REUSED,
            "duplicate");
    return write(envelope, AckCode.AA, List.of(said), ownControlId, now);
  }

  /** The answer to a control id that was used before with other content: AE 205. */
  public static Hl7Error keyReused() {
    return new Hl7Error(
        Location.of("MSH", 1, 10),
        Condition.DUPLICATE_KEY,
        Severity.ERROR,
        Reason.KEY_REUSED,
        "this control id was used with other content");
  }

  /** A fault on our side: AR 207, to be sent again later. */
  public static Hl7Error internalFault() {
    return new Hl7Error(
        Location.of("MSH", 1, 0),
        Condition.INTERNAL,
        Severity.ERROR,
        Reason.MALFORMED,
        "not processed, send again later");
  }

  private static List<Hl7Error> capped(List<Hl7Error> errors) {
    if (errors.size() <= MOST_ERRORS) {
      return errors;
    }
    List<Hl7Error> told = new ArrayList<>(errors.subList(0, MOST_ERRORS - 1));
    Hl7Error next = errors.get(MOST_ERRORS - 1);
    int more = errors.size() - told.size();
    told.add(
        new Hl7Error(
            next.location(),
            next.condition(),
            next.severity(),
            next.reason(),
            next.text() + "; and " + (more - 1) + " more, see the receipt"));
    return told;
  }

  private static void header(
      StringBuilder answer,
      Hl7Envelope envelope,
      Delimiters to,
      String ownControlId,
      OffsetDateTime now) {
    char field = to.field();
    char component = to.component();
    String event = isPlain(envelope.event()) ? envelope.event() : "";
    String type = event.isEmpty() ? "ACK" : "ACK" + component + event + component + "ACK";
    String version = envelope.minorVersion() < 0 ? "2.5.1" : envelope.version();
    String processing = isPlain(envelope.processingId()) ? envelope.processingId() : "P";
    answer.append("MSH").append(field).append(to.encodingCharacters()).append(field);
    answer.append(echo(envelope.receivingApplication(), envelope, to)).append(field);
    answer.append(echo(envelope.receivingFacility(), envelope, to)).append(field);
    answer.append(echo(envelope.sendingApplication(), envelope, to)).append(field);
    answer.append(echo(envelope.sendingFacility(), envelope, to)).append(field);
    answer.append(now.format(TIME)).append(field).append(field);
    answer.append(type).append(field).append(ownControlId).append(field);
    answer.append(processing).append(field).append(version);
    if (!envelope.charsets().isEmpty()) {
      answer.append(String.valueOf(field).repeat(6));
      String charsets = String.join(String.valueOf(to.repetition()), envelope.charsets());
      answer.append(echo(charsets, envelope, to));
    }
    answer.append('\r');
  }

  /**
   * Bytes as sent, but for control characters: a frame mark in an echo would end the answer early.
   * Where the sender's delimiters could not be used, what would be a delimiter of ours is escaped.
   */
  private static String echo(String raw, Hl7Envelope envelope, Delimiters to) {
    return envelope.delimiters().equals(to) ? printable(raw) : escaped(raw, to);
  }

  private static String printable(String raw) {
    if (raw.chars().allMatch(c -> c >= ' ')) {
      return raw;
    }
    StringBuilder kept = new StringBuilder(raw.length());
    raw.chars().forEach(c -> kept.append(c < ' ' ? ' ' : (char) c));
    return kept.toString();
  }

  private static void error(StringBuilder answer, Hl7Error error, Delimiters to) {
    char field = to.field();
    char component = to.component();
    answer.append("ERR").append(field).append(field);
    location(answer, error.location(), component);
    answer.append(field).append(error.condition().code());
    answer.append(component).append(error.condition().text()).append(component).append("HL70357");
    answer.append(component).append(reason(error)).append(component).append(component);
    answer.append("99LIFELONG").append(field).append(error.severity().code());
    answer.append(String.valueOf(field).repeat(4));
    answer.append(escaped(error.text(), to)).append('\r');
  }

  /** Before 2.5: place and code in ERR-1, {@code segment^sequence^field^code&text&table}. */
  private static void earlyError(StringBuilder answer, Hl7Error error, Delimiters to) {
    Location place = error.location();
    answer.append("ERR").append(to.field()).append(place.segment()).append(to.component());
    answer.append(number(place.sequence())).append(to.component());
    answer.append(number(place.field())).append(to.component());
    answer.append(error.condition().code()).append(to.subcomponent());
    answer.append(error.condition().text()).append(to.subcomponent()).append("HL70357\r");
  }

  private static void location(StringBuilder answer, Location place, char component) {
    StringBuilder text = new StringBuilder(place.segment());
    int[] parts = {place.sequence(), place.field(), place.repetition(), place.component()};
    int last = parts.length;
    while (last > 0 && parts[last - 1] == 0) {
      last--;
    }
    for (int i = 0; i < last; i++) {
      text.append(component).append(number(parts[i]));
    }
    answer.append(text);
  }

  private static String number(int value) {
    return value == 0 ? "" : Integer.toString(value);
  }

  /** The name in the shared error catalogue, which also knows faults that reading cannot give. */
  private static String reason(Hl7Error error) {
    return error.condition() == Condition.INTERNAL ? "INTERNAL" : error.reason().name();
  }

  private static boolean isPlain(String text) {
    return text.length() <= 20
        && !text.isEmpty()
        && text.chars().allMatch(c -> c < 0x7F && Character.isLetterOrDigit(c));
  }

  private static String escaped(String text, Delimiters to) {
    StringBuilder safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == to.field()) {
        escape(safe, 'F', to);
      } else if (c == to.component()) {
        escape(safe, 'S', to);
      } else if (c == to.subcomponent()) {
        escape(safe, 'T', to);
      } else if (c == to.repetition()) {
        escape(safe, 'R', to);
      } else if (c == to.escape()) {
        escape(safe, 'E', to);
      } else {
        safe.append(c < ' ' ? ' ' : c);
      }
    }
    return safe.toString();
  }

  private static void escape(StringBuilder safe, char letter, Delimiters to) {
    safe.append(to.escape()).append(letter).append(to.escape());
  }
}
