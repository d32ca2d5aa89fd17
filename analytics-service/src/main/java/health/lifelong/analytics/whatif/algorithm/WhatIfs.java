package health.lifelong.analytics.whatif.algorithm;

import health.lifelong.analytics.whatif.domain.Lever;
import health.lifelong.analytics.whatif.domain.LeverEffect;
import health.lifelong.analytics.whatif.domain.LeverEffect.Measure;
import health.lifelong.analytics.whatif.domain.LeverState;
import health.lifelong.analytics.whatif.domain.LeverTargets;
import health.lifelong.analytics.whatif.domain.WhatIf;
import health.lifelong.analytics.whatif.domain.WhatIf.Nothing;
import health.lifelong.analytics.whatif.domain.WhatIf.People;
import health.lifelong.analytics.whatif.domain.WhatIf.Possible;
import health.lifelong.analytics.whatif.domain.WhatIf.Why;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Each lever moved alone, from where the person stands to where the region moves it. Effects of two
 * levers are never multiplied: no study has moved them together in this person. An effect of a
 * ratio scales with the way moved ({@code ratio^(way/per)}, as the trials' meta-regressions found),
 * and acts on the cumulative hazard: {@code 1 - (1 - R)^ratio}.
 */
public final class WhatIfs {
  private final LeverTable table;
  private final LeverTargets targets;

  /** With effects and with a region's targets. */
  public WhatIfs(LeverTable table, LeverTargets targets) {
    this.table = table;
    this.targets = targets;
  }

  /**
   * One answer for each lever, in the order of {@link Lever}.
   *
   * @param risks absolute risks by outcome; an outcome that is not there has none
   */
  public List<WhatIf> all(LeverState state, Map<String, Double> risks) {
    return Arrays.stream(Lever.values()).map(lever -> one(lever, state, risks)).toList();
  }

  private WhatIf one(Lever lever, LeverState state, Map<String, Double> risks) {
    if (state.closed()) {
      return new Nothing(lever, Why.CLINICIAN_DECIDES);
    }
    return switch (lever) {
      case SMOKING -> {
        // The study followed people of 20 pack-years and over: to others no number of people.
        boolean studied = Boolean.TRUE.equals(state.heavySmoker());
        yield habit(lever, state.smokes(), true, studied ? risks : Map.of());
      }
      case ACTIVITY -> habit(lever, state.active(), false, risks);
      case WEIGHT -> weight(state, risks);
      case BLOOD_PRESSURE -> number(lever, state.pressure(), targets.pressure(), "mm[Hg]", risks);
      case LDL -> number(lever, state.ldl(), targets.ldl(), "mg/dL", risks);
    };
  }

  /** A habit that is there or not; {@code movable} is the answer that can be moved. */
  private WhatIf habit(
      Lever lever, @Nullable Boolean answer, boolean movable, Map<String, Double> risks) {
    if (answer == null) {
      return new Nothing(lever, Why.UNKNOWN);
    }
    return answer == movable
        ? moved(lever, null, null, "", 1, risks)
        : new Nothing(lever, Why.ALREADY_THERE);
  }

  private WhatIf number(
      Lever lever, @Nullable Double value, double target, String unit, Map<String, Double> risks) {
    if (value == null) {
      return new Nothing(lever, Why.UNKNOWN);
    }
    return value > target
        ? moved(lever, value, target, unit, value - target, risks)
        : new Nothing(lever, Why.ALREADY_THERE);
  }

  private WhatIf weight(LeverState state, Map<String, Double> risks) {
    Double bmi = state.bmi();
    Double weight = state.weight();
    if (bmi == null || weight == null) {
      return new Nothing(Lever.WEIGHT, Why.UNKNOWN);
    }
    if (bmi < LeverTargets.LOWEST_BMI) {
      return new Nothing(Lever.WEIGHT, Why.NOT_SAFE);
    }
    if (bmi < targets.bmiFrom()) {
      return new Nothing(Lever.WEIGHT, Why.ALREADY_THERE);
    }
    double floor = weight * LeverTargets.LOWEST_BMI / bmi;
    double to = StrictMath.max(floor, weight * (1 - targets.weightShare()));
    return moved(Lever.WEIGHT, weight, to, "kg", weight - to, risks);
  }

  private WhatIf moved(
      Lever lever,
      @Nullable Double from,
      @Nullable Double to,
      String unit,
      double way,
      Map<String, Double> risks) {
    Optional<LeverEffect> found = table.of(lever);
    if (found.isEmpty() || found.get().mayBeNothing()) {
      return new Nothing(lever, Why.NO_EFFECT_SHOWN);
    }
    LeverEffect effect = found.get();
    double units = way / effect.per();
    double low = scaled(effect, effect.low(), units);
    double high = scaled(effect, effect.high(), units);
    return new Possible(lever, from, to, unit, low, high, effect, people(effect, low, high, risks));
  }

  private static double scaled(LeverEffect effect, double end, double units) {
    return switch (effect.measure()) {
      case RATIO -> StrictMath.pow(end, units);
      case DIFFERENCE -> end * units;
    };
  }

  private static @Nullable People people(
      LeverEffect effect, double low, double high, Map<String, Double> risks) {
    Double risk = risks.get(effect.outcome());
    if (risk == null || effect.measure() != Measure.RATIO) {
      return null;
    }
    return new People(risk, after(risk, low), after(risk, high));
  }

  private static double after(double risk, double ratio) {
    return -StrictMath.expm1(ratio * StrictMath.log1p(-risk));
  }
}
