package health.lifelong.analytics.history.algorithm;

import health.lifelong.analytics.record.domain.Observation;
import health.lifelong.analytics.record.domain.Value;
import java.math.BigDecimal;
import java.util.Locale;

/** The answer to a yes-or-no item. */
enum YesNo {
  YES,
  NO,
  NEITHER;

  static YesNo of(Observation observation) {
    return switch (observation.value()) {
      case Value.Coded coded -> ofWord(coded.coding().code());
      case Value.Text text -> ofWord(text.text());
      case Value.Quantity quantity -> {
        if (quantity.value().compareTo(BigDecimal.ONE) == 0) {
          yield YES;
        }
        yield quantity.value().signum() == 0 ? NO : NEITHER;
      }
      case Value.Absent absent -> NEITHER;
    };
  }

  private static YesNo ofWord(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "1", "true", "yes", "y", "la33-6", "373066001" -> YES;
      case "0", "false", "no", "n", "la32-8", "373067005" -> NO;
      default -> NEITHER;
    };
  }
}
