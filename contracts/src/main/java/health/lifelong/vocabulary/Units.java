package health.lifelong.vocabulary;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns a number in a sender's unit into the unit its item is stored in.
 *
 * <p>Molar and enzyme factors belong to items (the catalogue's {@code si_factor}), never to unit
 * pairs; what is left is scaling inside one dimension. Arithmetic is decimal: exact where the
 * result is finite, else 12 significant digits. A number that needs no conversion keeps its digits.
 */
public final class Units {
  /** HbA1c: mmol/mol = 10.93 x % - 23.50 (ingestion-formats section 6). */
  private static final BigDecimal HBA1C_SLOPE = new BigDecimal("10.93");

  private static final BigDecimal HBA1C_OFFSET = new BigDecimal("23.50");
  private static final BigDecimal FAHRENHEIT_OFFSET = new BigDecimal("32");
  private static final BigDecimal FAHRENHEIT_SLOPE = new BigDecimal("1.8");
  private static final BigDecimal KELVIN_OFFSET = new BigDecimal("273.15");

  private Units() {}

  /** What became of a number and its unit. */
  public sealed interface Conversion {
    /** The number in the item's own unit. */
    record Converted(BigDecimal value, String ucum) implements Conversion {}

    /** A unit was sent that cannot be converted for this item. */
    record UnitUnknown(String rawUnit) implements Conversion {}

    /** No unit was sent though the item has one. */
    record UnitMissing() implements Conversion {}
  }

  /**
   * Converts {@code value} in {@code rawUnit} for {@code item}; see ingestion-formats section 6.
   */
  public static Conversion convert(Item item, BigDecimal value, @Nullable String rawUnit) {
    String ucum = item.ucum();
    if (ucum == null) {
      return new Conversion.Converted(value, "1");
    }
    if (rawUnit == null || rawUnit.isBlank()) {
      return needsNoUnit(item)
          ? new Conversion.Converted(value, ucum)
          : new Conversion.UnitMissing();
    }
    BigDecimal converted = number(item, ucum, value, rawUnit);
    return converted == null
        ? new Conversion.UnitUnknown(rawUnit)
        : new Conversion.Converted(converted, ucum);
  }

  /** True where a bare number says everything: a ratio, a score, an index, a pH. */
  public static boolean needsNoUnit(Item item) {
    String ucum = item.ucum();
    return ucum == null || ucum.equals("1") || ucum.startsWith("{") || ucum.equals("[pH]");
  }

  private static @Nullable BigDecimal number(
      Item item, String ucum, BigDecimal value, String rawUnit) {
    if (rawUnit.equals(ucum)) {
      return value;
    }
    String sent = UnitSpelling.ucum(item, rawUnit);
    if (sent.equals(ucum)) {
      return value;
    }
    if (ucum.equals("Cel")) {
      return celsius(value, sent);
    }
    if (item.code().equals("HBA1C")) {
      return sent.equals("mmol/mol") ? UcumUnit.divide(value.add(HBA1C_OFFSET), HBA1C_SLOPE) : null;
    }
    Optional<BigDecimal> direct = scaled(item, ucum, value, sent);
    if (direct.isPresent()) {
      return direct.get();
    }
    // a daily or weekly amount is often sent without "per day": 30 min of exercise, 20 cigarettes
    for (String period : new String[] {"/d", "/wk"}) {
      if (ucum.endsWith(period) && !sent.endsWith(period)) {
        return scaled(item, ucum, value, sent + period).orElse(null);
      }
    }
    return null;
  }

  private static @Nullable BigDecimal celsius(BigDecimal value, String sent) {
    return switch (sent) {
      case "[degF]" -> UcumUnit.divide(value.subtract(FAHRENHEIT_OFFSET), FAHRENHEIT_SLOPE);
      case "K" -> value.subtract(KELVIN_OFFSET);
      default -> null;
    };
  }

  private static Optional<BigDecimal> scaled(
      Item item, String ucum, BigDecimal value, String sent) {
    Optional<UcumUnit> parsed = UcumUnit.parse(sent);
    Optional<UcumUnit> stored = UcumUnit.parse(ucum);
    if (parsed.isEmpty() || stored.isEmpty()) {
      return Optional.empty();
    }
    UcumUnit unit = parsed.get();
    if (unit.commensurable(stored.get())) {
      return Optional.of(unit.scale(value, stored.get()));
    }
    String siUcum = item.siUcum();
    BigDecimal siFactor = item.siFactor();
    if (siUcum == null || siFactor == null) {
      return Optional.empty();
    }
    return UcumUnit.parse(siUcum)
        .filter(si -> siUcum.equals("1") ? isFraction(unit, sent) : unit.commensurable(si))
        .map(si -> UcumUnit.divide(unit.scale(value, si), siFactor));
  }

  /**
   * A fraction of one for an item stored in percent: "1", "{ratio}", L/L; a score or an index is
   * none.
   */
  private static boolean isFraction(UcumUnit unit, String sent) {
    boolean named = sent.equals("1") || sent.toLowerCase(Locale.ROOT).equals("{ratio}");
    return unit.dimension().isEmpty() && (named || !unit.cancelled().isEmpty());
  }
}
