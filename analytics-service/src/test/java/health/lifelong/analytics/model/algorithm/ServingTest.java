package health.lifelong.analytics.model.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.model.domain.Exclusion;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.ModelResult;
import health.lifelong.analytics.model.domain.ModelResult.Computed;
import health.lifelong.analytics.model.domain.ModelResult.Refused;
import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.model.domain.Situation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ServingTest {
  private static final Situation WELL =
      Situation.unknown().with(Exclusion.PREGNANCY, false).with(Exclusion.DIALYSIS, false);

  @Test
  void valuesWithinTheRangeAreServedWithoutConditions() {
    ModelResult result = serve(List.of("square", "dose"), inputs(4.0, true), WELL);
    assertThat(result).isInstanceOf(Computed.class);
    Computed computed = (Computed) result;
    assertThat(computed.number("square")).contains(16.0);
    assertThat(computed.flag("dose")).contains(true);
    assertThat(computed.conditions()).isEmpty();
  }

  @Test
  void outsideTheRangeThereIsNoNumber() {
    assertRefused(
        serve(List.of("square"), inputs(11.0, true), WELL), RefusalReason.OUT_OF_RANGE, "x");
  }

  @Test
  void aMissingMeasurementIsRefusedAndNamed() {
    Refused refused =
        assertRefused(
            serve(List.of("square"), inputs(null, true), WELL), RefusalReason.INPUT_MISSING, "x");
    assertThat(refused.wouldHelp()).isEqualTo("Measure: the number x");
  }

  @Test
  void anUnknownTreatmentIsNeverNo() {
    Refused refused =
        assertRefused(
            serve(List.of("dose"), inputs(4.0, null), WELL),
            RefusalReason.UNKNOWN_HISTORY,
            "treated");
    assertThat(refused.wouldHelp()).isEqualTo("Ask: takes medicine");
  }

  @Test
  void aNumberThatIsNoneIsRefused() {
    assertRefused(
        serve(List.of("square"), inputs(Double.NaN, true), WELL),
        RefusalReason.INPUT_UNREADABLE,
        "x");
  }

  @Test
  void aStateThatExcludesRefuses() {
    assertRefused(
        serve(List.of("square"), inputs(4.0, true), WELL.with(Exclusion.DIALYSIS, true)),
        RefusalReason.POPULATION,
        "DIALYSIS");
  }

  @Test
  void anUnknownStateBecomesACondition() {
    Computed computed = (Computed) serve(List.of("square"), inputs(4.0, true), Situation.unknown());
    assertThat(computed.conditions()).containsExactly(Exclusion.PREGNANCY, Exclusion.DIALYSIS);
  }

  @Test
  void nobodyAsksAManWhetherHeIsPregnant() {
    Inputs man = Inputs.builder().number("x", 4.0).sex(Sex.M).build();
    Computed computed = (Computed) serve(List.of("square"), man, Situation.unknown());
    assertThat(computed.conditions()).containsExactly(Exclusion.DIALYSIS);
  }

  @Test
  void theModelsOwnObjectionRefuses() {
    assertRefused(serve(List.of("square"), inputs(7.0, true), WELL), RefusalReason.POPULATION, "x");
  }

  @Test
  void aModelThatIsOnlyEvaluatedServesNothing() {
    ModelResult result =
        Serving.serve(Squares.evaluateOnly(), List.of("square"), inputs(4.0, true), WELL);
    assertThat(((Refused) result).reason()).isEqualTo(RefusalReason.NOT_SERVED);
  }

  @Test
  void anOutputThatIsNotDefinedIsLeftOutAndAloneRefused() {
    Computed computed = (Computed) serve(List.of("square", "inverse"), inputs(5.0, true), WELL);
    assertThat(computed.values()).containsOnlyKeys("square");
    ModelResult alone = serve(List.of("inverse"), inputs(5.0, true), WELL);
    assertThat(((Refused) alone).reason()).isEqualTo(RefusalReason.OUT_OF_RANGE);
  }

  private static ModelResult serve(List<String> outputs, Inputs inputs, Situation situation) {
    return Serving.serve(Squares.served(), outputs, inputs, situation);
  }

  private static Inputs inputs(@Nullable Double x, @Nullable Boolean treated) {
    return Inputs.builder().number("x", x).flag("treated", treated).build();
  }

  private static Refused assertRefused(ModelResult result, RefusalReason reason, String input) {
    assertThat(result).isInstanceOf(Refused.class);
    Refused refused = (Refused) result;
    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused.inputs()).containsExactly(input);
    return refused;
  }
}
