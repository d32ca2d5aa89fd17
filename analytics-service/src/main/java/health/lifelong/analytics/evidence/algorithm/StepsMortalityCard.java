package health.lifelong.analytics.evidence.algorithm;

import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelOutput;

/** The card of the curve of steps against mortality. */
public final class StepsMortalityCard {
  /** The card; the curve is read at one amount and has no evaluation face. */
  public static final ModelCard CARD =
      ModelCard.of("steps_mortality", "1.0.0")
          .title("걸음 수와 사망률", "Daily steps and mortality")
          .purpose("What cohorts saw in people who walk as much as this person.")
          .population("15 cohorts, 47,471 adults, 3,013 deaths, device-counted steps.")
          .input(
              ModelInput.number(
                  "steps_per_day",
                  "{steps}/d",
                  3553.0,
                  10901.0,
                  "average steps a day, counted by a device"))
          .output(
              ModelOutput.of(
                  "hazard_ratio",
                  "1",
                  "of death from any cause against 3,553 steps a day, with its interval",
                  "steps_per_day"))
          .formula(
              "ln HR straight between the published points 3,553 (1), 5,801 (0.60), 7,842 (0.55), 10,901 (0.47); nothing beyond them")
          .source(
              "Paluch AE et al., Lancet Public Health 2022;7:e219-e228",
              "10.1016/S2468-2667(21)00302-9")
          .limit("An association: people who are ill walk less.")
          .limit("Phones count fewer steps than they are walked when they are not carried.")
          .limit(
              "From 60 years the curve levels off at 6,000-8,000 steps, below 60 at 8,000-10,000.")
          .regulatoryClass("General wellness information, no medical device function is assumed.")
          .build();

  private StepsMortalityCard() {}
}
