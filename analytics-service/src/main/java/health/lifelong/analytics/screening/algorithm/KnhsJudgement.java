package health.lifelong.analytics.screening.algorithm;

import health.lifelong.analytics.model.algorithm.Serving;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelOutput;
import health.lifelong.analytics.model.domain.ModelResult;
import health.lifelong.analytics.model.domain.OutputValue;
import health.lifelong.analytics.model.domain.OutputValue.NoValue;
import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.model.domain.Situation;
import health.lifelong.analytics.screening.domain.ScreeningBands;
import health.lifelong.analytics.screening.domain.ScreeningClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The judgement of the Korean national health screening (건강검진 실시기준, annex 4): A, B or SUSPECT by
 * item. The bands are a table; a value that the table gives no class is no class, and no item is
 * judged on half of its numbers unless that half is already the worst.
 */
public final class KnhsJudgement implements Model {
  private static final ModelCard CARD =
      ModelCard.of("knhs_judgement", "1.0.0")
          .title("국가건강검진 판정", "National health screening judgement")
          .purpose("The class that the national screening report prints beside a value.")
          .population("Rule of the Korean national health screening programme for adults.")
          .input(ModelInput.choice("item_code", "item code of the rule or of the catalogue"))
          .input(ModelInput.sex())
          .input(
              ModelInput.number(
                  "value",
                  "1",
                  null,
                  null,
                  "value in the unit of the rule; urine protein 1 negative, 2 trace, 3-6 = 1+ to 4+; systolic for blood pressure"))
          .input(ModelInput.number("value2_dbp", "mm[Hg]", null, null, "diastolic blood pressure"))
          .output(
              new ModelOutput(
                  "judgement",
                  "1",
                  "A normal, B borderline, SUSPECT disease suspected",
                  List.of("item_code", "sex"),
                  List.of("value", "value2_dbp")))
          .formula(
              "the worst class over the item's numbers, by the bands of the region pack; overall = the worst item")
          .source("건강검진 실시기준, 보건복지부 고시, 별표 4", null)
          .limit("Haemoglobin above and gamma-GT below the A range have no class in the rule.")
          .limit(
              "A value between two printed integers takes the worse neighbour unless that one's bound is not reached.")
          .limit(
              "People already known to have the disease are labelled otherwise by the programme.")
          .limit("The chest X-ray is a finding, judged by its reader, not by this table.")
          .licence("Government rule, public.")
          .regulatoryClass("Administrative rule, no medical device function is assumed.")
          .build();

  private final ScreeningBands bands;

  /** With the bands of a region pack. */
  public KnhsJudgement(ScreeningBands bands) {
    this.bands = bands;
  }

  @Override
  public ModelCard card() {
    return CARD;
  }

  /**
   * The class of one item, or a refusal.
   *
   * @param itemCode the rule's or the catalogue's code; blood pressure is {@code BP}
   * @param value the value, systolic for blood pressure; null where it is missing
   * @param diastolic the second number of blood pressure; null where there is none
   */
  public ModelResult serve(
      String itemCode, @Nullable Sex sex, @Nullable Double value, @Nullable Double diastolic) {
    Inputs inputs =
        Inputs.builder()
            .text("item_code", itemCode)
            .sex(sex)
            .number("value", value)
            .number("value2_dbp", diastolic)
            .build();
    return Serving.serve(this, inputs, Situation.unknown());
  }

  /** The worst class of several items; empty where there is none. */
  public static Optional<ScreeningClass> overall(Collection<ScreeningClass> classes) {
    return classes.stream().max(ScreeningClass::compareTo);
  }

  @Override
  public OutputValue compute(ModelOutput output, Inputs inputs) {
    Optional<String> code = bands.ruleCode(inputs.text("item_code"));
    if (code.isEmpty()) {
      return new NoValue(
          RefusalReason.NOT_SERVED, List.of("item_code"), "the rule does not judge this item");
    }
    List<ScreeningClass> classes = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    List<String> unclassed = new ArrayList<>();
    for (String component : bands.components(code.get())) {
      Optional<Double> value = inputs.maybeNumber(component);
      if (value.isEmpty()) {
        absent.add(component);
        continue;
      }
      bands
          .judge(code.get(), component, inputs.sex(), value.get())
          .ifPresentOrElse(classes::add, () -> unclassed.add(component));
    }
    Optional<ScreeningClass> worst = overall(classes);
    if (worst.filter(c -> c == ScreeningClass.SUSPECT).isEmpty()) {
      if (!absent.isEmpty()) {
        return new NoValue(RefusalReason.INPUT_MISSING, absent, "a value of the item is missing");
      }
      if (!unclassed.isEmpty()) {
        return new NoValue(
            RefusalReason.OUT_OF_RANGE, unclassed, "outside A, and the rule has no class for it");
      }
    }
    return worst
        .<OutputValue>map(judgement -> new OutputValue.Text(judgement.name()))
        .orElseGet(
            () ->
                new NoValue(RefusalReason.INPUT_MISSING, absent, "a value of the item is missing"));
  }
}
