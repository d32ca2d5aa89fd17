package health.lifelong.ingestion.fhir.algorithm;

import health.lifelong.ingestion.fhir.domain.JsonObject;
import health.lifelong.ingestion.mapping.algorithm.ValueMapper;
import health.lifelong.ingestion.mapping.domain.MappedValue;
import health.lifelong.ingestion.record.domain.Coding;
import health.lifelong.ingestion.record.domain.Observation.Unmapped;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.ingestion.record.domain.Value;
import health.lifelong.ingestion.record.domain.Value.Comparator;
import health.lifelong.vocabulary.Item;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads value[x] of observations, components and answers (FHIR R4, Observation; ingestion-formats
 * section 3.3).
 */
final class Values {
  private static final String PREFIX = "value";
  private static final String UCUM = "http://unitsofmeasure.org";
  private static final String ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

  private final ValueMapper mapper;

  Values(ValueMapper mapper) {
    this.mapper = mapper;
  }

  /** Name of the value[x] member, or null where the holder has none. */
  static @Nullable String member(JsonObject holder) {
    for (int i = 0; i < holder.size(); i++) {
      String name = holder.name(i);
      boolean typed =
          name.length() > PREFIX.length()
              && name.startsWith(PREFIX)
              && Character.isUpperCase(name.charAt(PREFIX.length()))
              && name.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
      if (typed && holder.has(name)) {
        return name;
      }
    }
    return null;
  }

  /**
   * Reads the member of this name for an item; {@code item} is null where the code is not known.
   */
  ReadValue read(JsonObject holder, String member, @Nullable Item item) {
    JsonObject complex = holder.object(member);
    return complex == null ? scalar(holder, member, item) : complex(complex, member, item);
  }

  private ReadValue scalar(JsonObject holder, String member, @Nullable Item item) {
    String raw = holder.textOrEmpty(member);
    return switch (member) {
      case "valueInteger", "valueDecimal", "valuePositiveInt", "valueUnsignedInt" ->
          number(raw, Comparator.EQUAL, dimensionless(item), member, item);
      case "valueCode" ->
          plain(mapper.coded(item, List.of(new Coding("", raw, "")), ""), member, raw);
      default -> plain(mapper.text(item, raw, ""), member, raw);
    };
  }

  private ReadValue complex(JsonObject value, String member, @Nullable Item item) {
    return switch (member) {
      case "valueQuantity", "valueAge", "valueDuration", "valueCount", "valueDistance" ->
          quantity(value, member, item);
      case "valueCodeableConcept" ->
          coded(value, Concepts.codings(value), value.textOrEmpty("text"), member, item);
      case "valueCoding" -> {
        Coding coding = Concepts.coding(value);
        yield coded(value, List.of(coding), coding.display(), member, item);
      }
      case "valueRange" -> range(value, member, item);
      case "valueRatio" -> ratio(value, member, item);
      case "valuePeriod" ->
          asSent(
              item,
              new Value.Text(value.textOrEmpty("start") + "/" + value.textOrEmpty("end")),
              member);
      case "valueSampledData" -> asSent(item, new Value.Text(value.textOrEmpty("data")), member);
      default -> asSent(item, new Value.Text(words(value)), member);
    };
  }

  private ReadValue quantity(JsonObject quantity, String member, @Nullable Item item) {
    String unit = unit(quantity);
    String literal = quantity.text("value");
    if (literal == null) {
      Value.Absent absent =
          Absence.extension(quantity.object("_value"))
              .orElse(new Value.Absent(Value.Reason.NOT_USABLE));
      Reason fault = absent.reason() == Value.Reason.NOT_USABLE ? Reason.FIELD_MISSING : null;
      return new ReadValue(absent(item, absent), member, "", unit, fault);
    }
    String sign = quantity.textOrEmpty("comparator");
    Comparator comparator = comparator(sign);
    if (comparator == null) {
      String words = sign + literal;
      Unmapped reason = item == null ? Unmapped.CODE_UNKNOWN : Unmapped.VALUE_TYPE;
      return new ReadValue(
          MappedValue.unmapped(reason, new Value.Text(words)), member, words, unit, null);
    }
    return number(literal, comparator, unit, member, item);
  }

  private ReadValue number(
      String literal, Comparator comparator, String unit, String member, @Nullable Item item) {
    String words = sign(comparator) + literal;
    Optional<BigDecimal> value = Decimals.parse(literal);
    if (value.isEmpty()) {
      MappedValue unusable = absent(item, new Value.Absent(Value.Reason.NOT_USABLE));
      Reason fault = Decimals.isNumber(literal) ? Reason.VALUE_OUT_OF_RANGE : Reason.VALUE_INVALID;
      return new ReadValue(unusable, member, words, unit, fault);
    }
    MappedValue mapped = mapper.number(item, value.get(), comparator, unit);
    return new ReadValue(mapped, member, words, unit, null);
  }

  private ReadValue coded(
      JsonObject value, List<Coding> codings, String text, String member, @Nullable Item item) {
    String raw = codings.isEmpty() ? text : codings.getFirst().code();
    Optional<Value.Absent> absent = Absence.stated(codings);
    if (absent.isPresent()) {
      return plain(absent(item, absent.get()), member, raw);
    }
    MappedValue mapped = mapper.coded(item, codings, text);
    Optional<BigDecimal> score = mapped.unmapped() == null ? Optional.empty() : score(value);
    if (item != null && score.isPresent()) {
      mapped = mapper.number(item, score.get(), Comparator.EQUAL, dimensionless(item));
    }
    return plain(mapped, member, raw);
  }

  private ReadValue range(JsonObject range, String member, @Nullable Item item) {
    JsonObject low = range.object("low");
    JsonObject high = range.object("high");
    String from = low == null ? "" : low.textOrEmpty("value");
    String to = high == null ? "" : high.textOrEmpty("value");
    String unit = low == null ? high == null ? "" : unit(high) : unit(low);
    Optional<BigDecimal> least = Decimals.parse(from);
    Optional<BigDecimal> most = Decimals.parse(to);
    String words = from + "-" + to;
    boolean oneUnit = low == null || high == null || unit(low).equals(unit(high));
    if (!oneUnit || least.isEmpty() || most.isEmpty()) {
      return new ReadValue(unmapped(item, new Value.Range(words)), member, words, unit, null);
    }
    MappedValue mapped = mapper.range(item, least.get(), most.get(), unit);
    return new ReadValue(mapped, member, words, unit, null);
  }

  private ReadValue ratio(JsonObject ratio, String member, @Nullable Item item) {
    JsonObject numerator = ratio.object("numerator");
    JsonObject denominator = ratio.object("denominator");
    String over = numerator == null ? "" : numerator.textOrEmpty("value");
    String under = denominator == null ? "" : denominator.textOrEmpty("value");
    return asSent(item, new Value.Range(over + ":" + under), member);
  }

  private static ReadValue asSent(@Nullable Item item, Value value, String member) {
    String raw =
        switch (value) {
          case Value.Text text -> text.text();
          case Value.Range range -> range.text();
          case Value.Coded coded -> coded.coding().code();
          case Value.Quantity quantity -> quantity.value().toString();
          case Value.Absent absent -> "";
        };
    return plain(unmapped(item, value), member, raw);
  }

  private static MappedValue unmapped(@Nullable Item item, Value value) {
    return MappedValue.unmapped(item == null ? Unmapped.CODE_UNKNOWN : Unmapped.VALUE_TYPE, value);
  }

  /** An absence of a known item is a statement about that item. */
  static MappedValue absent(@Nullable Item item, Value.Absent absent) {
    return item == null
        ? MappedValue.unmapped(Unmapped.CODE_UNKNOWN, absent)
        : MappedValue.mapped(item.code(), absent);
  }

  private static ReadValue plain(MappedValue mapped, String member, String raw) {
    return new ReadValue(mapped, member, raw, "", null);
  }

  /** The UCUM code; the words shown only where no code was sent. */
  private static String unit(JsonObject quantity) {
    String code = quantity.textOrEmpty("code");
    String system = quantity.textOrEmpty("system");
    String shown = quantity.textOrEmpty("unit");
    boolean coded = !code.isEmpty() && (system.equals(UCUM) || system.isEmpty() || shown.isEmpty());
    return coded ? code : shown;
  }

  /** Integers carry no unit by their type: for a score or a pure number that is no missing unit. */
  private static String dimensionless(@Nullable Item item) {
    String ucum = item == null ? null : item.ucum();
    return ucum != null && (ucum.equals("1") || ucum.startsWith("{")) ? ucum : "";
  }

  private static Optional<BigDecimal> score(JsonObject value) {
    for (JsonObject extension : value.objects("extension")) {
      if (ORDINAL.equals(extension.text("url"))) {
        return Decimals.parse(extension.textOrEmpty("valueDecimal"));
      }
    }
    return Optional.empty();
  }

  private static String words(JsonObject value) {
    for (String name : List.of("title", "display", "reference", "text")) {
      String text = value.text(name);
      if (text != null) {
        return text;
      }
    }
    return "";
  }

  private static @Nullable Comparator comparator(String sign) {
    return switch (sign) {
      case "" -> Comparator.EQUAL;
      case "<" -> Comparator.LESS;
      case "<=" -> Comparator.LESS_OR_EQUAL;
      case ">=" -> Comparator.GREATER_OR_EQUAL;
      case ">" -> Comparator.GREATER;
      default -> null;
    };
  }

  private static String sign(Comparator comparator) {
    return switch (comparator) {
      case EQUAL -> "";
      case LESS -> "<";
      case LESS_OR_EQUAL -> "<=";
      case GREATER_OR_EQUAL -> ">=";
      case GREATER -> ">";
    };
  }
}
