package health.lifelong.ingestion.lifestyle.algorithm;

import health.lifelong.ingestion.lifestyle.domain.Signal;
import health.lifelong.vocabulary.Item;
import health.lifelong.vocabulary.ItemCatalogue;
import health.lifelong.vocabulary.Units;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of an export in the unit of their signal. All of Apple's units are proportional, so one
 * factor a signal and unit is computed and kept: an export has millions of numbers and a handful of
 * units.
 */
final class AppleUnits {
  private static final int LONGEST_NUMBER = 32;
  private static final int KNOWN_UNITS = 200;

  private final Map<String, Optional<BigDecimal>> factors = new HashMap<>();

  /** What a value attribute says. */
  sealed interface Reading {
    /** A number in the signal's unit. */
    record Number(double value) implements Reading {}

    /** A unit, or a sleep stage, that is not known: counted as unmapped. */
    record UnitUnknown() implements Reading {}

    /** No number, or one that cannot be. */
    record NoNumber() implements Reading {}
  }

  Reading read(Signal signal, @Nullable String value, String unit) {
    if (value == null || !isPlainNumber(value.strip())) {
      return new Reading.NoNumber();
    }
    Optional<BigDecimal> factor = factor(signal, unit);
    if (factor.isEmpty()) {
      return new Reading.UnitUnknown();
    }
    String text = value.strip();
    boolean same = factor.get().compareTo(BigDecimal.ONE) == 0;
    double number =
        same ? Double.parseDouble(text) : new BigDecimal(text).multiply(factor.get()).doubleValue();
    if (number < 0 || !Double.isFinite(number)) {
      return new Reading.NoNumber();
    }
    // Apple writes % as a fraction, some apps as percent; no living person has 1 % of either
    boolean fraction = unit.strip().equals("%") && number <= 1;
    return new Reading.Number(
        fraction ? new BigDecimal(text).movePointRight(2).doubleValue() : number);
  }

  private Optional<BigDecimal> factor(Signal signal, String unit) {
    String key = signal + "|" + unit;
    Optional<BigDecimal> known = factors.get(key);
    if (known != null) {
      return known;
    }
    Item item = ItemCatalogue.standard().byCode(signal.itemCode()).orElseThrow();
    Optional<BigDecimal> factor =
        switch (Units.convert(item, BigDecimal.ONE, unit)) {
          case Units.Conversion.Converted converted -> Optional.of(converted.value());
          case Units.Conversion.UnitUnknown unknown -> Optional.empty();
          case Units.Conversion.UnitMissing missing -> Optional.empty();
        };
    if (factors.size() < KNOWN_UNITS) {
      factors.put(key, factor);
    }
    return factor;
  }

  private static boolean isPlainNumber(String text) {
    if (text.isEmpty() || text.length() > LONGEST_NUMBER) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
        return false;
      }
    }
    try {
      BigDecimal number = new BigDecimal(text);
      return number.precision() - number.scale() < 12 && number.scale() < 40;
    } catch (NumberFormatException notANumber) {
      return false;
    }
  }
}
