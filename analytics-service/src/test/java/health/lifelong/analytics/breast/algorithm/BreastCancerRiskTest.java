package health.lifelong.analytics.breast.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.lifelong.analytics.model.algorithm.RowEvaluation;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreastCancerRiskTest {
  private static final String HYPERPLASIA = "atypical_hyperplasia_0no_1yes_99unknown";
  private static final String FIRST_BIRTH = "age_first_birth_98nulliparous";

  private final BreastCancerRisk model = new BreastCancerRisk();

  @ParameterizedTest(name = "{0} = {1} is {2} = {3}")
  @CsvSource({
    "n_biopsies, 3, n_biopsies, 2",
    "n_biopsies, 99, n_biopsies, 0",
    "n_first_degree_relatives, 2, n_first_degree_relatives, 1",
    "n_first_degree_relatives, 99, n_first_degree_relatives, 0",
    "age_menarche, 99, age_menarche, 15",
    "age_menarche, 13, age_menarche, 12",
    "age_first_birth_98nulliparous, 98, age_first_birth_98nulliparous, 27",
    "age_first_birth_98nulliparous, 99, age_first_birth_98nulliparous, 18",
    "age_first_birth_98nulliparous, 41, age_first_birth_98nulliparous, 30"
  })
  void answersOfOneStepGiveOneRisk(String input, String value, String same, String asValue) {
    assertThat(answer(input, value)).isEqualTo(answer(same, asValue));
  }

  @Test
  void unlikeStepsGiveUnlikeRisks() {
    assertThat(answer(FIRST_BIRTH, "31")).isNotEqualTo(answer(FIRST_BIRTH, "29"));
    assertThat(answer("age_menarche", "11")).isNotEqualTo(answer("age_menarche", "12"));
    assertThat(answer(HYPERPLASIA, "1")).isNotEqualTo(answer(HYPERPLASIA, "99"));
    assertThat(answer(HYPERPLASIA, "0")).isNotEqualTo(answer(HYPERPLASIA, "99"));
  }

  @Test
  void hispanicWomenWithoutABirthAreAsThoseFrom30() {
    Map<String, String> row = korean();
    row.put("race_code", "3");
    row.put(FIRST_BIRTH, "98");
    Map<String, String> none = RowEvaluation.evaluate(model, row);
    row.put(FIRST_BIRTH, "33");
    assertThat(RowEvaluation.evaluate(model, row)).isEqualTo(none);
    row.put(FIRST_BIRTH, "27");
    assertThat(RowEvaluation.evaluate(model, row)).isNotEqualTo(none);
  }

  @Test
  void twoSpansAddUpToTheWholeWhereNobodyDiesBetween() {
    double whole = average("40", "41");
    double first = average("40", "40.4");
    double second = average("40.4", "41");
    assertThat(first + second).isCloseTo(whole, within(1e-4));
    assertThat(first).isLessThan(whole);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource({
    "age_now, 19.9, age_now",
    "age_now, 90, age_now age_projection",
    "age_projection, 45, age_projection",
    "age_projection, 91, age_projection",
    "n_biopsies, 1.5, n_biopsies",
    "n_first_degree_relatives, -1, n_first_degree_relatives",
    "age_menarche, 0, age_menarche",
    "race_code, 12, race_code",
    "race_code, 2.5, race_code",
    "atypical_hyperplasia_0no_1yes_99unknown, 2, atypical_hyperplasia_0no_1yes_99unknown"
  })
  void whatTheTablesDoNotHoldHasNoNumber(String input, String value, String blamed) {
    Map<String, String> row = korean();
    row.put(input, value);
    Map<String, String> answer = RowEvaluation.evaluate(model, row);
    assertThat(answer.get("absolute_risk_pct")).isEmpty();
    assertThat(answer.get("not_for_use"))
        .contains("absolute_risk_pct:OUT_OF_RANGE(" + blamed + ")");
  }

  @Test
  void whatABiopsyShowedIsNeededOnlyAfterABiopsy() {
    Map<String, String> row = korean();
    row.remove(HYPERPLASIA);
    assertThat(RowEvaluation.evaluate(model, row).get("not_for_use"))
        .contains("rr_under_50:INPUT_MISSING(" + HYPERPLASIA + ")");
    row.put("n_biopsies", "0");
    assertThat(RowEvaluation.evaluate(model, row).get("rr_under_50")).isNotEmpty();
  }

  @Test
  void aNumberIsNeverServed() {
    assertThat(RowEvaluation.evaluate(model, korean()).get("not_for_use"))
        .isEqualTo(
            "absolute_risk_pct:NOT_SERVED;average_woman_risk_pct:NOT_SERVED;rr_under_50:NOT_SERVED;rr_50_plus:NOT_SERVED");
  }

  private Map<String, String> answer(String input, String value) {
    Map<String, String> row = korean();
    row.put(input, value);
    Map<String, String> answer = new HashMap<>(RowEvaluation.evaluate(model, row));
    answer.remove("not_for_use");
    return answer;
  }

  private double average(String from, String to) {
    Map<String, String> row = korean();
    row.put("age_now", from);
    row.put("age_projection", to);
    return Double.parseDouble(
        RowEvaluation.evaluate(model, row).getOrDefault("average_woman_risk_pct", ""));
  }

  private static Map<String, String> korean() {
    return new HashMap<>(
        Map.of(
            "age_now",
            "45",
            "age_projection",
            "55",
            "n_biopsies",
            "1",
            HYPERPLASIA,
            "0",
            "age_menarche",
            "12",
            FIRST_BIRTH,
            "27",
            "n_first_degree_relatives",
            "1",
            "race_code",
            "11"));
  }
}
