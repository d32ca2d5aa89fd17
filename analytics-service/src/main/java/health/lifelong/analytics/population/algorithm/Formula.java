package health.lifelong.analytics.population.algorithm;

import health.lifelong.analytics.model.algorithm.Serving;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelOutput;
import health.lifelong.analytics.model.domain.ModelResult;
import health.lifelong.analytics.model.domain.OutputValue;
import health.lifelong.analytics.model.domain.Situation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One number of one model: as its formula gives it, or as serving would show it. */
record Formula(Model model, ModelOutput output, Map<String, String> choices) {
  static Formula of(Model model, String output, Map<String, String> choices) {
    return new Formula(model, model.card().output(output), choices);
  }

  /** The inputs of the model from a person's cells. */
  static Inputs inputs(Model model, Map<String, String> choices, Map<String, String> cells) {
    if (choices.isEmpty()) {
      return Inputs.parse(model.card().inputs(), cells);
    }
    Map<String, String> all = new HashMap<>(cells);
    all.putAll(choices);
    return Inputs.parse(model.card().inputs(), all);
  }

  /** The number wherever the formula is defined, also where it is never shown. */
  Optional<Double> evaluated(Map<String, String> cells) {
    Inputs inputs = inputs(model, choices, cells);
    if (!output.needs().stream().allMatch(inputs::has)) {
      return Optional.empty();
    }
    return model.compute(output, inputs) instanceof OutputValue.Numeric(double value)
            && Double.isFinite(value)
        ? Optional.of(value)
        : Optional.empty();
  }

  /** The number that a person in this situation may be shown. */
  Optional<Double> served(Map<String, String> cells, Situation situation) {
    ModelResult result =
        Serving.serve(model, List.of(output.name()), inputs(model, choices, cells), situation);
    return switch (result) {
      case ModelResult.Computed computed -> computed.number(output.name());
      case ModelResult.Refused refused -> Optional.empty();
    };
  }
}
