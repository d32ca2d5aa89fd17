package health.lifelong.ingestion.csv.algorithm;

import health.lifelong.ingestion.csv.domain.Column;
import health.lifelong.ingestion.mapping.algorithm.AnswerList;
import health.lifelong.ingestion.mapping.algorithm.NumberText;
import health.lifelong.ingestion.mapping.algorithm.ValueMapper;
import health.lifelong.ingestion.mapping.domain.MappedValue;
import health.lifelong.ingestion.record.domain.Value;
import health.lifelong.vocabulary.Item;
import health.lifelong.vocabulary.Item.ValueType;
import health.lifelong.vocabulary.Units;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one cell of a column of values (ingestion-formats section 5.1). */
final class CellReader {
  private static final Set<String> NOT_DONE =
      Set.of(".", "-", "NA", "N/A", "NULL", "미실시", "미검사", "미시행", "거부", "검사안함");
  private static final Set<String> NOT_KNOWN = Set.of("모름", "미상", "UNKNOWN");
  private static final Pattern NUMBER_AND_UNIT =
      Pattern.compile(
          "([<>=≤≥]{0,2}\\s*[+-]?[0-9][0-9,]{0,15}(?:\\.[0-9]{1,15})?)\\s*(\\D.{0,30})");
  private static final Pattern WHOLE = Pattern.compile("([0-9]{1,3})\\.0+");

  private final ValueMapper mapper = new ValueMapper(Map.of());

  /** What a cell says. */
  sealed interface Cell {
    /** Nothing was written. */
    record Empty() implements Cell {}

    /** A mark that says there is no value, and why. */
    record NoValue(Value.Absent value) implements Cell {}

    /** A value; {@code unit} is the unit it is in as sent or declared. */
    record Read(MappedValue value, String unit) implements Cell {}

    /** Something is written that is no value of this item. */
    record Unreadable(String detail) implements Cell {}
  }

  Cell read(Column.Values column, String raw) {
    String text = Normalizer.normalize(raw, Normalizer.Form.NFKC).strip();
    if (text.isEmpty()) {
      return new Cell.Empty();
    }
    Item item = column.item();
    boolean isAnswer = AnswerList.of(item).flatMap(list -> list.byCode(text)).isPresent();
    Optional<Value.Absent> mark = isAnswer ? Optional.empty() : mark(text);
    if (mark.isPresent()) {
      return new Cell.NoValue(mark.get());
    }
    return item.valueType() == ValueType.NUMERIC ? number(column, text) : answer(column, text);
  }

  /** The absence a mark such as {@code 미실시} states; empty where the text is no mark. */
  static Optional<Value.Absent> mark(String raw) {
    String mark = Normalizer.normalize(raw, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    if (NOT_DONE.contains(mark)) {
      return Optional.of(new Value.Absent(Value.Reason.NOT_DONE));
    }
    return NOT_KNOWN.contains(mark)
        ? Optional.of(new Value.Absent(Value.Reason.UNKNOWN))
        : Optional.empty();
  }

  private Cell answer(Column.Values column, String text) {
    Item item = column.item();
    if (column.codesOfCatalogue()) {
      MappedValue coded = mapper.answerCode(item, catalogueCode(item, text));
      if (coded.unmapped() == null) {
        return new Cell.Read(coded, "");
      }
    }
    return new Cell.Read(mapper.text(item, text, ""), "");
  }

  /** National releases write codes as 1, 1.0 or, for yes and no, Y and N. */
  private static String catalogueCode(Item item, String text) {
    Matcher whole = WHOLE.matcher(text);
    if (whole.matches()) {
      return whole.group(1);
    }
    if (!item.code().equals("ALC_STATUS")) {
      return text;
    }
    return switch (text) {
      case "Y", "y" -> "1";
      case "N", "n" -> "0";
      default -> text;
    };
  }

  private Cell number(Column.Values column, String text) {
    Optional<NumberText> bare = NumberText.parse(text);
    if (bare.isPresent()) {
      return mapped(column, bare.get(), column.unit(), column.unitDeclared());
    }
    Matcher withUnit = NUMBER_AND_UNIT.matcher(text);
    if (withUnit.matches()) {
      Optional<NumberText> number = NumberText.parse(withUnit.group(1));
      String unit = withUnit.group(2).strip();
      boolean fits =
          Units.convert(column.item(), BigDecimal.ONE, unit) instanceof Units.Conversion.Converted;
      if (number.isPresent() && fits) {
        return mapped(column, number.get(), unit, false);
      }
    }
    return new Cell.Unreadable("not a number of this item");
  }

  private Cell mapped(Column.Values column, NumberText number, String unit, boolean declared) {
    MappedValue value =
        switch (number) {
          case NumberText.Number one ->
              mapper.number(column.item(), one.value(), one.comparator(), unit);
          case NumberText.Span span -> mapper.range(column.item(), span.low(), span.high(), unit);
        };
    boolean assumed =
        declared && value.value() instanceof Value.Quantity && !Units.needsNoUnit(column.item());
    return new Cell.Read(
        new MappedValue(
            value.itemCode(),
            value.unmapped(),
            value.value(),
            value.implausible(),
            assumed,
            value.contradiction()),
        unit);
  }
}
