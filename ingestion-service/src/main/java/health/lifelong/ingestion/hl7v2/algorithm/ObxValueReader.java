package health.lifelong.ingestion.hl7v2.algorithm;

import health.lifelong.ingestion.hl7v2.domain.Hl7Error.Condition;
import health.lifelong.ingestion.mapping.algorithm.CodeSystems;
import health.lifelong.ingestion.mapping.algorithm.NumberText;
import health.lifelong.ingestion.mapping.algorithm.ValueMapper;
import health.lifelong.ingestion.mapping.domain.MappedValue;
import health.lifelong.ingestion.record.domain.Coding;
import health.lifelong.ingestion.record.domain.Observation.Unmapped;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.ingestion.record.domain.Value;
import health.lifelong.vocabulary.Item;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** OBX-5 by OBX-2 (ingestion-formats section 2.5). */
final class ObxValueReader {
  private final ValueMapper mapper;
  private final ZoneId zone;

  ObxValueReader(ValueMapper mapper, ZoneId zone) {
    this.mapper = mapper;
    this.zone = zone;
  }

  /** What OBX-5 gave. */
  sealed interface Outcome {
    /** A value; {@code remark} is told to the sender as a warning. */
    record Read(MappedValue value, @Nullable Remark remark) implements Outcome {}

    /** Content that is not a value: its type and size are kept. */
    record Attachment(String description) implements Outcome {}

    /** Nothing of it can be used. */
    record Unusable(Remark remark) implements Outcome {}
  }

  /** What is wrong with a value. */
  record Remark(Condition condition, Reason reason, int field, String text) {}

  Outcome read(@Nullable Item item, Hl7Segment obx, String rawUnit) {
    String type = obx.raw(2).strip().toUpperCase(Locale.ROOT);
    List<String> repetitions = obx.repetitions(5);
    Hl7Syntax syntax = obx.syntax();
    return switch (type) {
      case "NM" -> numeric(item, repetitions, syntax, rawUnit);
      case "SN" -> structured(item, repetitions, syntax, rawUnit);
      case "NR" -> range(item, repetitions, syntax, rawUnit);
      case "CE", "CWE", "CNE", "CF", "IS", "ID" -> coded(item, repetitions, syntax);
      case "DT", "TM", "TS", "DTM" -> calendar(item, type, repetitions, syntax);
      case "ED" -> AttachmentReader.read(obx.raw(5), syntax);
      case "RP" ->
          unusable(
              Condition.TABLE_VALUE, Reason.TYPE_UNSUPPORTED, 2, "a pointer is never followed");
      case "" -> untyped(item, repetitions, syntax, rawUnit);
      default -> checked(mapper.text(item, lines(repetitions, syntax), rawUnit), null);
    };
  }

  private Outcome numeric(
      @Nullable Item item, List<String> repetitions, Hl7Syntax syntax, String rawUnit) {
    if (repetitions.size() > 1) {
      return several(item, lines(repetitions, syntax));
    }
    String text = syntax.text(repetitions.getFirst());
    if (NumberText.parse(text).isPresent()) {
      return checked(mapper.text(item, text, rawUnit), null);
    }
    MappedValue value = mapper.text(item, text, rawUnit);
    Remark mismatch =
        new Remark(Condition.DATA_TYPE, Reason.VALUE_INVALID, 5, "type NM, and not a number");
    return value.unmapped() == null ? checked(value, mismatch) : new Outcome.Unusable(mismatch);
  }

  private Outcome structured(
      @Nullable Item item, List<String> repetitions, Hl7Syntax syntax, String rawUnit) {
    if (repetitions.size() > 1) {
      return several(item, lines(repetitions, syntax));
    }
    String raw = repetitions.getFirst();
    if (syntax.components(raw) == 1) {
      return checked(mapper.text(item, syntax.text(raw), rawUnit), null);
    }
    String comparator = syntax.text(raw, 1);
    String first = syntax.text(raw, 2);
    String separator = syntax.text(raw, 3);
    String second = syntax.text(raw, 4);
    if (first.isEmpty() && second.isEmpty()) {
      return unusable(Condition.FIELD_MISSING, Reason.VALUE_INVALID, 5, "type SN without a number");
    }
    if (separator.isEmpty() && !comparator.equals("<>")) {
      return checked(mapper.text(item, comparator + first, rawUnit), null);
    }
    return switch (separator) {
      case "-" -> checked(mapper.text(item, first + "-" + second, rawUnit), null);
      case "+" -> checked(mapper.text(item, first + "+", rawUnit), null);
      case ":", "/" ->
          checked(unfit(item, new Value.Range(comparator + first + separator + second)), null);
      default ->
          checked(unfit(item, new Value.Text(comparator + first + separator + second)), null);
    };
  }

  private Outcome range(
      @Nullable Item item, List<String> repetitions, Hl7Syntax syntax, String rawUnit) {
    String raw = repetitions.getFirst();
    return checked(
        mapper.text(item, syntax.text(raw, 1) + "-" + syntax.text(raw, 2), rawUnit), null);
  }

  private Outcome coded(@Nullable Item item, List<String> repetitions, Hl7Syntax syntax) {
    if (repetitions.size() > 1) {
      return several(item, answers(repetitions, syntax));
    }
    String raw = repetitions.getFirst();
    List<Coding> codings = codings(syntax, raw);
    String shown = shown(syntax, raw);
    if (codings.isEmpty() && shown.isEmpty()) {
      return unusable(
          Condition.FIELD_MISSING, Reason.VALUE_INVALID, 5, "neither a code nor a text");
    }
    return checked(mapper.coded(item, codings, shown), null);
  }

  private Outcome calendar(
      @Nullable Item item, String type, List<String> repetitions, Hl7Syntax syntax) {
    String text = syntax.text(repetitions.getFirst(), 1);
    boolean valid =
        type.equals("TM")
            ? Hl7Time.parse("20000101" + text, zone) instanceof Hl7Time.Parsed.Time
            : Hl7Time.parse(text, zone) instanceof Hl7Time.Parsed.Time;
    return valid
        ? checked(mapper.text(item, text, ""), null)
        : unusable(Condition.DATA_TYPE, Reason.VALUE_INVALID, 5, "no date or time");
  }

  /** Senders leave OBX-2 out; the text is kept, but alone it does not carry a message. */
  private Outcome untyped(
      @Nullable Item item, List<String> repetitions, Hl7Syntax syntax, String rawUnit) {
    MappedValue value = mapper.text(item, lines(repetitions, syntax), rawUnit);
    Remark remark =
        new Remark(Condition.FIELD_MISSING, Reason.FIELD_MISSING, 2, "a value without its type");
    return checked(value, remark);
  }

  private static Outcome checked(MappedValue value, @Nullable Remark remark) {
    MappedValue.Contradiction contradiction = value.contradiction();
    if (contradiction == null) {
      return new Outcome.Read(value, remark);
    }
    return switch (contradiction) {
      case NEGATIVE ->
          unusable(
              Condition.DATA_TYPE, Reason.VALUE_INVALID, 5, "below zero, where nothing can be");
      case UNIT_CONTRADICTED ->
          unusable(
              Condition.DATA_TYPE,
              Reason.VALUE_INVALID,
              6,
              "the number does not fit the unit it was sent with");
    };
  }

  private static Outcome several(@Nullable Item item, String text) {
    return new Outcome.Read(unfit(item, new Value.Text(text)), null);
  }

  private static MappedValue unfit(@Nullable Item item, Value value) {
    return MappedValue.unmapped(item == null ? Unmapped.CODE_UNKNOWN : Unmapped.VALUE_TYPE, value);
  }

  private static Outcome unusable(Condition condition, Reason reason, int field, String text) {
    return new Outcome.Unusable(new Remark(condition, reason, field, text));
  }

  private static String lines(List<String> repetitions, Hl7Syntax syntax) {
    List<String> lines = new ArrayList<>();
    for (String repetition : repetitions) {
      lines.add(repetition.equals(Hl7Syntax.NULL) ? "" : syntax.verbatim(repetition));
    }
    return String.join("\n", lines).strip();
  }

  private static String answers(List<String> repetitions, Hl7Syntax syntax) {
    List<String> lines = new ArrayList<>();
    for (String repetition : repetitions) {
      List<Coding> codings = codings(syntax, repetition);
      String shown = shown(syntax, repetition);
      String code = codings.isEmpty() ? "" : codings.getFirst().code();
      lines.add(shown.isEmpty() ? code : shown);
    }
    return String.join("\n", lines);
  }

  private static String shown(Hl7Syntax syntax, String raw) {
    for (int component : new int[] {2, 9, 5}) {
      String text = syntax.text(raw, component);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  /** Both triplets of a coded element; a triplet without a code is none. */
  static List<Coding> codings(Hl7Syntax syntax, String raw) {
    Optional<Coding> first = coding(syntax, raw, 1);
    Optional<Coding> second = coding(syntax, raw, 4);
    if (first.isEmpty()) {
      return second.map(List::of).orElseGet(List::of);
    }
    return second.map(other -> List.of(first.get(), other)).orElseGet(() -> List.of(first.get()));
  }

  private static Optional<Coding> coding(Hl7Syntax syntax, String raw, int component) {
    String code = syntax.text(raw, component);
    return code.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Coding(
                CodeSystems.uri(syntax.text(raw, component + 2)),
                code,
                syntax.text(raw, component + 1)));
  }
}
