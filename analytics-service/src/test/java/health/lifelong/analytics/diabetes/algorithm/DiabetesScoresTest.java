package health.lifelong.analytics.diabetes.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.model.algorithm.RowEvaluation;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiabetesScoresTest {
  @ParameterizedTest(name = "{0} = {1} gives {2}")
  @CsvSource({
    "age_years, 44, 0",
    "age_years, 45, 2",
    "age_years, 54, 2",
    "age_years, 55, 3",
    "age_years, 64, 3",
    "age_years, 65, 4",
    "bmi_kg_m2, 24.9, 0",
    "bmi_kg_m2, 25, 1",
    "bmi_kg_m2, 30, 1",
    "bmi_kg_m2, 30.1, 3",
    "waist_cm, 93.9, 0",
    "waist_cm, 94, 3",
    "waist_cm, 102, 3",
    "waist_cm, 102.1, 4",
    "active_30min_daily, 0, 2",
    "vegetables_fruit_daily, 0, 1",
    "bp_medication_ever, 1, 2",
    "high_glucose_ever, 1, 5",
    "family_history_diabetes, second_degree, 3",
    "family_history_diabetes, first_degree, 5"
  })
  void eachAnswerOfFindriscAddsItsPoints(String input, String value, String points) {
    Map<String, String> row = lean();
    row.put(input, value);
    assertThat(RowEvaluation.evaluate(new Findrisc(), row)).containsEntry("score", points);
  }

  @Test
  void theHighestScoreOfFindriscIs26() {
    Map<String, String> row = lean();
    row.putAll(
        Map.of(
            "age_years",
            "70",
            "bmi_kg_m2",
            "33",
            "waist_cm",
            "110",
            "active_30min_daily",
            "0",
            "vegetables_fruit_daily",
            "0",
            "bp_medication_ever",
            "1",
            "high_glucose_ever",
            "1",
            "family_history_diabetes",
            "first_degree"));
    assertThat(RowEvaluation.evaluate(new Findrisc(), row))
        .containsEntry("score", "26")
        .containsEntry("category", "VERY_HIGH")
        .containsEntry("not_for_use", "score:NOT_SERVED;category:NOT_SERVED");
  }

  @Test
  void anUnansweredQuestionIsNeverNo() {
    Map<String, String> row = lean();
    row.remove("high_glucose_ever");
    assertThat(RowEvaluation.evaluate(new Findrisc(), row))
        .containsEntry("score", "")
        .containsEntry(
            "not_for_use",
            "score:UNKNOWN_HISTORY(high_glucose_ever);category:UNKNOWN_HISTORY(high_glucose_ever)");
  }

  @ParameterizedTest(name = "{0}, {1} cm: {2}")
  @CsvSource({"M, 83.9, 0", "M, 84, 2", "M, 90, 3", "F, 76.9, 0", "F, 77, 2", "F, 84, 3"})
  void waistOfTheKoreanScoreCountsBySex(String sex, String waist, String points) {
    Map<String, String> row =
        new HashMap<>(
            Map.of(
                "age_years", "30",
                "family_history_first_degree", "0",
                "hypertension", "0",
                "current_smoker", "0",
                "alcohol_drinks_per_day", "0"));
    row.put("sex", sex);
    row.put("waist_cm", waist);
    assertThat(RowEvaluation.evaluate(new KoreanDiabetesScore(), row))
        .containsEntry("score", points)
        .containsEntry("high_risk_ge5", "0");
  }

  @Test
  void theHighestKoreanScoreIs11AndUnverified() {
    Map<String, String> row =
        Map.of(
            "sex", "F",
            "age_years", "60",
            "family_history_first_degree", "1",
            "hypertension", "1",
            "waist_cm", "100",
            "current_smoker", "1",
            "alcohol_drinks_per_day", "8");
    assertThat(RowEvaluation.evaluate(new KoreanDiabetesScore(), row))
        .containsEntry("score", "11")
        .containsEntry("high_risk_ge5", "1")
        .containsEntry("not_for_use", "score:NOT_SERVED;high_risk_ge5:NOT_SERVED");
  }

  private static Map<String, String> lean() {
    return new HashMap<>(
        Map.of(
            "sex", "M",
            "age_years", "30",
            "bmi_kg_m2", "22",
            "waist_cm", "80",
            "active_30min_daily", "1",
            "vegetables_fruit_daily", "1",
            "bp_medication_ever", "0",
            "high_glucose_ever", "0",
            "family_history_diabetes", "none"));
  }
}
