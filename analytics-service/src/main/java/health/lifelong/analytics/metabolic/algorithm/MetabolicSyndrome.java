package health.lifelong.analytics.metabolic.algorithm;

import health.lifelong.analytics.metabolic.domain.MetabolicInputs;
import health.lifelong.analytics.metabolic.domain.WaistLimits;
import health.lifelong.analytics.model.algorithm.Serving;
import health.lifelong.analytics.model.domain.Exclusion;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;

/**
 * Metabolic syndrome, harmonised definition (Alberti, Circulation 2009;120:1640), with the waist
 * limits of a country: three of five criteria. A missing criterion leaves the answer decidable
 * where the known ones decide it.
 */
public final class MetabolicSyndrome implements Model {
  private static final List<String> CRITERIA = List.of("waist", "tg", "hdl", "bp", "glucose");

  private static final List<String> ALL_INPUTS =
      List.of(
          "sex",
          "waist_cm",
          "triglyceride_mg_dl",
          "hdl_c_mg_dl",
          "sbp_mmhg",
          "dbp_mmhg",
          "fasting_glucose_mg_dl",
          "drug_for_high_tg",
          "drug_for_low_hdl",
          "drug_for_bp",
          "drug_for_glucose");

  private static final ModelCard CARD =
      ModelCard.of("metabolic_syndrome_kr", "1.0.0")
          .title("대사증후군", "Metabolic syndrome")
          .purpose(
              "Whether the cluster of waist, lipids, pressure and glucose is present that multiplies later risk.")
          .population(
              "International consensus definition; waist limits of the Korean Society for the Study of Obesity.")
          .input(ModelInput.sex())
          .input(ModelInput.positive("waist_cm", "cm", "waist"))
          .input(ModelInput.positive("triglyceride_mg_dl", "mg/dL", "fasting triglyceride"))
          .input(ModelInput.positive("hdl_c_mg_dl", "mg/dL", "HDL cholesterol"))
          .input(ModelInput.positive("sbp_mmhg", "mm[Hg]", "systolic blood pressure"))
          .input(ModelInput.positive("dbp_mmhg", "mm[Hg]", "diastolic blood pressure"))
          .input(ModelInput.positive("fasting_glucose_mg_dl", "mg/dL", "fasting glucose"))
          .input(ModelInput.flag("drug_for_high_tg", "takes medicine for high triglyceride"))
          .input(ModelInput.flag("drug_for_low_hdl", "takes medicine for low HDL"))
          .input(ModelInput.flag("drug_for_bp", "takes medicine for blood pressure"))
          .input(ModelInput.flag("drug_for_glucose", "takes medicine for glucose"))
          .output(criterion("waist", "waist at or above the national limit", "sex", "waist_cm"))
          .output(
              criterion(
                  "tg",
                  "triglyceride ≥150 mg/dL or medicine",
                  "triglyceride_mg_dl",
                  "drug_for_high_tg"))
          .output(
              criterion(
                  "hdl",
                  "HDL <40 (M) / <50 (F) mg/dL or medicine",
                  "sex",
                  "hdl_c_mg_dl",
                  "drug_for_low_hdl"))
          .output(
              criterion(
                  "bp",
                  "SBP ≥130 or DBP ≥85 mmHg or medicine",
                  "sbp_mmhg",
                  "dbp_mmhg",
                  "drug_for_bp"))
          .output(
              criterion(
                  "glucose",
                  "fasting glucose ≥100 mg/dL or medicine",
                  "fasting_glucose_mg_dl",
                  "drug_for_glucose"))
          .output(
              new ModelOutput(
                  "count", "1", "criteria met, where all five are known", List.of(), ALL_INPUTS))
          .output(
              new ModelOutput(
                  "metabolic_syndrome", "1", "three or more criteria met", List.of(), ALL_INPUTS))
          .formula("≥ 3 of 5; decidable when ≥ 3 are met, or when met and unknown together are ≤ 2")
          .source(
              "Alberti KG et al., Circulation 2009;120:1640-1645",
              "10.1161/CIRCULATIONAHA.109.192644")
          .limit("Triglyceride and glucose are fasting values.")
          .limit("An unknown treatment leaves its criterion open unless the value itself meets it.")
          .excludes(Exclusion.PREGNANCY)
          .build();

  private final WaistLimits waist;

  /** With the waist limits of a region pack. */
  public MetabolicSyndrome(WaistLimits waist) {
    this.waist = waist;
  }

  @Override
  public ModelCard card() {
    return CARD;
  }

  /** The answer with the criteria that are known and, where all are, their count; or a refusal. */
  public ModelResult serve(MetabolicInputs inputs, Situation situation) {
    Inputs values = inputs.toInputs();
    List<String> outputs = new ArrayList<>();
    for (String criterion : CRITERIA) {
      if (criterion(criterion, values) != Criterion.UNKNOWN) {
        outputs.add(criterion);
      }
    }
    if (outputs.size() == CRITERIA.size()) {
      outputs.add("count");
    }
    outputs.add("metabolic_syndrome");
    return Serving.serve(this, outputs, values, situation);
  }

  @Override
  public OutputValue compute(ModelOutput output, Inputs inputs) {
    return switch (output.name()) {
      case "count" -> count(inputs);
      case "metabolic_syndrome" -> decision(inputs);
      default -> statement(output.name(), inputs);
    };
  }

  private OutputValue statement(String name, Inputs inputs) {
    return switch (criterion(name, inputs)) {
      case MET -> new OutputValue.Flag(true);
      case NOT_MET -> new OutputValue.Flag(false);
      case UNKNOWN -> open(CARD.output(name).reads(), inputs);
    };
  }

  private OutputValue count(Inputs inputs) {
    if (number(Criterion.UNKNOWN, inputs) > 0) {
      return open(ALL_INPUTS, inputs);
    }
    return new OutputValue.Numeric(number(Criterion.MET, inputs));
  }

  private OutputValue decision(Inputs inputs) {
    long met = number(Criterion.MET, inputs);
    long unknown = number(Criterion.UNKNOWN, inputs);
    if (met >= 3) {
      return new OutputValue.Flag(true);
    }
    return met + unknown <= 2 ? new OutputValue.Flag(false) : open(ALL_INPUTS, inputs);
  }

  private static NoValue open(List<String> reads, Inputs inputs) {
    List<String> absent = reads.stream().filter(name -> !inputs.has(name)).toList();
    boolean onlyTreatments = absent.stream().allMatch(name -> name.startsWith("drug_"));
    return new NoValue(
        onlyTreatments ? RefusalReason.UNKNOWN_HISTORY : RefusalReason.INPUT_MISSING,
        absent,
        "what is missing could change the answer");
  }

  private long number(Criterion state, Inputs inputs) {
    return CRITERIA.stream().filter(name -> criterion(name, inputs) == state).count();
  }

  private Criterion criterion(String name, Inputs in) {
    return switch (name) {
      case "waist" -> bySex(in, "waist_cm", waist.of(Sex.F), waist.of(Sex.M), true);
      case "tg" -> value(in, "triglyceride_mg_dl", x -> x >= 150).or(drug(in, "drug_for_high_tg"));
      case "hdl" -> bySex(in, "hdl_c_mg_dl", 50, 40, false).or(drug(in, "drug_for_low_hdl"));
      case "bp" ->
          value(in, "sbp_mmhg", x -> x >= 130)
              .or(value(in, "dbp_mmhg", x -> x >= 85))
              .or(drug(in, "drug_for_bp"));
      case "glucose" ->
          value(in, "fasting_glucose_mg_dl", x -> x >= 100).or(drug(in, "drug_for_glucose"));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Criterion bySex(
      Inputs in, String name, double female, double male, boolean atLeast) {
    Optional<Sex> sex = Sex.of(in.maybeText("sex").orElse(null));
    if (sex.isEmpty()) {
      return Criterion.UNKNOWN;
    }
    double limit =
        switch (sex.get()) {
          case F -> female;
          case M -> male;
        };
    return value(in, name, x -> atLeast ? x >= limit : x < limit);
  }

  private static Criterion value(Inputs in, String name, DoublePredicate meets) {
    return Criterion.of(in.maybeNumber(name).map(meets::test));
  }

  private static Criterion drug(Inputs in, String name) {
    return Criterion.of(in.maybeFlag(name));
  }

  private static ModelOutput criterion(String name, String meaning, String... reads) {
    return new ModelOutput(name, "1", meaning, List.of(), List.of(reads));
  }
}
