package health.lifelong.ingestion.mapping.algorithm;

import health.lifelong.ingestion.mapping.algorithm.AnswerList.Answer;
import health.lifelong.ingestion.mapping.domain.MappedValue;
import health.lifelong.ingestion.mapping.domain.MappedValue.Contradiction;
import health.lifelong.ingestion.record.domain.Coding;
import health.lifelong.ingestion.record.domain.Observation.Unmapped;
import health.lifelong.ingestion.record.domain.Value;
import health.lifelong.ingestion.record.domain.Value.Comparator;
import health.lifelong.vocabulary.Item;
import health.lifelong.vocabulary.Item.ValueType;
import health.lifelong.vocabulary.Units;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a sender's value what its item stores: numbers in the item's unit, answers of the item's
 * list. What does not fit stays as sent, unmapped, with the reason. An unknown item is passed as
 * null and keeps its typed raw value.
 */
public final class ValueMapper {
  private final Map<String, String> unitByItem;

  /**
   * A mapper for one sender.
   *
   * @param unitByItem the units its contract fixes, by item code; they fill in only what was sent
   *     without a unit
   */
  public ValueMapper(Map<String, String> unitByItem) {
    this.unitByItem = Map.copyOf(unitByItem);
  }

  /** Maps a number; {@code rawUnit} is empty where none was sent. */
  public MappedValue number(
      @Nullable Item item, BigDecimal value, Comparator comparator, String rawUnit) {
    Value.Quantity asSent = new Value.Quantity(value, rawUnit, comparator);
    if (item == null) {
      return MappedValue.unmapped(Unmapped.CODE_UNKNOWN, asSent);
    }
    Optional<Answer> special = answerInPlaceOfNumber(item, value, comparator);
    if (special.isPresent()) {
      return MappedValue.mapped(item.code(), new Value.Coded(special.get().coding()));
    }
    boolean counted = item.valueType() == ValueType.NUMERIC;
    if (!counted && comparator == Comparator.EQUAL) {
      Optional<Value> answer = answer(item, value.toPlainString());
      if (answer.isPresent()) {
        return MappedValue.mapped(item.code(), answer.get());
      }
    }
    if (item.ucum() == null || !(counted || item.valueType() == ValueType.ORDINAL)) {
      return MappedValue.unmapped(Unmapped.VALUE_TYPE, asSent);
    }
    boolean assumed = rawUnit.isBlank() && unitByItem.containsKey(item.code());
    String unit = assumed ? unitByItem.get(item.code()) : rawUnit;
    return switch (Units.convert(item, value, unit)) {
      case Units.Conversion.Converted converted ->
          converted(item, value, comparator, converted, assumed);
      case Units.Conversion.UnitUnknown unknown ->
          MappedValue.unmapped(Unmapped.UNIT_UNKNOWN, asSent);
      case Units.Conversion.UnitMissing missing ->
          MappedValue.unmapped(Unmapped.UNIT_MISSING, asSent);
    };
  }

  /**
   * Maps free text: a number, a number with a comparator, a range, an answer of the item's list,
   * else text.
   */
  public MappedValue text(@Nullable Item item, String raw, String rawUnit) {
    Value.Text asSent = new Value.Text(raw);
    if (item != null && item.valueType() != ValueType.NUMERIC) {
      return answer(item, raw)
          .map(value -> MappedValue.mapped(item.code(), value))
          .orElseGet(() -> MappedValue.unmapped(Unmapped.VALUE_TYPE, asSent));
    }
    Optional<NumberText> number = NumberText.parse(raw);
    if (number.isPresent()) {
      return switch (number.get()) {
        case NumberText.Number one -> number(item, one.value(), one.comparator(), rawUnit);
        case NumberText.Span span -> range(item, span.low(), span.high(), rawUnit);
      };
    }
    return MappedValue.unmapped(item == null ? Unmapped.CODE_UNKNOWN : Unmapped.VALUE_TYPE, asSent);
  }

  /** Maps a range, both ends in the same unit. */
  public MappedValue range(@Nullable Item item, BigDecimal low, BigDecimal high, String rawUnit) {
    Value.Range asSent = new Value.Range(low.toPlainString() + "-" + high.toPlainString());
    MappedValue from = number(item, low, Comparator.EQUAL, rawUnit);
    MappedValue to = number(item, high, Comparator.EQUAL, rawUnit);
    if (from.unmapped() != null) {
      return MappedValue.unmapped(from.unmapped(), asSent);
    }
    if (from.value() instanceof Value.Quantity a && to.value() instanceof Value.Quantity b) {
      String text = a.value().toPlainString() + "-" + b.value().toPlainString();
      return new MappedValue(
          from.itemCode(),
          null,
          new Value.Range(text),
          from.implausible() || to.implausible(),
          from.unitAssumed(),
          from.contradiction());
    }
    return MappedValue.unmapped(Unmapped.VALUE_TYPE, asSent);
  }

  /** Maps a coded answer; the codings are synonyms, {@code text} is what the sender shows. */
  public MappedValue coded(@Nullable Item item, List<Coding> codings, String text) {
    Value asSent = codings.isEmpty() ? new Value.Text(text) : new Value.Coded(codings.getFirst());
    if (item == null) {
      return MappedValue.unmapped(Unmapped.CODE_UNKNOWN, asSent);
    }
    for (Coding coding : codings) {
      Optional<Value> value = codedAnswer(item, coding);
      if (value.isPresent()) {
        return MappedValue.mapped(item.code(), value.get());
      }
    }
    if (item.valueType() == ValueType.NUMERIC) {
      return MappedValue.unmapped(Unmapped.VALUE_TYPE, asSent);
    }
    Optional<Value> value = text.isBlank() ? Optional.empty() : answer(item, text);
    for (int i = 0; value.isEmpty() && i < codings.size(); i++) {
      String display = codings.get(i).display();
      value = display.isBlank() ? value : answer(item, display);
    }
    return value
        .map(found -> MappedValue.mapped(item.code(), found))
        .orElseGet(() -> MappedValue.unmapped(Unmapped.VALUE_TYPE, asSent));
  }

  /** Maps a code of the catalogue's own list, as a layout that is known to use it sends it. */
  public MappedValue answerCode(Item item, String code) {
    return AnswerList.of(item)
        .flatMap(list -> list.byCode(code))
        .map(found -> MappedValue.mapped(item.code(), stored(item, found)))
        .orElseGet(() -> MappedValue.unmapped(Unmapped.VALUE_TYPE, new Value.Text(code)));
  }

  private MappedValue converted(
      Item item,
      BigDecimal raw,
      Comparator comparator,
      Units.Conversion.Converted converted,
      boolean assumed) {
    boolean implausible = !item.isPlausible(converted.value());
    return new MappedValue(
        item.code(),
        null,
        new Value.Quantity(converted.value(), converted.ucum(), comparator),
        implausible,
        assumed,
        implausible ? contradiction(item, raw, converted.value()) : null);
  }

  private static @Nullable Contradiction contradiction(
      Item item, BigDecimal raw, BigDecimal value) {
    BigDecimal least = item.plausibleMin();
    if (value.signum() < 0 && least != null && least.signum() >= 0) {
      return Contradiction.NEGATIVE;
    }
    boolean wasConverted = raw.compareTo(value) != 0;
    return wasConverted && item.isPlausible(raw) ? Contradiction.UNIT_CONTRADICTED : null;
  }

  /** A few numbers are no numbers: 9.9 of visual acuity means blind and is never averaged. */
  private static Optional<Answer> answerInPlaceOfNumber(
      Item item, BigDecimal value, Comparator comparator) {
    if (item.valueType() != ValueType.NUMERIC || comparator != Comparator.EQUAL) {
      return Optional.empty();
    }
    return AnswerList.of(item).flatMap(list -> list.byCode(value.toPlainString()));
  }

  private static Optional<Value> codedAnswer(Item item, Coding coding) {
    Optional<AnswerList> list = AnswerList.of(item);
    String system = coding.system();
    if (list.isPresent()) {
      Optional<Answer> foreign = list.get().bySystemCode(CodeSystems.uri(system), coding.code());
      if (foreign.isPresent()) {
        return foreign.map(found -> stored(item, found));
      }
      if (system.equals(AnswerList.system(item.code())) || system.equals("99LIFELONG")) {
        return list.get().byCode(coding.code()).map(found -> stored(item, found));
      }
    }
    if (item.valueType() == ValueType.BOOLEAN) {
      return YesNo.ofCode(item, coding);
    }
    boolean local = system.isEmpty() || system.equals("L") || system.startsWith("99");
    return local && item.valueType() != ValueType.NUMERIC
        ? answer(item, coding.code())
        : Optional.empty();
  }

  private static Optional<Value> answer(Item item, String raw) {
    return switch (item.valueType()) {
      case NUMERIC -> Optional.empty();
      case BOOLEAN -> YesNo.ofText(item, raw);
      case TEXT, DOCUMENT -> Optional.of(new Value.Text(raw));
      case DATE ->
          CalendarText.isDate(raw) ? Optional.of(new Value.Text(raw.strip())) : Optional.empty();
      case CODED, ORDINAL ->
          AnswerList.of(item).flatMap(list -> list.byText(raw)).map(found -> stored(item, found));
    };
  }

  /**
   * Scores (PHQ-9) are stored as numbers, so that totals can be computed; every other answer as its
   * code.
   */
  private static Value stored(Item item, Answer answer) {
    String ucum = item.ucum();
    Integer rank = answer.rank();
    return item.valueType() == ValueType.ORDINAL && ucum != null && rank != null
        ? new Value.Quantity(BigDecimal.valueOf(rank), ucum, Comparator.EQUAL)
        : new Value.Coded(answer.coding());
  }
}
