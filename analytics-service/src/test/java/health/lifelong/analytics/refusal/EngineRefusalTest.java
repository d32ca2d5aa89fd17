package health.lifelong.analytics.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.insight.GoldenPerson;
import health.lifelong.analytics.insight.TestGenome;
import health.lifelong.analytics.insight.TestPack;
import health.lifelong.analytics.insight.algorithm.InsightEngine;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Outcome;
import health.lifelong.analytics.insight.domain.Viewer;
import health.lifelong.analytics.pack.domain.ServedModel;
import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.analytics.refusal.EngineCases.Case;
import health.lifelong.analytics.refusal.EngineCases.PackChange;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is said from a whole record, and that no served model has fewer than ten refusals tested.
 */
class EngineRefusalTest {
  private static final int FEWEST = 10;

  /** They say what other models say or refuse, in another order: those refusals are counted. */
  private static final Set<String> PUT_TOGETHER =
      Set.of("what_if", "next_measurement", "discordance", "plan");

  private static final InsightEngine KOREA = new InsightEngine(TestPack.read(TestPack.korea()));

  static List<Case> cases() {
    return EngineCases.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theRecordIsRefusedWithItsReason(Case one, @TempDir Path folder) {
    PersonRecord record = one.person().get().record();
    LocalDate asOf = record.latestDay().orElse(LocalDate.EPOCH);
    List<Insight> insights =
        engine(one.pack(), folder)
            .report(record, one.genome().get(), "en", asOf, Viewer.CLINICIAN)
            .insights();
    List<Insight> concerned = insights.stream().filter(i -> concerns(i, one)).toList();
    assertThat(concerned).isNotEmpty();
    assertThat(concerned)
        .allSatisfy(
            insight ->
                assertThat(insight.outcome())
                    .isInstanceOfSatisfying(
                        Outcome.Refusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(one.reason())));
  }

  @Test
  void noServedModelHasFewerThanTenRefusalsTested() {
    List<String> tested = new ArrayList<>();
    ModelRefusalTest.cases().forEach(one -> tested.add(one.model()));
    EngineCases.all().forEach(one -> tested.add(one.model()));
    Map<String, Long> counts = new TreeMap<>(counted(tested.stream()));
    System.out.println("refusals tested: " + counts);
    Stream<String> served =
        TestPack.read(TestPack.korea()).models().stream()
            .map(ServedModel::model)
            .filter(model -> !PUT_TOGETHER.contains(model));
    assertThat(served)
        .allSatisfy(
            model ->
                assertThat(counts.getOrDefault(model, 0L))
                    .as(model)
                    .isGreaterThanOrEqualTo(FEWEST));
    assertThat(ModelRefusalTest.people())
        .allSatisfy(
            model ->
                assertThat(counts.getOrDefault(model, 0L))
                    .as(model)
                    .isGreaterThanOrEqualTo(FEWEST));
    assertThat(ModelRefusalTest.cases()).doesNotHaveDuplicates();
    assertThat(EngineCases.all()).extracting(Case::toString).doesNotHaveDuplicates();
  }

  @Test
  void everyServableModelOfTheCatalogueHasAPersonWhomItServes() {
    assertThat(ModelRefusalTest.people())
        .containsExactlyInAnyOrderElementsOf(ModelRefusalTest.servable());
  }

  @Test
  void theUnchangedRecordIsNotRefused() {
    PersonRecord record = GoldenPerson.record();
    List<Insight> insights =
        KOREA
            .report(
                record,
                TestGenome.carrier(),
                "en",
                record.latestDay().orElseThrow(),
                Viewer.CLINICIAN)
            .insights();
    for (String model :
        List.of(
            "setpoint",
            "steps_mortality",
            "habits",
            "aldh2",
            "aldh2_alcohol",
            "pharmacogene",
            "drug_advice")) {
      assertThat(insights)
          .as(model)
          .anyMatch(i -> i.model().equals(model) && i.outcome() instanceof Outcome.Result);
    }
  }

  private static InsightEngine engine(@Nullable PackChange change, Path folder) {
    if (change == null) {
      return KOREA;
    }
    Path pack = TestPack.copy(folder);
    TestPack.replace(pack, change.file(), change.from(), change.to());
    return new InsightEngine(TestPack.read(pack));
  }

  private static boolean concerns(Insight insight, Case one) {
    return insight.model().equals(one.model()) && insight.subject().equals(one.subject());
  }

  private static Map<String, Long> counted(Stream<String> names) {
    return names.collect(Collectors.groupingBy(name -> name, Collectors.counting()));
  }
}
