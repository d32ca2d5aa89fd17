package health.lifelong.analytics.diabetes.algorithm;

import health.lifelong.analytics.model.domain.Exclusion;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelOutput;
import health.lifelong.analytics.model.domain.OutputValue;
import health.lifelong.vocabulary.CsvTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Korean screening score for undiagnosed diabetes (Lee, Diabetes Care 2012;35:1723): 0 to 11
 * points. The table of points is not verified against the paper, so it lies in a table of its own
 * and the score is never served.
 */
public final class KoreanDiabetesScore implements Model {
  private static final String TABLE = "/models/korean_diabetes_score_lee2012.csv";
  private static final String ANY_SEX = "A";
  private static final int HIGH_FROM = 5;

  private static final String[] NEEDS = {
    "sex",
    "age_years",
    "family_history_first_degree",
    "hypertension",
    "waist_cm",
    "current_smoker",
    "alcohol_drinks_per_day"
  };

  private static final Map<String, List<Step>> ITEMS = load();

  private static final ModelCard CARD =
      ModelCard.of("korean_diabetes_score_lee2012", "1.0.0")
          .title("한국인 당뇨병 선별 점수 (Lee 2012)", "Korean diabetes screening score (Lee 2012)")
          .purpose("Whether undiagnosed diabetes should be looked for, without a blood sample.")
          .population("Korean adults of 20 years and over (KNHANES).")
          .input(ModelInput.sex())
          .input(ModelInput.number("age_years", "a", 20.0, null, "age"))
          .input(ModelInput.flag("family_history_first_degree", "parent or sibling with diabetes"))
          .input(ModelInput.flag("hypertension", "has hypertension"))
          .input(ModelInput.positive("waist_cm", "cm", "waist"))
          .input(ModelInput.flag("current_smoker", "smokes now"))
          .input(ModelInput.number("alcohol_drinks_per_day", "/d", 0.0, null, "drinks a day"))
          .output(ModelOutput.of("score", "1", "points", NEEDS))
          .output(ModelOutput.of("high_risk_ge5", "1", "five points or more", NEEDS))
          .formula("the points of six items, by the highest step that is reached in each")
          .source("Lee YH et al., Diabetes Care 2012;35:1723-1730", "10.2337/dc11-2347")
          .limit("UNVERIFIED: the table of points is not checked against the paper; never served.")
          .limit("Not for people who are known to have diabetes.")
          .excludes(Exclusion.PREGNANCY)
          .evaluateOnly()
          .build();

  /** Points from a value on, for one sex or for any. */
  private record Step(String sex, double from, int points) {}

  @Override
  public ModelCard card() {
    return CARD;
  }

  @Override
  public OutputValue compute(ModelOutput output, Inputs in) {
    int score = ITEMS.keySet().stream().mapToInt(item -> points(item, in)).sum();
    return switch (output.name()) {
      case "score" -> new OutputValue.Numeric(score);
      case "high_risk_ge5" -> new OutputValue.Flag(score >= HIGH_FROM);
      default -> throw new IllegalArgumentException(output.name());
    };
  }

  private static int points(String item, Inputs in) {
    double value =
        switch (CARD.input(item).kind()) {
          case NUMBER -> in.number(item);
          case FLAG -> in.flag(item) ? 1 : 0;
          case TEXT -> throw new IllegalStateException("no points are given for words: " + item);
        };
    return ITEMS.getOrDefault(item, List.of()).stream()
        .filter(step -> step.sex().equals(ANY_SEX) || step.sex().equals(in.sex().name()))
        .filter(step -> value >= step.from())
        .mapToInt(Step::points)
        .max()
        .orElse(0);
  }

  private static Map<String, List<Step>> load() {
    Map<String, List<Step>> items = new HashMap<>();
    for (CsvTable.Row row : CsvTable.resource(KoreanDiabetesScore.class, TABLE).rows()) {
      items
          .computeIfAbsent(row.require("item"), item -> new ArrayList<>())
          .add(
              new Step(
                  row.require("sex"),
                  Double.parseDouble(row.require("from")),
                  Integer.parseInt(row.require("points"))));
    }
    return items;
  }
}
