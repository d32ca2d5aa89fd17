package health.lifelong.analytics.fusion.algorithm;

import health.lifelong.analytics.fusion.domain.FusedRisk;
import health.lifelong.analytics.fusion.domain.FusedRisk.Beside;
import health.lifelong.analytics.fusion.domain.FusedRisk.Contribution;
import health.lifelong.analytics.fusion.domain.FusedRisk.Range;
import health.lifelong.analytics.fusion.domain.FusedRisk.Why;
import health.lifelong.analytics.fusion.domain.FusionBaseline;
import health.lifelong.analytics.fusion.domain.FusionFactor;
import health.lifelong.analytics.fusion.domain.Link;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clinical risk with genetic and lifestyle factors, each of which keeps the mean of the
 * population (genomics reference, section 7). Factors enter one after the other: each keeps the
 * mean given those before it, so that all of them together keep it too, and what each adds is the
 * step it makes. Errors are propagated to first order on the log cumulative hazard, taken as
 * independent.
 */
public final class RiskFusion {
  private static final double LOWEST = 0.001;
  private static final double HIGHEST = 0.99;

  /** Two-sided 95 % of the normal distribution. */
  private static final double Z95 = 1.959963984540054;

  /** Step of the central difference, in standard errors. */
  private static final double DIFFERENCE = 0.05;

  private RiskFusion() {}

  /** The risk with the factors that may enter; without any it is the baseline to the bit. */
  public static FusedRisk fuse(FusionBaseline baseline, List<FusionFactor> factors) {
    Admission admission = Admission.of(baseline, factors);
    List<Term> terms = admission.entering().stream().map(Term::of).toList();
    List<Contribution> contributions = new ArrayList<>();
    double risk = baseline.risk();
    for (Term term : terms) {
      double after = term.risk(risk);
      contributions.add(new Contribution(term.factor(), after - risk));
      risk = after;
    }
    if (!terms.isEmpty() && !(risk >= LOWEST && risk <= HIGHEST)) {
      List<Beside> beside = new ArrayList<>(admission.beside());
      admission.entering().forEach(factor -> beside.add(new Beside(factor, Why.OUT_OF_BOUNDS)));
      return result(baseline, baseline.risk(), List.of(), List.of(), beside);
    }
    return result(baseline, risk, terms, contributions, admission.beside());
  }

  private static FusedRisk result(
      FusionBaseline baseline,
      double risk,
      List<Term> terms,
      List<Contribution> contributions,
      List<Beside> beside) {
    return new FusedRisk(
        baseline,
        risk,
        interval(baseline, risk, terms),
        baseline.logHazardError() != null,
        contributions,
        beside);
  }

  private static @Nullable Range interval(FusionBaseline baseline, double risk, List<Term> terms) {
    double variance = 0;
    Double own = baseline.logHazardError();
    if (own != null && own > 0) {
      variance += square(own * baselineSlope(baseline, terms, own * DIFFERENCE));
    }
    double before = baseline.risk();
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      List<Term> later = terms.subList(i + 1, terms.size());
      for (int number = 0; number < term.errors().size(); number++) {
        double error = term.errors().get(number);
        if (error > 0) {
          double step = error * DIFFERENCE;
          double up = predictor(term.risk(before, offset(term, number, step)), later);
          double down = predictor(term.risk(before, offset(term, number, -step)), later);
          variance += square(error * (up - down) / (2 * step));
        }
      }
      before = term.risk(before);
    }
    if (variance == 0) {
      return null;
    }
    double centre = Link.HAZARD.of(risk);
    double half = Z95 * StrictMath.sqrt(variance);
    return new Range(Link.HAZARD.risk(centre - half), Link.HAZARD.risk(centre + half));
  }

  private static double baselineSlope(FusionBaseline baseline, List<Term> terms, double step) {
    double centre = Link.HAZARD.of(baseline.risk());
    double up = predictor(Link.HAZARD.risk(centre + step), terms);
    double down = predictor(Link.HAZARD.risk(centre - step), terms);
    return (up - down) / (2 * step);
  }

  /** The log cumulative hazard after the remaining terms. */
  private static double predictor(double risk, List<Term> terms) {
    double after = risk;
    for (Term term : terms) {
      after = term.risk(after);
    }
    return Link.HAZARD.of(after);
  }

  private static double[] offset(Term term, int number, double by) {
    double[] offsets = new double[term.errors().size()];
    offsets[number] = by;
    return offsets;
  }

  private static double square(double value) {
    return value * value;
  }
}
