package health.lifelong.analytics.setpoint.algorithm;

import health.lifelong.analytics.model.domain.Exclusion;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelOutput;

/** The card of the personal set-point. */
public final class SetPointCard {
  private static final String[] NEEDS = {"item", "sex", "age_years", "series"};

  /** The card; the method reads a series, not a row, and has no evaluation face. */
  public static final ModelCard CARD =
      ModelCard.of("setpoint", "1.0.0")
          .title("개인 기준점", "Personal set-point")
          .purpose("What is normal for this person, and whether a visit departs from it.")
          .population(
              "Prior: Korean screenees (2.5-97.5 percentiles) first, Japanese common intervals where they lack; variation: European healthy adults.")
          .input(ModelInput.choice("item", "catalogue code"))
          .input(ModelInput.sex())
          .input(ModelInput.number("age_years", "a", 18.0, null, "age"))
          .input(ModelInput.choice("series", "dates and values above zero, in the item's unit"))
          .output(ModelOutput.of("setpoint", "item", "posterior mean of the person's level", NEEDS))
          .output(ModelOutput.of("sd", "item", "posterior standard deviation of the level", NEEDS))
          .output(
              ModelOutput.of(
                  "interval", "item", "where the level lies with probability 0.95", NEEDS))
          .output(
              ModelOutput.of(
                  "prediction",
                  "item",
                  "where the next visit lies with probability 0.95 if nothing has changed",
                  NEEDS))
          .output(
              ModelOutput.of(
                  "verdicts",
                  "1",
                  "for each visit the change from the one before against the log-normal reference change value, and whether the earlier visits expected it",
                  NEEDS))
          .formula(
              """
              level ~ N(m, τ²), visit ~ N(level, σ²), on the logarithmic scale where the population's limits differ by a factor of 2 or more
              m = middle of the population interval; σ² = within-person + analytical variance; τ² = ((upper − lower)/3.92)² − σ²
              posterior precision 1/τ² + n/σ²; interval and prediction are quantiles carried back to the item's unit""")
          .source(
              "McIntosh MW, Urban N, Biostatistics 2003;4:27-40 (parametric empirical Bayes)",
              "10.1093/biostatistics/4.1.27")
          .source("Fokkema MR et al., Clin Chem 2006;52:1602-1603 (reference change value)", null)
          .source("Carobene A et al., Clin Chem Lab Med 2022 (EuBIVAS)", "10.1515/cclm-2021-0370")
          .limit(
              "Items without a verified population interval get the reference change value only; items without sourced variation are refused.")
          .limit(
              "The analytical variation is the desirable one (half of the within-person variation) until an institute gives its own.")
          .limit(
              "Noise around the middle of the population is used for everyone; it is not yet learned from the person.")
          .limit(
              "A change of method, unit or centre starts a new series; visits in pregnancy or illness are left out by the caller.")
          .excludes(Exclusion.PREGNANCY)
          .build();

  private SetPointCard() {}
}
