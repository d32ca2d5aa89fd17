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
      ModelCard.of("setpoint", "2.0.0")
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
              level ~ N(m, τ²) and drifts as an Ornstein-Uhlenbeck process around m that gains 0.005·(σw² + σa²) of variance a year; on the logarithmic scale where the population's limits differ by a factor of 2 or more
              visit ~ N(level, σw² + σa² + d²/12), the last term where the value is rounded to the item's step d (on the logarithmic scale divided by the square of the expected value)
              m = middle of the population interval of sex and age; σw² within-person, σa² analytical variance; τ² = ((upper − lower)/3.92)² − σw² − σa²
              setpoint, sd and interval: the normal posterior in closed form, carried back to the item's unit
              prediction of a visit a year on: posterior mean ± t·√(r·S), S = posterior variance + noise; r = (10 + Σe²)/(10 + k) over the person's own k standardised prediction errors e (e² at most 9), t = Student's quantile of (10 + k)²/k degrees of freedom
              a visit more than 3·√r standard deviations outside its prediction stays out of the level until the next one falls outside on the same side; where the level rests on one visit, the two outvote it
              a declared change of unit, method, centre or analyser, or a shift found in the stream of the centre, starts a new line with the prior alone
              trajectory: least squares over at least 4 visits and 2 years of the line, variance (10·σ² + residual squares)/(10 + n − 2), Student's interval; given only if it excludes 0; a date, with Fieller's interval, no further ahead than the line was followed and 10 years""")
          .source(
              "McIntosh MW, Urban N, Biostatistics 2003;4:27-40 (parametric empirical Bayes)",
              "10.1093/biostatistics/4.1.27")
          .source(
              "Abramowitz M, Stegun IA, Handbook of Mathematical Functions 1964, 26.7.5 (Student's quantile); Satterthwaite FE, Biometrics Bull 1946;2:110-114",
              null)
          .source("Fokkema MR et al., Clin Chem 2006;52:1602-1603 (reference change value)", null)
          .source("Carobene A et al., Clin Chem Lab Med 2022 (EuBIVAS)", "10.1515/cclm-2021-0370")
          .limit(
              "Items without a verified population interval get the reference change value only; items without sourced variation are refused.")
          .limit(
              "The analytical variation is the desirable one (half of the within-person variation) until an institute gives its own.")
          .limit(
              "Drift, the weight of a person's own errors and the outer bound are assumptions until they are learned from the institute's own series.")
          .limit(
              "Simulated stable persons (visits 2-10, 58 items by sex, 100,000 each): 4.90 to 5.02 % of visits fall outside as assumed, 5.55 to 5.99 % with log-normal noise, person-specific deviations (CV 30 %), rounding and 1 % outliers of 6 deviations.")
          .limit(
              "Values reported more coarsely than the catalogue's decimals are read as if they were exact to those decimals.")
          .limit(
              "What is not declared is no change; a shift of one within-person standard deviation is found after about 100 persons of the centre, and not where hardly anyone there has been before.")
          .limit("Visits in pregnancy or illness are left out by the caller.")
          .excludes(Exclusion.PREGNANCY)
          .build();

  private SetPointCard() {}
}
