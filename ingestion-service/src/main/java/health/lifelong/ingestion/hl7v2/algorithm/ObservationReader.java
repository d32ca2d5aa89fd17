package health.lifelong.ingestion.hl7v2.algorithm;

import health.lifelong.ingestion.hl7v2.algorithm.ObxValueReader.Outcome;
import health.lifelong.ingestion.hl7v2.algorithm.ObxValueReader.Remark;
import health.lifelong.ingestion.hl7v2.domain.Hl7Error.Condition;
import health.lifelong.ingestion.mapping.domain.ItemResolver;
import health.lifelong.ingestion.mapping.domain.MappedValue;
import health.lifelong.ingestion.record.domain.Coding;
import health.lifelong.ingestion.record.domain.Document;
import health.lifelong.ingestion.record.domain.EffectiveTime;
import health.lifelong.ingestion.record.domain.Observation;
import health.lifelong.ingestion.record.domain.Observation.Status;
import health.lifelong.ingestion.record.domain.Observation.Unmapped;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.ingestion.record.domain.Value;
import health.lifelong.vocabulary.Item;
import health.lifelong.vocabulary.Units;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one OBX in the context of its order. */
final class ObservationReader {
  private final ItemResolver resolver;
  private final ObxValueReader values;
  private final ZoneId zone;

  ObservationReader(ItemResolver resolver, ObxValueReader values, ZoneId zone) {
    this.resolver = resolver;
    this.values = values;
    this.zone = zone;
  }

  /**
   * What one OBX gave.
   *
   * @param ignored status I or O
   * @param counted counts by rule 6 of the sample rules
   * @param carriesValue a value of status F, C, P, S, R or none: one of these must be usable
   */
  record Read(
      @Nullable Observation observation,
      @Nullable Document attachment,
      boolean ignored,
      boolean counted,
      boolean carriesValue,
      boolean usable,
      List<Remark> remarks) {
    static final Read NOTHING = new Read(null, null, false, false, false, false, List.of());
    static final Read IGNORED = new Read(null, null, true, false, false, false, List.of());
  }

  /** Names the value among all of its person and centre, without the number of its repeat. */
  static String key(Hl7Segment obx, Coding code, OrderContext order, String effectiveText) {
    String source = order.number().isEmpty() ? effectiveText : order.number();
    String concept = code.code().isEmpty() ? code.display() : code.code();
    return source + "|" + concept + "^" + code.system() + "|" + obx.text(4, 1);
  }

  /** The time of an OBX: its own, else its order's, else its specimen's. */
  record Timed(@Nullable EffectiveTime time, String text, boolean invalid) {}

  Timed time(Hl7Segment obx, OrderContext order, String specimenTime) {
    String own = obx.text(14, 1);
    Hl7Time.Parsed parsed = Hl7Time.parse(own, zone);
    if (parsed instanceof Hl7Time.Parsed.Time told) {
      return new Timed(told.time(), own, false);
    }
    boolean invalid = parsed instanceof Hl7Time.Parsed.Invalid;
    if (order.effective() != null) {
      return new Timed(order.effective(), order.effectiveText(), invalid);
    }
    return Hl7Time.parse(specimenTime, zone) instanceof Hl7Time.Parsed.Time told
        ? new Timed(told.time(), specimenTime, invalid)
        : new Timed(null, "", invalid);
  }

  Read read(Hl7Segment obx, OrderContext order, Timed timed, String sourceKey) {
    String raw = obx.raw(5).strip();
    boolean valued = !raw.isEmpty() && !raw.equals(Hl7Syntax.NULL);
    String sent = obx.raw(11).strip();
    char status = sent.isEmpty() ? '\0' : Character.toUpperCase(sent.charAt(0));
    List<Remark> remarks = new ArrayList<>(0);
    if (timed.invalid()) {
      remarks.add(new Remark(Condition.DATA_TYPE, Reason.VALUE_INVALID, 14, "no date or time"));
    }
    boolean carries = valued && "\0FCPSR".indexOf(status) >= 0;
    boolean counted = valued && "XDWIO".indexOf(status) < 0;
    return switch (status) {
      case 'I', 'O' -> Read.IGNORED;
      case 'X', 'N' ->
          absent(obx, order, timed, sourceKey, Value.Reason.NOT_DONE, Status.FINAL, counted);
      case 'D', 'W' -> {
        Observation withdrawn =
            valued
                ? value(obx, order, timed, sourceKey, Status.WITHDRAWN, new ArrayList<>())
                    .observation()
                : null;
        yield withdrawn == null
            ? absent(obx, order, timed, sourceKey, Value.Reason.UNKNOWN, Status.WITHDRAWN, false)
            : new Read(withdrawn, null, false, false, false, true, List.copyOf(remarks));
      }
      default -> {
        if (!valued) {
          yield withoutValue(obx, order, timed, sourceKey, raw, status);
        }
        Kept kept = value(obx, order, timed, sourceKey, life(status, order, remarks), remarks);
        yield new Read(
            kept.observation(),
            kept.attachment(),
            false,
            counted,
            carries,
            kept.usable(),
            List.copyOf(remarks));
      }
    };
  }

  private Read withoutValue(
      Hl7Segment obx, OrderContext order, Timed timed, String sourceKey, String raw, char status) {
    if (raw.equals(Hl7Syntax.NULL)) {
      Status life = life(status, order, new ArrayList<>());
      return absent(obx, order, timed, sourceKey, Value.Reason.UNKNOWN, life, false);
    }
    if (status == 'U') {
      Remark remark =
          new Remark(
              Condition.FIELD_MISSING,
              Reason.FIELD_MISSING,
              5,
              "status U without the value that became final: send it again");
      return new Read(null, null, false, false, false, false, List.of(remark));
    }
    return Read.NOTHING;
  }

  /** HL7 table 0085. An empty status is final where the whole order is, else preliminary. */
  private static Status life(char status, OrderContext order, List<Remark> remarks) {
    return switch (status) {
      case 'F', 'U', 'V' -> Status.FINAL;
      case 'C', 'A', 'B' -> Status.CORRECTED;
      case 'P', 'S', 'R' -> Status.PRELIMINARY;
      case '\0' -> order.finished() ? Status.FINAL : Status.PRELIMINARY;
      default -> {
        remarks.add(
            new Remark(
                Condition.TABLE_VALUE,
                Reason.TABLE_VALUE_UNKNOWN,
                11,
                "not a code of table 0085; read as preliminary"));
        yield Status.PRELIMINARY;
      }
    };
  }

  private record Kept(
      @Nullable Observation observation, @Nullable Document attachment, boolean usable) {}

  private Kept value(
      Hl7Segment obx,
      OrderContext order,
      Timed timed,
      String sourceKey,
      Status status,
      List<Remark> remarks) {
    Item item = item(obx);
    String unit = unit(item, obx);
    return switch (values.read(item, obx, unit)) {
      case Outcome.Read read -> {
        Remark remark = read.remark();
        if (remark != null) {
          remarks.add(remark);
        }
        MappedValue value = read.value();
        // A value sent without its type is stored, and does not make a message usable on its own.
        boolean usable = remark == null || remark.field() != 2;
        yield new Kept(
            observation(obx, order, timed, sourceKey, status, value, unit), null, usable);
      }
      case Outcome.Attachment attachment ->
          new Kept(null, attachment(obx, attachment.description(), sourceKey), true);
      case Outcome.Unusable unusable -> {
        remarks.add(unusable.remark());
        Value nothing = new Value.Absent(Value.Reason.NOT_USABLE);
        yield new Kept(
            observation(obx, order, timed, sourceKey, status, typed(item, nothing), unit),
            null,
            false);
      }
    };
  }

  private Read absent(
      Hl7Segment obx,
      OrderContext order,
      Timed timed,
      String sourceKey,
      Value.Reason reason,
      Status status,
      boolean counted) {
    Item item = item(obx);
    MappedValue nothing = typed(item, new Value.Absent(reason));
    Observation observation =
        observation(obx, order, timed, sourceKey, status, nothing, unit(item, obx));
    return new Read(observation, null, false, counted, false, true, List.of());
  }

  private static MappedValue typed(@Nullable Item item, Value value) {
    return item == null
        ? MappedValue.unmapped(Unmapped.CODE_UNKNOWN, value)
        : MappedValue.mapped(item.code(), value);
  }

  private static Observation observation(
      Hl7Segment obx,
      OrderContext order,
      Timed timed,
      String sourceKey,
      Status status,
      MappedValue value,
      String unit) {
    return new Observation(
        value.itemCode(),
        value.unmapped(),
        value.value(),
        timed.time(),
        status,
        rawCode(obx),
        rawValue(obx),
        unit,
        sourceKey,
        "OBX[" + obx.sequence() + "]",
        value.implausible(),
        value.unitAssumed(),
        firstOf(obx, 17),
        obx.text(18, 1),
        obx.syntax().text(obx.raw(7)),
        String.join(" ", obx.repetitions(8)),
        order.panel());
  }

  private static Document attachment(Hl7Segment obx, String description, String sourceKey) {
    Coding code = rawCode(obx);
    return new Document(
        "attachment", code, code.display(), description, sourceKey, "OBX[" + obx.sequence() + "]");
  }

  private static String rawValue(Hl7Segment obx) {
    // An attachment's content stays in the raw receipt.
    return obx.raw(2).strip().equalsIgnoreCase("ED") ? "" : obx.raw(5);
  }

  private static String firstOf(Hl7Segment obx, int field) {
    String code = obx.text(field, 1);
    return code.isEmpty() ? obx.text(field, 2) : code;
  }

  private @Nullable Item item(Hl7Segment obx) {
    return resolver.resolve(ObxValueReader.codings(obx.syntax(), obx.raw(3))).orElse(null);
  }

  static Coding rawCode(Hl7Segment obx) {
    boolean second = obx.text(3, 1).isEmpty() && !obx.text(3, 4).isEmpty();
    int at = second ? 4 : 1;
    return new Coding(obx.text(3, at + 2), obx.text(3, at), obx.text(3, at + 1));
  }

  /**
   * The unit by code, else by text, else the whole field, since {@code 10^3/uL} arrives unescaped.
   */
  private static String unit(@Nullable Item item, Hl7Segment obx) {
    String raw = obx.raw(6).strip();
    String code = obx.text(6, 1);
    if (item == null || raw.equals(code) || raw.equals(Hl7Syntax.NULL)) {
      return code;
    }
    for (String candidate : List.of(code, obx.text(6, 2), obx.text(6, 4), raw)) {
      boolean known =
          !candidate.isEmpty()
              && Units.convert(item, BigDecimal.ONE, candidate)
                  instanceof Units.Conversion.Converted;
      if (known) {
        return candidate;
      }
    }
    return code.isEmpty() ? obx.text(6, 2) : code;
  }
}
