package health.lifelong.analytics.lung.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.lifelong.analytics.model.algorithm.RowEvaluation;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LungCancerRiskTest {
  private static final String RISK = "lung_cancer_6y";

  private final LungCancerRisk model = new LungCancerRisk();

  @Test
  void theCentredPersonWith80CigarettesHasTheRiskOfTheReference() {
    Map<String, String> row = centred();
    row.put("cigarettes_per_day", "80");
    assertThat(100 * risk(row)).isCloseTo(1.75, within(0.005));
  }

  @Test
  void whoNeverSmokedGetsNoNumber() {
    Map<String, String> row = centred();
    row.put("cigarettes_per_day", "0");
    assertThat(RowEvaluation.evaluate(model, row))
        .containsEntry(RISK, "")
        .containsEntry("not_for_use", RISK + ":POPULATION(cigarettes_per_day)");
  }

  @Test
  void whoSmokesNowNeedsNoYearsSinceQuitting() {
    Map<String, String> row = centred();
    row.put("current_smoker", "1");
    double stated = risk(row);
    row.remove("years_since_quit");
    assertThat(risk(row)).isEqualTo(stated);
  }

  @Test
  void whoStoppedAtAnUnknownTimeIsAsked() {
    Map<String, String> row = centred();
    row.remove("years_since_quit");
    assertThat(RowEvaluation.evaluate(model, row))
        .containsEntry("not_for_use", RISK + ":INPUT_MISSING(years_since_quit)");
  }

  private double risk(Map<String, String> row) {
    return Double.parseDouble(RowEvaluation.evaluate(model, row).getOrDefault(RISK, ""));
  }

  private static Map<String, String> centred() {
    Map<String, String> row = new HashMap<>();
    row.putAll(
        Map.of(
            "age_years", "62",
            "race", "white",
            "education_level_1_6", "4",
            "bmi_kg_m2", "27",
            "copd", "0"));
    row.putAll(
        Map.of(
            "personal_cancer_history", "0",
            "family_history_lung_cancer", "0",
            "current_smoker", "0",
            "cigarettes_per_day", "20",
            "smoking_duration_years", "27",
            "years_since_quit", "10"));
    return row;
  }
}
