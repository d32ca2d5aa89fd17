package health.lifelong.analytics.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import health.lifelong.analytics.whatif.algorithm.LeverTable;
import health.lifelong.analytics.whatif.algorithm.WhatIfs;
import health.lifelong.analytics.whatif.domain.Lever;
import health.lifelong.analytics.whatif.domain.LeverEffect;
import health.lifelong.analytics.whatif.domain.LeverEffect.Basis;
import health.lifelong.analytics.whatif.domain.LeverEffect.Measure;
import health.lifelong.analytics.whatif.domain.LeverState;
import health.lifelong.analytics.whatif.domain.LeverTargets;
import health.lifelong.analytics.whatif.domain.WhatIf;
import health.lifelong.analytics.whatif.domain.WhatIf.Possible;
import health.lifelong.analytics.whatif.domain.WhatIf.Why;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WhatIfsTest {
  private static final long SEED = 20261127;
  private static final LeverTargets TARGETS = new LeverTargets(130, 130, 25, 0.05);
  private static final Map<String, Double> RISKS = Map.of("cvd", 0.10, "ascvd", 0.08);

  private final WhatIfs whatIfs = new WhatIfs(LeverTable.standard(), TARGETS);

  private static WhatIf of(List<WhatIf> all, Lever lever) {
    return all.stream().filter(w -> w.lever() == lever).findFirst().orElseThrow();
  }

  private static LeverState everythingMovable() {
    return new LeverState(true, true, false, 31.0, 90.0, 150.0, 190.0, false);
  }

  @Test
  void everyLeverHasACitedIntervalAndSaysWhetherItIsACause() {
    for (LeverEffect effect : LeverTable.standard().effects()) {
      assertThat(effect.citation()).isNotBlank();
      assertThat(effect.population()).isNotBlank();
      assertThat(effect.low()).isLessThan(effect.high());
      assertThat(effect.mayBeNothing()).isFalse();
    }
    assertThat(LeverTable.standard().effects())
        .extracting(LeverEffect::lever)
        .containsExactlyInAnyOrder(Lever.values());
  }

  @Test
  void tenMillimetresAreTheTrialsOwnEffectOnTheCumulativeHazard() {
    LeverState state = new LeverState(null, null, null, null, null, 140.0, null, false);

    Possible lever = (Possible) of(whatIfs.all(state, RISKS), Lever.BLOOD_PRESSURE);

    assertThat(lever.low()).isCloseTo(0.77, within(1e-12));
    assertThat(lever.high()).isCloseTo(0.83, within(1e-12));
    WhatIf.People people = Objects.requireNonNull(lever.people());
    assertThat(people.low()).isCloseTo(1 - Math.pow(0.9, 0.77), within(1e-12));
    assertThat(people.high()).isCloseTo(1 - Math.pow(0.9, 0.83), within(1e-12));
    assertThat(lever.evidence().basis()).isEqualTo(Basis.CAUSAL);
  }

  @ParameterizedTest
  @EnumSource(Lever.class)
  void aPlaceboLeverChangesNothing(Lever lever) {
    LeverEffect placebo =
        new LeverEffect(
            lever, "cvd", Measure.RATIO, 1, "x", 1, 1, 1, Basis.CAUSAL, "nobody", "made up", null);

    WhatIf said =
        of(
            new WhatIfs(new LeverTable(List.of(placebo)), TARGETS).all(everythingMovable(), RISKS),
            lever);

    assertThat(said).isEqualTo(new WhatIf.Nothing(lever, Why.NO_EFFECT_SHOWN));
  }

  @ParameterizedTest
  @CsvSource({"RATIO,0.9,0.7,1.1", "DIFFERENCE,-0.5,-2,1"})
  void anIntervalThatHoldsNoEffectPromisesNothing(
      Measure measure, double effect, double low, double high) {
    LeverEffect weak =
        new LeverEffect(
            Lever.WEIGHT, "sbp", measure, 1, "kg", effect, low, high, Basis.CAUSAL, "p", "c", null);

    assertThat(
            of(
                new WhatIfs(new LeverTable(List.of(weak)), TARGETS).all(everythingMovable(), RISKS),
                Lever.WEIGHT))
        .isEqualTo(new WhatIf.Nothing(Lever.WEIGHT, Why.NO_EFFECT_SHOWN));
  }

  @Test
  void nothingKnownMovesNothing() {
    assertThat(whatIfs.all(LeverState.unknown(), RISKS))
        .containsExactlyElementsOf(
            Arrays.stream(Lever.values())
                .<WhatIf>map(lever -> new WhatIf.Nothing(lever, Why.UNKNOWN))
                .toList());
  }

  @Test
  void aStateInWhichAClinicianDecidesClosesEveryLever() {
    LeverState pregnant = new LeverState(true, true, false, 31.0, 90.0, 150.0, 190.0, true);

    assertThat(whatIfs.all(pregnant, RISKS))
        .allMatch(w -> w.equals(new WhatIf.Nothing(w.lever(), Why.CLINICIAN_DECIDES)));
  }

  @Test
  void peopleAreCountedForSmokersLikeThoseOfTheStudyOnly() {
    LeverState heavy = new LeverState(true, true, null, null, null, null, null, false);
    LeverState light = new LeverState(true, false, null, null, null, null, null, false);
    LeverState unknown = new LeverState(true, null, null, null, null, null, null, false);

    assertThat(((Possible) of(whatIfs.all(heavy, RISKS), Lever.SMOKING)).people()).isNotNull();
    assertThat(((Possible) of(whatIfs.all(light, RISKS), Lever.SMOKING)).people()).isNull();
    assertThat(((Possible) of(whatIfs.all(unknown, RISKS), Lever.SMOKING)).people()).isNull();
  }

  /** Design L8 over all levers and many made-up persons, regions and risks. */
  @Test
  void noLeverDoesWhatIsForbidden() {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    int possible = 0;
    for (int i = 0; i < 20_000; i++) {
      LeverTargets targets =
          new LeverTargets(
              100 + random.nextInt(50),
              60 + random.nextInt(100),
              18.6 + 10 * random.nextDouble(),
              0.001 + 0.099 * random.nextDouble());
      LeverState state =
          new LeverState(
              flag(random),
              flag(random),
              flag(random),
              maybe(random, 13, 45),
              maybe(random, 30, 160),
              maybe(random, 70, 220),
              maybe(random, 30, 300),
              random.nextInt(10) == 0);
      double risk = 0.001 + 0.6 * random.nextDouble();
      List<WhatIf> all =
          new WhatIfs(LeverTable.standard(), targets)
              .all(state, Map.of("cvd", risk, "ascvd", risk));

      assertThat(all).extracting(WhatIf::lever).containsExactly(Lever.values());
      for (WhatIf one : all) {
        if (one instanceof Possible lever) {
          possible++;
          allowed(state, targets, lever);
        }
      }
    }
    assertThat(possible).isGreaterThan(10_000);
  }

  private static void allowed(LeverState state, LeverTargets targets, Possible lever) {
    assertThat(state.closed()).isFalse();
    assertThat(lever.low()).isLessThan(lever.high());
    WhatIf.People people = lever.people();
    if (people != null) {
      assertThat(people.low()).isLessThan(people.high());
      assertThat(people.high()).isLessThan(people.now());
      assertThat(people.low()).isPositive();
    }
    Double from = lever.from();
    Double to = lever.to();
    switch (lever.lever()) {
      case SMOKING -> assertThat(state.smokes()).isTrue();
      case ACTIVITY -> assertThat(state.active()).isFalse();
      case WEIGHT -> {
        double bmi = Objects.requireNonNull(state.bmi());
        assertThat(bmi).isGreaterThanOrEqualTo(LeverTargets.LOWEST_BMI);
        assertThat(bmi).isGreaterThanOrEqualTo(targets.bmiFrom());
        double after = bmi * Objects.requireNonNull(to) / Objects.requireNonNull(from);
        assertThat(after).isGreaterThanOrEqualTo(LeverTargets.LOWEST_BMI - 1e-9);
        assertThat(to).isLessThan(from);
      }
      case BLOOD_PRESSURE -> {
        assertThat(lever.lever().throughCare()).isTrue();
        assertThat(to).isEqualTo(targets.pressure()).isLessThan(Objects.requireNonNull(from));
      }
      case LDL -> {
        assertThat(lever.lever().throughCare()).isTrue();
        assertThat(to).isEqualTo(targets.ldl()).isLessThan(Objects.requireNonNull(from));
      }
    }
  }

  @Test
  void thereIsNoLeverForAnythingElse() {
    assertThat(Lever.values())
        .extracting(Lever::name)
        .containsExactly("SMOKING", "ACTIVITY", "WEIGHT", "BLOOD_PRESSURE", "LDL");
    for (String forbidden : List.of("alcohol", "statin", "age", "sex", "diabetes")) {
      assertThatThrownBy(() -> read(forbidden + ",cvd,RATIO,1,x,0.9,0.8,0.95,CAUSAL,p,c,,y"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void rowsThatNobodyConfirmedAreLeftOutAndRowsWithoutIntervalAreRefused() throws Exception {
    assertThat(read("ldl,cvd,RATIO,1,x,0.9,0.8,0.95,CAUSAL,p,c,,n").effects()).isEmpty();
    assertThatThrownBy(() -> read("ldl,cvd,RATIO,1,x,0.9,,,CAUSAL,p,c,,y"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> read("ldl,cvd,RATIO,1,x,0.9,0.95,0.99,CAUSAL,p,c,,y"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"18.5,0.05", "17,0.05", "25,0.2", "25,0"})
  void aRegionCannotAskThinPeopleToLoseWeightNorTooMuchOfIt(double bmi, double share) {
    assertThatThrownBy(() -> new LeverTargets(130, 130, bmi, share))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static LeverTable read(String row) throws java.io.IOException {
    String head =
        "lever,outcome,measure,per,unit,effect,ci_low,ci_high,basis,population,citation,doi,verified\n";
    return LeverTable.fromCsv(
        new ByteArrayInputStream((head + row + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  private static @Nullable Boolean flag(Random random) {
    int draw = random.nextInt(3);
    return draw == 2 ? null : Boolean.valueOf(draw == 1);
  }

  private static @Nullable Double maybe(Random random, double from, double to) {
    return random.nextInt(6) == 0 ? null : Double.valueOf(from + (to - from) * random.nextDouble());
  }
}
