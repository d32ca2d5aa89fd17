package health.lifelong.ingestion.fhir.algorithm;

import health.lifelong.ingestion.fhir.domain.JsonObject;
import org.jspecify.annotations.Nullable;

/** The reference range in force that day, in the sender's words. */
final class ReferenceRanges {
  private ReferenceRanges() {}

  /** Text of the first range, else "low-high unit"; empty where there is none. */
  static String words(JsonObject holder) {
    JsonObject range = holder.object("referenceRange");
    if (range == null) {
      return "";
    }
    String text = range.text("text");
    if (text != null) {
      return text;
    }
    JsonObject low = range.object("low");
    JsonObject high = range.object("high");
    String from = number(low);
    String to = number(high);
    if (from.isEmpty() && to.isEmpty()) {
      return "";
    }
    String unit = unit(low).isEmpty() ? unit(high) : unit(low);
    return (from + "-" + to + " " + unit).strip();
  }

  private static String number(@Nullable JsonObject quantity) {
    return quantity == null ? "" : quantity.textOrEmpty("value");
  }

  private static String unit(@Nullable JsonObject quantity) {
    if (quantity == null) {
      return "";
    }
    String code = quantity.text("code");
    return code == null ? quantity.textOrEmpty("unit") : code;
  }
}
