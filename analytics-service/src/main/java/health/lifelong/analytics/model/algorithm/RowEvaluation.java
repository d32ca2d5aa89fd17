package health.lifelong.analytics.model.algorithm;

import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelOutput;
import health.lifelong.analytics.model.domain.OutputValue;
import health.lifelong.analytics.model.domain.OutputValue.NoValue;
import health.lifelong.analytics.model.domain.OutputValue.Present;
import health.lifelong.analytics.model.domain.PlainNumber;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * The evaluation face: computes wherever the formula is defined, without the range policy that
 * serving obeys, and says which of its numbers are never served. Never throws for what a row holds.
 */
public final class RowEvaluation {
  /**
   * The column that lists {@code output:reason} for numbers that are never served or do not exist.
   */
  public static final String NOT_FOR_USE = "not_for_use";

  private RowEvaluation() {}

  /**
   * Evaluates one row of cells by column name; unknown columns are ignored. Gives every output
   * column, empty where there is no value, then {@link #NOT_FOR_USE}, in that order.
   */
  public static Map<String, String> evaluate(Model model, Map<String, String> row) {
    Inputs inputs = Inputs.parse(model.card().inputs(), row);
    Map<String, String> cells = new LinkedHashMap<>();
    StringJoiner notForUse = new StringJoiner(";");
    for (ModelOutput output : model.card().outputs()) {
      Examination examination = Examination.of(model, output, inputs);
      Present value = examination.value();
      cells.put(output.name(), value == null ? "" : text(value));
      NoValue objection = examination.objection();
      if (objection != null) {
        notForUse.add(output.name() + ":" + reason(objection));
      }
    }
    cells.put(NOT_FOR_USE, notForUse.toString());
    return cells;
  }

  private static String reason(NoValue objection) {
    return objection.inputs().isEmpty()
        ? objection.reason().name()
        : objection.reason() + "(" + String.join(" ", objection.inputs()) + ")";
  }

  private static String text(Present value) {
    return switch (value) {
      case OutputValue.Numeric(double number) -> PlainNumber.of(number);
      case OutputValue.Text(String word) -> word;
      case OutputValue.Flag(boolean flag) -> flag ? "1" : "0";
    };
  }
}
