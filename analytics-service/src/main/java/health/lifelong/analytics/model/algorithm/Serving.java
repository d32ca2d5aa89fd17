package health.lifelong.analytics.model.algorithm;

import health.lifelong.analytics.model.domain.Exclusion;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelResult;
import health.lifelong.analytics.model.domain.ModelResult.Computed;
import health.lifelong.analytics.model.domain.ModelResult.Refused;
import health.lifelong.analytics.model.domain.OutputValue.NoValue;
import health.lifelong.analytics.model.domain.OutputValue.NotDefined;
import health.lifelong.analytics.model.domain.OutputValue.Present;
import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.analytics.model.domain.Situation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The policy of numbers that a person sees: outside the range, the population or the evidence there
 * is no number.
 */
public final class Serving {
  private Serving() {}

  /** All outputs of the model, or a refusal. */
  public static ModelResult serve(Model model, Inputs inputs, Situation situation) {
    return serve(model, model.outputColumns(), inputs, situation);
  }

  /**
   * The named outputs, or a refusal with the first reason found. An output that does not exist by
   * definition is left out; where none is left the model refuses.
   */
  public static ModelResult serve(
      Model model, List<String> outputs, Inputs inputs, Situation situation) {
    ModelCard card = model.card();
    List<Exclusion> relevant =
        card.excludes().stream().filter(e -> concerns(e, inputs)).sorted().toList();
    List<Exclusion> applying =
        relevant.stream().filter(e -> situation.of(e).orElse(false)).toList();
    if (!applying.isEmpty()) {
      return new Refused(
          RefusalReason.POPULATION,
          applying.stream().map(Exclusion::name).toList(),
          card.titleEn() + " does not hold in this situation",
          "");
    }
    Map<String, Present> values = new LinkedHashMap<>();
    List<NotDefined> undefined = new ArrayList<>();
    for (String name : outputs) {
      Examination examination = Examination.of(model, card.output(name), inputs);
      NoValue objection = examination.objection();
      if (objection != null) {
        return refusal(card, objection);
      }
      if (examination.notDefined() != null) {
        undefined.add(examination.notDefined());
      }
      if (examination.value() != null) {
        values.put(name, examination.value());
      }
    }
    if (values.isEmpty()) {
      String detail =
          undefined.isEmpty() ? "no output was asked for" : undefined.getFirst().detail();
      return new Refused(RefusalReason.OUT_OF_RANGE, List.of(), detail, "");
    }
    return new Computed(
        values, relevant.stream().filter(e -> situation.of(e).isEmpty()).toList(), List.of());
  }

  private static boolean concerns(Exclusion exclusion, Inputs inputs) {
    return exclusion != Exclusion.PREGNANCY || !inputs.maybeText("sex").orElse("").equals("M");
  }

  private static Refused refusal(ModelCard card, NoValue objection) {
    String names =
        objection.inputs().stream()
            .filter(name -> card.inputs().stream().anyMatch(input -> input.name().equals(name)))
            .map(name -> card.input(name).label())
            .collect(Collectors.joining(", "));
    String wouldHelp =
        switch (objection.reason()) {
          case INPUT_MISSING -> "Measure: " + names;
          case UNKNOWN_HISTORY -> "Ask: " + names;
          case INPUT_UNREADABLE -> "Send again: " + names;
          case OUT_OF_RANGE, POPULATION, NOT_SERVED -> "";
        };
    return new Refused(objection.reason(), objection.inputs(), objection.detail(), wouldHelp);
  }
}
