package health.lifelong.analytics.model.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One input of a model.
 *
 * @param name column name, with the unit in it as the vector files have it
 * @param unit UCUM unit of a number; {@code 1} where it has none
 * @param min smallest value that may be served, inclusive; {@link Double#MIN_VALUE} means above
 *     zero
 * @param max largest value that may be served, inclusive
 * @param choices allowed words of a text; empty where any word is read
 * @param label what it is, in English, as a person would ask for it
 */
public record ModelInput(
    String name,
    Kind kind,
    String unit,
    @Nullable Double min,
    @Nullable Double max,
    List<String> choices,
    String label) {

  /** What an input is. */
  public enum Kind {
    NUMBER,
    FLAG,
    TEXT
  }

  /** Copies the list. */
  public ModelInput {
    choices = List.copyOf(choices);
  }

  /** A number with the range that may be served; null where the source gives no bound. */
  public static ModelInput number(
      String name, String unit, @Nullable Double min, @Nullable Double max, String label) {
    return new ModelInput(name, Kind.NUMBER, unit, min, max, List.of(), label);
  }

  /** A number above zero without further bound. */
  public static ModelInput positive(String name, String unit, String label) {
    return number(name, unit, Double.MIN_VALUE, null, label);
  }

  /** A disease, treatment or habit: yes, no, or unknown where absent. */
  public static ModelInput flag(String name, String label) {
    return new ModelInput(name, Kind.FLAG, "1", null, null, List.of(), label);
  }

  /** One of these words. */
  public static ModelInput choice(String name, String label, String... choices) {
    return new ModelInput(name, Kind.TEXT, "1", null, null, List.of(choices), label);
  }

  /** Sex at birth, F or M. */
  public static ModelInput sex() {
    return choice("sex", "sex at birth", "F", "M");
  }

  /** Whether a number lies in the range that may be served. */
  public boolean inRange(double value) {
    return (min == null || value >= min) && (max == null || value <= max);
  }

  /** The range in words, for a card. */
  public String range() {
    return switch (kind) {
      case FLAG -> "0 or 1";
      case TEXT -> choices.isEmpty() ? "text" : String.join(", ", choices);
      case NUMBER -> numericRange();
    };
  }

  private String numericRange() {
    if (min == null && max == null) {
      return "any";
    }
    if (max == null) {
      return min != null && min == Double.MIN_VALUE ? "> 0" : "≥ " + plain(min);
    }
    if (min == null) {
      return "≤ " + plain(max);
    }
    return min == Double.MIN_VALUE ? "> 0 to " + plain(max) : plain(min) + " to " + plain(max);
  }

  private static String plain(@Nullable Double value) {
    return value == null ? "" : PlainNumber.of(value);
  }
}
