package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.model.domain.ModelCard;
import java.util.List;

/** Cards of what the engine says of change, of gaps, of disagreement and of the plan. */
final class ActionCards {
  private static final String INFORMATION =
      "Information for adults from cited studies and the region's schedule; no diagnosis, no treatment.";

  private ActionCards() {}

  static final ModelCard WHAT_IF =
      ModelCard.of("what_if", "1.0.0")
          .title("바꿀 수 있는 것", "What you could change")
          .purpose("What studies say of one change, from where the person stands to a safe target.")
          .population("As each study states; it is named beside its effect.")
          .formula(
              "ratio^(way/per) on the cumulative hazard of PREVENT where the study counted the same outcome; both ends of the study's interval")
          .limit("Five levers: smoking, activity, weight, blood pressure and LDL through care.")
          .limit("Never a medicine, a diagnosis, age, sex or alcohol; never below BMI 18.5.")
          .limit("One lever at a time; effects are not multiplied.")
          .limit(
              "Outcomes of trials and of PREVENT overlap and are not the same to the letter: CTT also counts revascularisation.")
          .regulatoryClass(
              "Risk information for adults, assumed software medical device class IIa (EU), 2 (Korea).")
          .build();

  static final ModelCard NEXT_MEASUREMENT =
      ModelCard.of("next_measurement", "1.0.0")
          .title("더 알려 줄 것", "What would tell you more")
          .purpose("Which missing test or answer would let the served models say most.")
          .population("Everybody whom the region's models are served to.")
          .formula(
              "Shapley share of each missing thing in every model that stays silent without it, weighted by the region's priority and raised where the person's own results are outside their range")
          .source("Shapley LS, A value for n-person games, 1953", null)
          .limit("It ranks by what can be said, not by cost or by risk of the test.")
          .regulatoryClass(INFORMATION)
          .build();

  static final ModelCard DISCORDANCE =
      ModelCard.of("discordance", "1.0.0")
          .title("서로 맞지 않는 것", "What does not fit together")
          .purpose("Answers, measurements, devices and genes in one record that disagree.")
          .population("Everybody.")
          .formula("rules with the region's limits; two sides within the region's window of days")
          .limit("It says that two things disagree, and never that somebody told a lie.")
          .limit("Measured counts over inherited and over told.")
          .limit("A medicine and a gene that do not fit are for the clinician first.")
          .regulatoryClass(INFORMATION)
          .build();

  static final ModelCard PLAN =
      ModelCard.of("plan", "1.0.0")
          .title("나의 계획", "Your plan")
          .purpose("At most three things to do, and what the next checkup is for, with reasons.")
          .population("Adults, by the region's schedule.")
          .formula(
              "second looks left open, second looks due, the lever with the largest smaller end of its effect, the gap that would say most; schedule by age and sex, sooner by the person's own results")
          .limit("The schedule is a proposal; the person's doctor may want another day.")
          .limit("Rows of the schedule that nobody has confirmed are not served.")
          .regulatoryClass(INFORMATION)
          .build();

  static final ModelCard FUSED_RISK =
      ModelCard.of("fused_risk", "1.0.0")
          .title("함께 본 심장과 혈관", "Heart and vessels, seen together")
          .purpose(
              "The 10-year heart risk with the habits and genes that may enter it, and what stands beside it and why.")
          .population("That of PREVENT base, as the region's pack names it.")
          .formula(
              "mean-preserving factors on PREVENT base, one after the other: habits, then genes; interval by propagation of their errors on the log cumulative hazard; contributions sum to the whole")
          .limit(
              "A factor enters only for the same outcome, measured in the same population, not already in the baseline, with an interval and a counted spread.")
          .limit("PREVENT prints no error of its own, so the interval is that of the factors only.")
          .limit("What stands beside is said in words and never multiplied.")
          .regulatoryClass(
              "Risk information for adults, assumed software medical device class IIa (EU), 2 (Korea).")
          .build();

  static List<ModelCard> all() {
    return List.of(WHAT_IF, NEXT_MEASUREMENT, DISCORDANCE, PLAN, FUSED_RISK);
  }
}
