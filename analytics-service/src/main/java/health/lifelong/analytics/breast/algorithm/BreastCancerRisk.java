package health.lifelong.analytics.breast.algorithm;

import health.lifelong.analytics.model.domain.Exclusion;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelOutput;
import health.lifelong.analytics.model.domain.OutputValue;
import health.lifelong.analytics.model.domain.OutputValue.NoValue;
import health.lifelong.analytics.model.domain.RefusalReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * BCRAT, the Gail model (Gail 1989, Costantino 1999, Matsuno 2011): risk of invasive breast cancer
 * between two ages, in per cent. Its incidence is that of the US of the late 1990s and too low for
 * Korean women of today, so it is evaluated and never served.
 */
public final class BreastCancerRisk implements Model {
  static final String BIOPSIES = "n_biopsies";
  static final String HYPERPLASIA = "atypical_hyperplasia_0no_1yes_99unknown";
  static final String MENARCHE = "age_menarche";
  static final String FIRST_BIRTH = "age_first_birth_98nulliparous";
  static final String RELATIVES = "n_first_degree_relatives";
  private static final String AGE = "age_now";
  private static final String PROJECTION = "age_projection";
  private static final String GROUP = "race_code";

  /** Ages for which the tables have rates. */
  private static final double FIRST_AGE = 20;

  private static final double LAST_AGE = 90;
  private static final double GROUPS = 11;
  private static final double UNKNOWN = 99;
  private static final Set<Double> HYPERPLASIA_CODES = Set.of(0.0, 1.0, UNKNOWN);

  private static final String[] FACTORS = {BIOPSIES, MENARCHE, FIRST_BIRTH, RELATIVES, GROUP};

  private static final GailRisk RISK = new GailRisk(GailConstants.load());

  private static final ModelCard CARD =
      ModelCard.of("bcrat_gail", "1.0.0")
          .title("유방암 위험도 (BCRAT, Gail)", "Breast cancer risk (BCRAT, Gail)")
          .purpose("How likely invasive breast cancer is between two ages.")
          .population(
              "US women of 35-84 years in eleven groups of origin; Koreans take other Asian (11).")
          .input(ModelInput.number(AGE, "a", 35.0, 84.0, "age"))
          .input(ModelInput.number(PROJECTION, "a", FIRST_AGE, LAST_AGE, "age to look ahead to"))
          .input(ModelInput.number(BIOPSIES, "1", 0.0, 98.0, "breast biopsies"))
          .input(
              ModelInput.number(HYPERPLASIA, "1", 0.0, UNKNOWN, "a biopsy showed atypical cells"))
          .input(ModelInput.number(MENARCHE, "a", 5.0, UNKNOWN, "age at the first period"))
          .input(ModelInput.number(FIRST_BIRTH, "a", 9.0, UNKNOWN, "age at the first birth"))
          .input(
              ModelInput.number(
                  RELATIVES, "1", 0.0, 98.0, "mother, sisters and daughters with breast cancer"))
          .input(ModelInput.number(GROUP, "1", 1.0, GROUPS, "group of origin"))
          .output(
              new ModelOutput(
                  "absolute_risk_pct",
                  "%",
                  "risk between the two ages",
                  List.of(AGE, PROJECTION, BIOPSIES, MENARCHE, FIRST_BIRTH, RELATIVES, GROUP),
                  List.of(HYPERPLASIA)))
          .output(
              ModelOutput.of(
                  "average_woman_risk_pct",
                  "%",
                  "the same for the average woman of the group",
                  AGE,
                  PROJECTION,
                  GROUP))
          .output(relative("rr_under_50", "relative risk below 50"))
          .output(relative("rr_50_plus", "relative risk from 50 on"))
          .formula(
              """
              RR = exp(NB·β1 + AM·β2 + AF·β3 + NR·β4 + AF·NR·β6 + ln H), from 50 on with NB·β5; h1 = (1 − AR)·RR·λ1, h = h1 + λ2
              risk = Σ over slices of a year (h1/h)·exp(−Λ)·(1 − exp(−h·d)); Λ += h·d""")
          .source("Gail MH et al., J Natl Cancer Inst 1989;81:1879-1886", "10.1093/jnci/81.24.1879")
          .source(
              "Costantino JP et al., J Natl Cancer Inst 1999;91:1541-1548",
              "10.1093/jnci/91.18.1541")
          .source("Matsuno RK et al., J Natl Cancer Inst 2011;103:951-961", "10.1093/jnci/djr154")
          .limit(
              "US incidence of the late 1990s: Korean incidence is now higher and peaks earlier; the number is indicative only and not served.")
          .limit(
              "Not for women with earlier breast cancer, DCIS, LCIS, radiation of the chest or a known BRCA1 or BRCA2 variant.")
          .limit("99 is unknown, and the model's own coding then takes the lowest step.")
          .excludes(Exclusion.CANCER_THERAPY)
          .evaluateOnly()
          .build();

  @Override
  public ModelCard card() {
    return CARD;
  }

  @Override
  public OutputValue compute(ModelOutput output, Inputs in) {
    List<String> bad = undefined(output, in);
    if (!bad.isEmpty()) {
      return new NoValue(RefusalReason.OUT_OF_RANGE, bad, "the model has no step or rate for this");
    }
    int group = (int) in.number(GROUP);
    if (output.name().equals("average_woman_risk_pct")) {
      return new OutputValue.Numeric(
          RISK.averagePercent(group, in.number(AGE), in.number(PROJECTION)));
    }
    if (hasBiopsy(in) && !in.has(HYPERPLASIA)) {
      return new NoValue(
          RefusalReason.INPUT_MISSING, List.of(HYPERPLASIA), "what a biopsy showed is needed");
    }
    GailFactors factors = GailFactors.of(group, in);
    return new OutputValue.Numeric(
        switch (output.name()) {
          case "absolute_risk_pct" ->
              RISK.absolutePercent(factors, in.number(AGE), in.number(PROJECTION));
          case "rr_under_50" -> RISK.relative(factors, false);
          case "rr_50_plus" -> RISK.relative(factors, true);
          default -> throw new IllegalArgumentException(output.name());
        });
  }

  /** Inputs that the model's coding or its tables do not hold. */
  private static List<String> undefined(ModelOutput output, Inputs in) {
    List<String> bad = new ArrayList<>();
    double group = in.number(GROUP);
    if (group < 1 || group > GROUPS || group != StrictMath.rint(group)) {
      bad.add(GROUP);
    }
    if (output.needs().contains(AGE)) {
      if (in.number(AGE) < FIRST_AGE || in.number(AGE) >= LAST_AGE) {
        bad.add(AGE);
      }
      if (in.number(PROJECTION) <= in.number(AGE) || in.number(PROJECTION) > LAST_AGE) {
        bad.add(PROJECTION);
      }
    }
    for (String count : List.of(BIOPSIES, RELATIVES)) {
      if (output.needs().contains(count) && !isCount(in.number(count))) {
        bad.add(count);
      }
    }
    for (String age : List.of(MENARCHE, FIRST_BIRTH)) {
      if (output.needs().contains(age) && in.number(age) <= 0) {
        bad.add(age);
      }
    }
    boolean reads = output.reads().contains(HYPERPLASIA);
    if (reads && !in.maybeNumber(HYPERPLASIA).map(HYPERPLASIA_CODES::contains).orElse(true)) {
      bad.add(HYPERPLASIA);
    }
    return bad;
  }

  private static boolean isCount(double value) {
    return value >= 0 && value == StrictMath.rint(value);
  }

  private static boolean hasBiopsy(Inputs in) {
    return in.number(BIOPSIES) > 0 && in.number(BIOPSIES) != UNKNOWN;
  }

  private static ModelOutput relative(String name, String meaning) {
    return new ModelOutput(name, "1", meaning, List.of(FACTORS), List.of(HYPERPLASIA));
  }
}
