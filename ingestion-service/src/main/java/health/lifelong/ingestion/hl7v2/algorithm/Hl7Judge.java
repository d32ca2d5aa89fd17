package health.lifelong.ingestion.hl7v2.algorithm;

import health.lifelong.ingestion.hl7v2.domain.AckCode;
import health.lifelong.ingestion.hl7v2.domain.Hl7Envelope;
import health.lifelong.ingestion.hl7v2.domain.Hl7Error;
import health.lifelong.ingestion.hl7v2.domain.Hl7Error.Condition;
import health.lifelong.ingestion.hl7v2.domain.Hl7Error.Location;
import health.lifelong.ingestion.hl7v2.domain.Hl7Error.Severity;
import health.lifelong.ingestion.hl7v2.domain.Hl7Reading;
import health.lifelong.ingestion.hl7v2.domain.SenderContract;
import health.lifelong.ingestion.mapping.algorithm.ValueMapper;
import health.lifelong.ingestion.mapping.domain.ItemResolver;
import health.lifelong.ingestion.record.domain.RecordOutcome;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges and reads one frame: the envelope (AR), then the person and the values (AE), then
 * everything (AA), by the rules of the hl7v2 samples, ingestion-formats section 2 and design.md
 * section 9. Pure: the same bytes give the same reading.
 */
public final class Hl7Judge {
  private final ItemResolver resolver;

  /** A judge that finds items with this resolver. */
  public Hl7Judge(ItemResolver resolver) {
    this.resolver = resolver;
  }

  /**
   * Reads a frame; {@code index} is the record index of the message in its receipt. Never throws
   * for what was sent.
   */
  public Hl7Reading read(byte[] frame, SenderContract contract, int index) {
    EnvelopeReader.Found found = EnvelopeReader.read(frame);
    Hl7Envelope envelope = found.envelope();
    if (found.start() < 0) {
      return refused(
          envelope, AckCode.AR, index, List.of(malformed("the frame does not start with MSH")));
    }
    if (holdsFrameMark(frame)) {
      return refused(
          envelope, AckCode.AR, index, List.of(malformed("a frame mark inside the message")));
    }
    List<Hl7Error> refusals = EnvelopeJudge.judge(envelope, contract);
    if (!refusals.isEmpty()) {
      return refused(envelope, AckCode.AR, index, refusals);
    }
    String charset = envelope.charsets().isEmpty() ? "" : envelope.charsets().getFirst();
    return switch (Hl7Charsets.decode(frame, found.start(), charset, contract.fallbackCharset())) {
      case Hl7Charsets.Decoded.UnknownName unknown ->
          refused(envelope, AckCode.AE, index, List.of(unknownCharset(charset)));
      case Hl7Charsets.Decoded.Invalid invalid ->
          refused(envelope, AckCode.AE, index, List.of(undecodable(invalid.offset())));
      case Hl7Charsets.Decoded.Text decoded -> {
        Hl7Syntax syntax = new Hl7Syntax(envelope.delimiters(), decoded.charset());
        yield decoded(envelope, decoded.text(), syntax, contract, index);
      }
    };
  }

  private Hl7Reading decoded(
      Hl7Envelope envelope, String text, Hl7Syntax syntax, SenderContract contract, int index) {
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      return refused(envelope, AckCode.AE, index, List.of(undecodable(nul)));
    }
    if (text.indexOf('\r') < 0 && text.indexOf('\n') >= 0) {
      Hl7Error error = sequence("MSH", "segments end in LF; on the wire they end in CR");
      return refused(envelope, AckCode.AE, index, List.of(error));
    }
    Hl7Message message = Hl7Message.split(text, syntax);
    if (message.count("MSH") > 1) {
      return refused(
          envelope, AckCode.AR, index, List.of(malformed("more than one message in a frame")));
    }
    if (message.count("OBX") > contract.maximumObservations()) {
      Hl7Error error =
          new Hl7Error(
              Location.of("OBX", contract.maximumObservations() + 1, 0),
              Condition.SEGMENT_SEQUENCE,
              Severity.ERROR,
              Reason.TOO_LARGE,
              "more than " + contract.maximumObservations() + " OBX segments");
      return refused(envelope, AckCode.AR, index, List.of(error));
    }
    if (message.count("PID") == 0) {
      Hl7Error field =
          new Hl7Error(
              Location.of("PID", 1, 3),
              Condition.FIELD_MISSING,
              Severity.ERROR,
              Reason.PERSON_MISSING,
              "no person identifier");
      Hl7Error segment = sequence("PID", "the segment is missing");
      return refused(envelope, AckCode.AE, index, List.of(field, segment));
    }
    return judged(envelope, groups(message, contract), strays(message), index);
  }

  /** Results that stand before any person. */
  private static List<Hl7Error> strays(Hl7Message message) {
    List<Hl7Error> errors = new ArrayList<>(0);
    for (Hl7Segment segment : message.segments()) {
      if (segment.is("PID")) {
        break;
      }
      if (segment.is("OBX")) {
        errors.add(
            new Hl7Error(
                Location.of("OBX", segment.sequence(), 0),
                Condition.SEGMENT_SEQUENCE,
                Severity.WARNING,
                Reason.PERSON_MISSING,
                "a result before any PID belongs to nobody"));
      }
    }
    return errors;
  }

  private List<PersonGroup> groups(Hl7Message message, SenderContract contract) {
    ValueMapper mapper = new ValueMapper(contract.unitByItem());
    ObservationReader reader =
        new ObservationReader(
            resolver, new ObxValueReader(mapper, contract.zone()), contract.zone());
    List<PersonGroup> groups = new ArrayList<>(1);
    SpecimenTimes specimens = new SpecimenTimes(message.segments());
    List<Hl7Segment> segments = message.segments();
    for (int i = 0; i < segments.size(); i++) {
      Hl7Segment segment = segments.get(i);
      if (segment.is("PID")) {
        PersonReader.Read person = PersonReader.read(segment, contract.strictDemographics());
        groups.add(new PersonGroup(person, reader, contract.zone()));
      } else if (!groups.isEmpty()) {
        groups.getLast().take(segment, segment.is("OBX") ? specimens.timeOf(i) : "");
      }
    }
    return groups;
  }

  private static Hl7Reading judged(
      Hl7Envelope envelope, List<PersonGroup> groups, List<Hl7Error> strays, int index) {
    List<Hl7Error> errors = new ArrayList<>(strays);
    groups.forEach(group -> errors.addAll(group.errors()));
    List<PersonGroup> known = groups.stream().filter(PersonGroup::namesSomebody).toList();
    if (known.isEmpty()) {
      return refused(envelope, AckCode.AE, index, errors);
    }
    List<PersonGroup> valued = known.stream().filter(PersonGroup::carriesValues).toList();
    if (!valued.isEmpty() && valued.stream().allMatch(PersonGroup::isUseless)) {
      return useless(envelope, errors, index);
    }
    List<RecordOutcome> outcomes = new ArrayList<>(groups.size());
    for (PersonGroup group : groups) {
      outcomes.add(
          group.namesSomebody()
              ? group.outcome(index, envelope.controlId())
              : rejection(index, group.errors()));
    }
    return new Hl7Reading(
        envelope,
        AckCode.AA,
        errors.stream().map(error -> withSeverity(error, Severity.WARNING)).toList(),
        outcomes,
        known.stream().mapToInt(PersonGroup::counted).sum(),
        known.stream().mapToInt(PersonGroup::unmapped).sum(),
        known.stream().mapToInt(PersonGroup::ignored).sum());
  }

  private static Hl7Reading refused(
      Hl7Envelope envelope, AckCode code, int index, List<Hl7Error> errors) {
    return new Hl7Reading(envelope, code, errors, List.of(rejection(index, errors)), 0, 0, 0);
  }

  private static RecordOutcome rejection(int index, List<Hl7Error> errors) {
    Hl7Error first =
        errors.stream()
            .filter(error -> error.severity() == Severity.ERROR)
            .findFirst()
            .orElse(errors.getFirst());
    return new RecordOutcome.Rejected(index, first.location().path(), first.reason(), first.text());
  }

  /**
   * No value of the message is usable: the values' errors in front, as what the sender must mend.
   */
  private static Hl7Reading useless(Hl7Envelope envelope, List<Hl7Error> errors, int index) {
    List<Hl7Error> ordered = new ArrayList<>();
    for (Hl7Error error : errors) {
      if (error.location().segment().equals("OBX")) {
        ordered.add(withSeverity(error, Severity.ERROR));
      }
    }
    for (Hl7Error error : errors) {
      if (!error.location().segment().equals("OBX")) {
        ordered.add(error);
      }
    }
    Hl7Error first = ordered.getFirst();
    RecordOutcome rejected =
        new RecordOutcome.Rejected(
            index, first.location().path(), Reason.NOTHING_USABLE, first.text());
    return new Hl7Reading(envelope, AckCode.AE, ordered, List.of(rejected), 0, 0, 0);
  }

  private static Hl7Error withSeverity(Hl7Error error, Severity severity) {
    return new Hl7Error(
        error.location(), error.condition(), severity, error.reason(), error.text());
  }

  private static boolean holdsFrameMark(byte[] frame) {
    for (byte b : frame) {
      if (b == MllpFramer.START || b == MllpFramer.END) {
        return true;
      }
    }
    return false;
  }

  private static Hl7Error malformed(String text) {
    return new Hl7Error(
        Location.of("MSH", 0, 0),
        Condition.SEGMENT_SEQUENCE,
        Severity.ERROR,
        Reason.MALFORMED,
        text);
  }

  private static Hl7Error sequence(String segment, String text) {
    return new Hl7Error(
        Location.of(segment, 1, 0),
        Condition.SEGMENT_SEQUENCE,
        Severity.ERROR,
        Reason.MALFORMED,
        text);
  }

  private static Hl7Error unknownCharset(String name) {
    return new Hl7Error(
        Location.of("MSH", 1, 18),
        Condition.TABLE_VALUE,
        Severity.ERROR,
        Reason.TABLE_VALUE_UNKNOWN,
        "unknown character set " + plain(name));
  }

  /** A name that may be shown: what a character set can be called, and not longer. */
  private static String plain(String name) {
    String kept = name.replaceAll("[^A-Za-z0-9 _/.:-]", "?");
    return kept.length() > 40 ? kept.substring(0, 40) : kept;
  }

  private static Hl7Error undecodable(int offset) {
    return new Hl7Error(
        Location.of("MSH", 1, 18),
        Condition.DATA_TYPE,
        Severity.ERROR,
        Reason.ENCODING_INVALID,
        "not of the declared character set at byte " + offset);
  }
}
