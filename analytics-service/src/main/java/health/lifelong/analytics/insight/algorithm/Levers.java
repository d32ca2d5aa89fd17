package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.cardiovascular.algorithm.PreventBase;
import health.lifelong.analytics.history.domain.Latest;
import health.lifelong.analytics.history.domain.Reading;
import health.lifelong.analytics.history.domain.Smoking;
import health.lifelong.analytics.insight.domain.InputMissing;
import health.lifelong.analytics.insight.domain.InputMissing.Why;
import health.lifelong.analytics.insight.domain.InputUsed;
import health.lifelong.analytics.model.domain.Exclusion;
import health.lifelong.analytics.model.domain.ModelResult.Computed;
import health.lifelong.analytics.pack.domain.PackMode;
import health.lifelong.analytics.pack.domain.RegionPack;
import health.lifelong.analytics.pack.domain.ServedModel;
import health.lifelong.analytics.record.domain.Value.Comparator;
import health.lifelong.analytics.whatif.algorithm.LeverTable;
import health.lifelong.analytics.whatif.algorithm.WhatIfs;
import health.lifelong.analytics.whatif.domain.Lever;
import health.lifelong.analytics.whatif.domain.LeverState;
import health.lifelong.analytics.whatif.domain.LeverTargets;
import health.lifelong.analytics.whatif.domain.WhatIf;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a person stands on each lever, and what moving it comes to.
 *
 * @param used what each lever rests on
 * @param missing what is not known of some lever
 */
record Levers(List<WhatIf> all, Map<Lever, List<InputUsed>> used, List<InputMissing> missing) {
  /** Years of smoking a pack a day from which stopping was studied (Duncan 2019). */
  private static final double HEAVY_PACK_YEARS = 20;

  private static final PreventBase PREVENT = new PreventBase();

  private static final List<Exclusion> CLINICIAN =
      List.of(
          Exclusion.PREGNANCY, Exclusion.DIALYSIS, Exclusion.TRANSPLANT, Exclusion.CANCER_THERAPY);

  static Levers of(InsightContext context, int maximumDays) {
    Reader reader = new Reader(context, maximumDays);
    LeverState state = reader.state();
    RegionPack pack = context.pack();
    LeverTargets targets =
        new LeverTargets(
            pack.required("what_if.pressure").doubleValue(),
            pack.required("what_if.ldl").doubleValue(),
            pack.required("what_if.bmi_from").doubleValue(),
            pack.required("what_if.weight_share").doubleValue());
    List<WhatIf> all = new WhatIfs(LeverTable.standard(), targets).all(state, risks(context));
    return new Levers(all, reader.used, List.copyOf(reader.missing));
  }

  /** Absolute risks where the pack serves them, and where no question about them is open. */
  private static Map<String, Double> risks(InsightContext context) {
    Optional<ServedModel> served =
        context.pack().model("prevent_base").filter(model -> mayBeServed(context, model));
    if (served.isEmpty()) {
      return Map.of();
    }
    ModelInputs.Bound bound = ModelInputs.bind(context, served.get(), PREVENT.card().inputs());
    boolean known =
        context.situation().of(Exclusion.CARDIOVASCULAR_DISEASE).isPresent()
            && context.situation().of(Exclusion.HEART_FAILURE).isPresent();
    return known
            && PREVENT.serve(HeartRiskInsight.inputs(context, bound.inputs()), context.situation())
                instanceof Computed computed
        ? Map.of(
            "cvd", computed.number("cvd_10y").orElseThrow(),
            "ascvd", computed.number("ascvd_10y").orElseThrow())
        : Map.of();
  }

  private static boolean mayBeServed(InsightContext context, ServedModel model) {
    return context.pack().mode() == PackMode.CLINICAL || model.kind() == ServedModel.Kind.DESCRIBE;
  }

  private static final class Reader {
    private final InsightContext context;
    private final int maximumDays;
    private final Map<Lever, List<InputUsed>> used = new EnumMap<>(Lever.class);
    private final List<InputMissing> missing = new ArrayList<>();

    Reader(InsightContext context, int maximumDays) {
      this.context = context;
      this.maximumDays = maximumDays;
    }

    LeverState state() {
      Boolean smokes = smokes();
      Double packYears = packYears();
      Boolean active = active();
      Double bmi = bmi();
      Double weight = number(Lever.WEIGHT, "WEIGHT");
      return new LeverState(
          smokes,
          packYears == null ? null : Boolean.valueOf(packYears >= HEAVY_PACK_YEARS),
          active,
          bmi,
          weight,
          number(Lever.BLOOD_PRESSURE, "SBP"),
          number(Lever.LDL, has("LDL") || !has("LDL_CALC") ? "LDL" : "LDL_CALC"),
          CLINICIAN.stream().anyMatch(state -> context.situation().of(state).orElse(false)));
    }

    private @Nullable Boolean smokes() {
      return switch (context.questionnaire().smoking(context.checkupDay(), maximumDays)) {
        case Smoking.Told told -> {
          String answer = told.status().name().toLowerCase(Locale.ROOT);
          use(
              Lever.SMOKING,
              new InputUsed(context.inputName("current_smoker"), answer, "", told.date(), ""));
          yield told.status() == Smoking.Status.CURRENT;
        }
        case Smoking.Unknown unknown -> {
          missing.add(new InputMissing(context.inputName("current_smoker"), Why.UNKNOWN));
          yield null;
        }
      };
    }

    private @Nullable Double packYears() {
      if (!(find("SMK_PACKYR") instanceof Latest.Found(Reading reading))) {
        return null;
      }
      use(Lever.SMOKING, input(reading));
      return reading.value();
    }

    private @Nullable Boolean active() {
      Optional<ToldActivity> told = ToldActivity.of(context, maximumDays);
      if (told.isEmpty()) {
        missing.add(new InputMissing(context.inputName("active"), Why.UNKNOWN));
        return null;
      }
      for (String item : List.of("PA_DAYS", "PA_MIN", "PA_VIG_DAYS")) {
        if (find(item) instanceof Latest.Found(Reading reading)) {
          use(Lever.ACTIVITY, input(reading));
        }
      }
      return told.get().enough();
    }

    /** The stated one, or from weight and height. */
    private @Nullable Double bmi() {
      if (has("BMI")
          || !(find("WEIGHT") instanceof Latest.Found(Reading weight))
          || !(find("HEIGHT") instanceof Latest.Found(Reading height))) {
        return number(Lever.WEIGHT, "BMI");
      }
      use(Lever.WEIGHT, input(height));
      double metres = height.value() / 100;
      return weight.value() / (metres * metres);
    }

    private @Nullable Double number(Lever lever, String item) {
      return switch (find(item)) {
        case Latest.Found(Reading reading) when reading.comparator() == Comparator.EQUAL -> {
          use(lever, input(reading));
          yield Double.valueOf(reading.value());
        }
        case Latest.Found bound -> {
          missing.add(new InputMissing(context.itemName(item), Why.UNKNOWN));
          yield null;
        }
        case Latest.None(Latest.Why why) -> {
          if (why != Latest.Why.WITHHELD) {
            missing.add(new InputMissing(context.itemName(item), Why.valueOf(why.name())));
          }
          yield null;
        }
      };
    }

    private boolean has(String item) {
      return find(item) instanceof Latest.Found;
    }

    private Latest find(String item) {
      return context.history().latest(item, context.checkupDay(), maximumDays);
    }

    private InputUsed input(Reading reading) {
      return new InputUsed(
          context.itemName(reading.itemCode()), reading.text(), reading.unit(), reading.date(), "");
    }

    private void use(Lever lever, InputUsed input) {
      used.computeIfAbsent(lever, l -> new ArrayList<>()).add(input);
    }
  }
}
