package health.lifelong.ingestion.mapping.algorithm;

import health.lifelong.ingestion.record.domain.Coding;
import health.lifelong.ingestion.record.domain.Value;
import health.lifelong.vocabulary.Item;
import java.util.Optional;

/** The answers of a yes-or-no item: code 1 or 0 in the item's own system. "Unknown" is neither. */
final class YesNo {
  private YesNo() {}

  static Optional<Value> ofText(Item item, String raw) {
    return said(AnswerList.word(raw)).map(yes -> value(item, yes));
  }

  /** What a normalised word says. */
  static Optional<Boolean> said(String word) {
    return switch (word) {
      case "1", "y", "yes", "true", "예", "네", "유", "있음", "있다", "o" -> Optional.of(true);
      case "0", "n", "no", "false", "아니오", "아니요", "무", "없음", "없다", "x" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  static Optional<Value> ofCode(Item item, Coding coding) {
    return switch (coding.code()) {
      case "LA33-6", "373066001" -> Optional.of(value(item, true));
      case "LA32-8", "373067005" -> Optional.of(value(item, false));
      default -> ofText(item, coding.code());
    };
  }

  static Value value(Item item, boolean yes) {
    return new Value.Coded(
        new Coding(AnswerList.system(item.code()), yes ? "1" : "0", yes ? "yes" : "no"));
  }
}
