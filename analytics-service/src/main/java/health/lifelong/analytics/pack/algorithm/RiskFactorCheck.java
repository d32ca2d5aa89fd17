package health.lifelong.analytics.pack.algorithm;

import health.lifelong.analytics.fusion.domain.RiskFactor;
import health.lifelong.analytics.fusion.domain.RiskFactor.Band;
import health.lifelong.analytics.pack.domain.PackFinding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whether the bands of a risk factor say one thing of everybody, with a reference and intervals.
 */
final class RiskFactorCheck {
  private static final String FILE = "risk-factors.csv";

  private RiskFactorCheck() {}

  static List<PackFinding> check(List<RiskFactor> factors) {
    List<PackFinding> findings = new ArrayList<>();
    for (RiskFactor factor : factors) {
      List<Band> bands =
          factor.bands().stream().sorted(Comparator.comparingDouble(Band::lower)).toList();
      if (bands.stream().filter(Band::reference).count() != 1) {
        findings.add(finding(factor, "reference", "one band has ratio 1 and no interval"));
      }
      for (int i = 0; i < bands.size(); i++) {
        Band band = bands.get(i);
        Double upper = band.upper();
        boolean empty = upper != null && upper <= band.lower();
        boolean next = i + 1 < bands.size();
        if (empty || (next && (upper == null || upper > bands.get(i + 1).lower()))) {
          findings.add(finding(factor, "overlap", "two bands hold for one value, or one for none"));
        }
        if (!interval(band)) {
          findings.add(finding(factor, "bounds", "the ratio lies within its interval, above 0"));
        }
      }
    }
    return findings;
  }

  private static boolean interval(Band band) {
    Double low = band.low();
    Double high = band.high();
    if (low == null || high == null) {
      return low == null && high == null && band.ratio() > 0;
    }
    return low > 0 && low <= band.ratio() && band.ratio() <= high;
  }

  private static PackFinding finding(RiskFactor factor, String rule, String detail) {
    return new PackFinding(FILE, factor.id(), rule, detail);
  }
}
