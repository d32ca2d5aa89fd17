package health.lifelong.analytics.lung.algorithm;

import health.lifelong.analytics.model.domain.Exclusion;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelOutput;
import health.lifelong.analytics.model.domain.OutputValue;
import health.lifelong.analytics.model.domain.OutputValue.NoValue;
import health.lifelong.analytics.model.domain.RefusalReason;
import java.util.List;

/**
 * PLCOm2012 (Tammemägi, NEJM 2013;368:728): probability of lung cancer within 6 years in people who
 * smoke or have smoked. Evaluated only: no programme of the region screens by it.
 */
public final class LungCancerRisk implements Model {
  private static final String CIGARETTES = "cigarettes_per_day";
  private static final String SINCE_QUIT = "years_since_quit";

  private static final ModelCard CARD =
      ModelCard.of("plcom2012", "1.0.0")
          .title("폐암 위험도 (PLCOm2012)", "Lung cancer risk (PLCOm2012)")
          .purpose("How likely lung cancer is within 6 years in someone who smokes or smoked.")
          .population("US trial participants of 55-74 years who ever smoked.")
          .input(ModelInput.number("age_years", "a", 55.0, 74.0, "age"))
          .input(
              ModelInput.choice(
                  "race",
                  "origin",
                  "white",
                  "black",
                  "hispanic",
                  "asian",
                  "american indian",
                  "native hawaiian"))
          .input(
              ModelInput.number(
                  "education_level_1_6", "1", 1.0, 6.0, "education, 1 lowest to 6 postgraduate"))
          .input(ModelInput.positive("bmi_kg_m2", "kg/m2", "body mass index"))
          .input(ModelInput.flag("copd", "has chronic obstructive lung disease"))
          .input(ModelInput.flag("personal_cancer_history", "had cancer before"))
          .input(
              ModelInput.flag(
                  "family_history_lung_cancer", "parent, sibling or child had lung cancer"))
          .input(ModelInput.flag("current_smoker", "smokes now"))
          .input(ModelInput.positive(CIGARETTES, "/d", "cigarettes a day"))
          .input(ModelInput.number("smoking_duration_years", "a", 0.0, null, "years of smoking"))
          .input(ModelInput.number(SINCE_QUIT, "a", 0.0, null, "years since quitting"))
          .output(
              new ModelOutput(
                  "lung_cancer_6y",
                  "1",
                  "probability within 6 years",
                  List.of(
                      "age_years",
                      "race",
                      "education_level_1_6",
                      "bmi_kg_m2",
                      "copd",
                      "personal_cancer_history",
                      "family_history_lung_cancer",
                      "current_smoker",
                      CIGARETTES,
                      "smoking_duration_years"),
                  List.of(SINCE_QUIT)))
          .formula(
              """
              p = 1/(1 + e^−x); x = −4.532506 + 0.0778868(age − 62) − 0.0812744(education − 4) − 0.0274194(BMI − 27) + 0.3553063·COPD
                + 0.4589971·prior cancer + 0.587185·family history + 0.2597431·smokes now − 1.822606(10/cigarettes − 0.4021541613)
                + 0.0317321(duration − 27) − 0.0308572(years since quitting − 10), 0 years for one who smokes; + origin""")
          .source("Tammemägi MC et al., N Engl J Med 2013;368:728-736", "10.1056/NEJMoa1211776")
          .limit("For people who smoke or smoked only; a never-smoker gets no number.")
          .limit("Thresholds for screening differ by programme and are not given.")
          .limit("US population; the term for Asian origin rests on few people; not served.")
          .excludes(Exclusion.CANCER_THERAPY)
          .evaluateOnly()
          .build();

  @Override
  public ModelCard card() {
    return CARD;
  }

  @Override
  public OutputValue compute(ModelOutput output, Inputs in) {
    if (in.number(CIGARETTES) <= 0) {
      return new NoValue(
          RefusalReason.POPULATION, List.of(CIGARETTES), "for people who smoke or smoked only");
    }
    boolean smokes = in.flag("current_smoker");
    if (!smokes && !in.has(SINCE_QUIT)) {
      return new NoValue(
          RefusalReason.INPUT_MISSING, List.of(SINCE_QUIT), "the years since quitting are needed");
    }
    double sinceQuit = smokes ? 0 : in.number(SINCE_QUIT);
    double x =
        -4.532506
            + 0.0778868 * (in.number("age_years") - 62)
            - 0.0812744 * (in.number("education_level_1_6") - 4)
            - 0.0274194 * (in.number("bmi_kg_m2") - 27)
            + (in.flag("copd") ? 0.3553063 : 0)
            + (in.flag("personal_cancer_history") ? 0.4589971 : 0)
            + (in.flag("family_history_lung_cancer") ? 0.587185 : 0)
            + (smokes ? 0.2597431 : 0)
            - 1.822606 * (10 / in.number(CIGARETTES) - 0.4021541613)
            + 0.0317321 * (in.number("smoking_duration_years") - 27)
            - 0.0308572 * (sinceQuit - 10)
            + origin(in.text("race"));
    return new OutputValue.Numeric(1 / (1 + StrictMath.exp(-x)));
  }

  private static double origin(String race) {
    return switch (race) {
      case "white", "american indian" -> 0;
      case "black" -> 0.3944778;
      case "hispanic" -> -0.7434744;
      case "asian" -> -0.466585;
      case "native hawaiian" -> 1.027152;
      default -> throw new IllegalArgumentException("no such origin");
    };
  }
}
