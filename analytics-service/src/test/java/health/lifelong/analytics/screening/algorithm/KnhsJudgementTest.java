package health.lifelong.analytics.screening.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lifelong.analytics.model.domain.ModelResult;
import health.lifelong.analytics.model.domain.ModelResult.Computed;
import health.lifelong.analytics.model.domain.ModelResult.Refused;
import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.screening.domain.ScreeningBands;
import health.lifelong.analytics.screening.domain.ScreeningClass;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnhsJudgementTest {
  private final KnhsJudgement model = new KnhsJudgement(bands());

  @ParameterizedTest
  @CsvSource({
    "GLU_F, M, 99.5, A", "GLU_F, M, 125.5, B", "FPG, M, 126, SUSPECT", "AST, F, 40.5, B",
        "AST, F, 50.5, B",
    "HGB, F, 11.95, B", "CREAT, M, 1.51, SUSPECT", "BMD_LS_T, F, -1, A", "BMD_LS_T, F, -1.01, B",
        "U_PRO, M, 6, SUSPECT"
  })
  void valuesBetweenPrintedLimitsTakeTheWorseNeighbourUnlessItsBoundIsNotReached(
      String item, Sex sex, double value, ScreeningClass expected) {
    assertThat(judged(item, sex, value, null)).isEqualTo(expected);
  }

  @Test
  void pressureIsJudgedOnTheWorseOfItsNumbers() {
    assertThat(judged("BP", Sex.M, 119.0, 85.0)).isEqualTo(ScreeningClass.B);
    assertThat(judged("SBP", Sex.M, 118.0, 95.0)).isEqualTo(ScreeningClass.SUSPECT);
  }

  @Test
  void halfOfAPressureIsJudgedOnlyWhereItIsAlreadyTheWorst() {
    assertThat(judged("BP", Sex.M, 140.0, null)).isEqualTo(ScreeningClass.SUSPECT);
    assertThat(judged("BP", Sex.M, null, 90.0)).isEqualTo(ScreeningClass.SUSPECT);
    assertThat(reason(model.serve("BP", Sex.M, 119.0, null)))
        .isEqualTo(RefusalReason.INPUT_MISSING);
  }

  @Test
  void aValueThatTheRuleGivesNoClassHasNone() {
    assertThat(reason(model.serve("HGB", Sex.M, 16.6, null))).isEqualTo(RefusalReason.OUT_OF_RANGE);
    assertThat(reason(model.serve("GGT", Sex.F, 7.9, null))).isEqualTo(RefusalReason.OUT_OF_RANGE);
  }

  @Test
  void aMissingValueSexOrItemIsRefused() {
    assertThat(reason(model.serve("TC", Sex.M, null, null))).isEqualTo(RefusalReason.INPUT_MISSING);
    assertThat(reason(model.serve("TC", null, 180.0, null))).isEqualTo(RefusalReason.INPUT_MISSING);
    assertThat(reason(model.serve("TSH", Sex.M, 1.0, null))).isEqualTo(RefusalReason.NOT_SERVED);
  }

  @Test
  void theOverallResultIsTheWorstItem() {
    assertThat(KnhsJudgement.overall(List.of(ScreeningClass.A, ScreeningClass.B, ScreeningClass.A)))
        .contains(ScreeningClass.B);
    assertThat(KnhsJudgement.overall(List.of())).isEmpty();
  }

  @Test
  void aTableWithoutBandsIsRefused() {
    InputStream empty =
        new ByteArrayInputStream(
            "item_code,checkup_item,sex,component,judgement,from,above,to,below,source\n"
                .getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> ScreeningBands.fromCsv(empty)).isInstanceOf(IOException.class);
  }

  private ScreeningClass judged(
      String item, Sex sex, @Nullable Double value, @Nullable Double dbp) {
    Computed computed = (Computed) model.serve(item, sex, value, dbp);
    return ScreeningClass.valueOf(computed.text("judgement").orElseThrow());
  }

  private static RefusalReason reason(ModelResult result) {
    return ((Refused) result).reason();
  }

  private static ScreeningBands bands() {
    String table = "/pack-default/screening-judgement.csv";
    try (InputStream in = KnhsJudgementTest.class.getResourceAsStream(table)) {
      return ScreeningBands.fromCsv(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
