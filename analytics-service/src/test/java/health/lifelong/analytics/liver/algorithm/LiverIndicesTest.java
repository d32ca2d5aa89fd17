package health.lifelong.analytics.liver.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.lifelong.analytics.liver.domain.LiverInputs;
import health.lifelong.analytics.model.algorithm.RowEvaluation;
import health.lifelong.analytics.model.domain.ModelResult.Computed;
import health.lifelong.analytics.model.domain.ModelResult.Refused;
import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.model.domain.Situation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiverIndicesTest {
  private final LiverIndices model = new LiverIndices();

  @Test
  void thePublishedFib4IsReproduced() {
    Computed computed = (Computed) model.fib4(inputs(35.0, 107.0, null), Situation.unknown());
    assertThat(computed.number("fib4").orElseThrow()).isCloseTo(2.02888, within(1e-5));
  }

  @Test
  void belowThirtyFiveFib4IsNotServedThoughItIsComputed() {
    Refused refused = (Refused) model.fib4(inputs(34.9, 107.0, null), Situation.unknown());
    assertThat(refused.reason()).isEqualTo(RefusalReason.POPULATION);
    Map<String, String> row =
        RowEvaluation.evaluate(
            model,
            Map.of("age_years", "20", "ast_u_l", "30", "alt_u_l", "30", "platelets_10e9_l", "200"));
    assertThat(row.get("fib4")).isNotEmpty();
    assertThat(row.get("not_for_use")).startsWith("fib4:POPULATION(age_years);nfs:INPUT_MISSING");
  }

  @Test
  void oneIndexIsServedWhereAnotherLacksItsInput() {
    LiverInputs withoutAst = inputs(50.0, null, null);
    assertThat(((Refused) model.hsi(withoutAst, Situation.unknown())).inputs())
        .containsExactly("ast_u_l");
    assertThat(model.fli(withoutAst, Situation.unknown())).isInstanceOf(Computed.class);
  }

  @Test
  void anUnknownDiabetesAsksAndIsNeverNo() {
    LiverInputs unknown =
        new LiverInputs(
            Sex.M, 50.0, 30.0, 30.0, 200.0, 4.3, 24.0, null, null, 100.0, 30.0, 85.0, null);
    assertThat(((Refused) model.nfs(unknown, Situation.unknown())).reason())
        .isEqualTo(RefusalReason.UNKNOWN_HISTORY);
    assertThat(((Refused) model.hsi(unknown, Situation.unknown())).reason())
        .isEqualTo(RefusalReason.UNKNOWN_HISTORY);
  }

  @Test
  void alcoholAtTheLimitOfTheDefinitionWarns() {
    assertThat(warning(29.9)).doesNotContain("ALCOHOL_OUTSIDE_NAFLD");
    assertThat(warning(30.0)).contains("ALCOHOL_OUTSIDE_NAFLD");
    assertThat(warning(null)).contains("ALCOHOL_UNKNOWN");
  }

  @Test
  void anEnzymeOfZeroHasNoIndex() {
    Refused refused = (Refused) model.hsi(inputs(50.0, 0.0, null), Situation.unknown());
    assertThat(refused.reason()).isEqualTo(RefusalReason.OUT_OF_RANGE);
  }

  private List<String> warning(@Nullable Double alcohol) {
    return ((Computed) model.fli(inputs(50.0, 30.0, alcohol), Situation.unknown())).warnings();
  }

  private static LiverInputs inputs(double age, @Nullable Double ast, @Nullable Double alcohol) {
    return new LiverInputs(
        Sex.M, age, ast, 104.0, 181.0, 4.3, 24.0, false, false, 100.0, 30.0, 85.0, alcohol);
  }
}
