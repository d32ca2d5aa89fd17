package health.lifelong.analytics.model.algorithm;

import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelOutput;
import health.lifelong.analytics.model.domain.OutputValue;
import health.lifelong.analytics.model.domain.OutputValue.NoValue;
import health.lifelong.analytics.model.domain.OutputValue.NotDefined;
import health.lifelong.analytics.model.domain.OutputValue.Present;
import health.lifelong.analytics.model.domain.RefusalReason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one output comes to, seen once for both faces of a model: the value where there is one, and
 * the reason where it may not be shown or does not exist.
 *
 * @param value the computed value, also where it may not be shown; null where there is none
 * @param objection why it is not shown; null where it may be shown or does not exist by definition
 * @param notDefined why it does not exist by definition; null otherwise
 */
record Examination(
    @Nullable Present value, @Nullable NoValue objection, @Nullable NotDefined notDefined) {

  /** Examines one output of one model. */
  static Examination of(Model model, ModelOutput output, Inputs inputs) {
    List<String> uses = Stream.concat(output.needs().stream(), output.reads().stream()).toList();
    List<String> unreadable = uses.stream().filter(inputs::isUnreadable).toList();
    if (!unreadable.isEmpty()) {
      return objected(
          null, RefusalReason.INPUT_UNREADABLE, unreadable, "an input is no value of its kind");
    }
    List<String> missing = output.needs().stream().filter(name -> !inputs.has(name)).toList();
    if (!missing.isEmpty()) {
      return objected(
          null, missingReason(model.card(), missing), missing, "a required input is missing");
    }
    return switch (model.compute(output, inputs)) {
      case NotDefined notDefined -> new Examination(null, null, notDefined);
      case NoValue none -> new Examination(null, none, null);
      case OutputValue.Numeric(double value) when !Double.isFinite(value) ->
          objected(
              null,
              RefusalReason.OUT_OF_RANGE,
              outOfRange(model.card(), uses, inputs),
              "the formula has no value here");
      case Present value -> judged(model, output, inputs, uses, value);
    };
  }

  private static Examination judged(
      Model model, ModelOutput output, Inputs inputs, List<String> uses, Present value) {
    List<String> outside = outOfRange(model.card(), uses, inputs);
    if (!outside.isEmpty()) {
      return objected(
          value, RefusalReason.OUT_OF_RANGE, outside, "an input is outside the range of the model");
    }
    Optional<NoValue> objection = model.notForUse(output, inputs, value);
    if (objection.isPresent()) {
      return new Examination(value, objection.get(), null);
    }
    if (model.card().state() == ModelCard.State.EVALUATE_ONLY) {
      return objected(value, RefusalReason.NOT_SERVED, List.of(), "the model is evaluated only");
    }
    return new Examination(value, null, null);
  }

  private static RefusalReason missingReason(ModelCard card, List<String> missing) {
    boolean onlyHistory =
        missing.stream().allMatch(name -> card.input(name).kind() == ModelInput.Kind.FLAG);
    return onlyHistory ? RefusalReason.UNKNOWN_HISTORY : RefusalReason.INPUT_MISSING;
  }

  private static List<String> outOfRange(ModelCard card, List<String> uses, Inputs inputs) {
    return uses.stream()
        .filter(
            name -> inputs.maybeNumber(name).filter(x -> !card.input(name).inRange(x)).isPresent())
        .toList();
  }

  private static Examination objected(
      @Nullable Present value, RefusalReason reason, List<String> inputs, String detail) {
    return new Examination(value, new NoValue(reason, inputs, detail), null);
  }
}
