package health.lifelong.analytics.evidence.algorithm;

import health.lifelong.analytics.evidence.domain.EvidenceEstimate;
import health.lifelong.analytics.evidence.domain.EvidenceResult;
import health.lifelong.analytics.evidence.domain.EvidenceRow;
import health.lifelong.analytics.model.domain.ModelResult.Refused;
import health.lifelong.analytics.model.domain.RefusalReason;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A curve of one study, known at its published points only. Between two points the logarithm of the
 * effect, and of each end of its interval, is taken as straight; beyond them nothing is said. At
 * the reference the effect is 1 by definition, without uncertainty.
 */
final class DoseResponse {
  private record Point(
      double exposure, double effect, @Nullable Double ciLow, @Nullable Double ciHigh) {}

  private final EvidenceRow anyRow;
  private final String unit;
  private final String reference;
  private final List<Point> points;

  /** A curve through rows of one study that have a number as exposure; there are at least two. */
  DoseResponse(List<EvidenceRow> rows, String unit, String reference) {
    this.unit = unit;
    this.reference = reference;
    this.points =
        rows.stream()
            .map(DoseResponse::point)
            .sorted(Comparator.comparingDouble(Point::exposure))
            .toList();
    if (points.size() < 2) {
      throw new IllegalArgumentException("a curve has at least two points");
    }
    this.anyRow = rows.getFirst();
  }

  /** What the study says of this amount. */
  EvidenceResult at(double exposure) {
    if (!(exposure >= points.getFirst().exposure() && exposure <= points.getLast().exposure())) {
      return new EvidenceResult.NoEstimate(
          new Refused(
              RefusalReason.OUT_OF_RANGE,
              List.of(anyRow.factor()),
              "the amount lies outside the published points, and nothing is extended beyond them",
              ""));
    }
    int upper = 1;
    while (points.get(upper).exposure() < exposure) {
      upper++;
    }
    Point low = points.get(upper - 1);
    Point high = points.get(upper);
    double share = (exposure - low.exposure()) / (high.exposure() - low.exposure());
    return new EvidenceEstimate(
        anyRow.factor(),
        exposure,
        unit,
        reference,
        anyRow.outcome(),
        anyRow.measure(),
        between(low.effect(), high.effect(), share),
        maybeBetween(low.ciLow(), high.ciLow(), share),
        maybeBetween(low.ciHigh(), high.ciHigh(), share),
        share > 0 && share < 1,
        anyRow.population(),
        anyRow.citation(),
        anyRow.doi());
  }

  private static Point point(EvidenceRow row) {
    Double effect = row.effect();
    if (effect == null) {
      throw new IllegalArgumentException("a point of a curve has an effect");
    }
    boolean isReference = effect == 1 && row.ciLow() == null;
    return new Point(
        Double.parseDouble(row.exposure()),
        effect,
        isReference ? effect : row.ciLow(),
        isReference ? effect : row.ciHigh());
  }

  private static @Nullable Double maybeBetween(
      @Nullable Double low, @Nullable Double high, double share) {
    return low == null || high == null ? null : Double.valueOf(between(low, high, share));
  }

  private static double between(double low, double high, double share) {
    if (share <= 0) {
      return low;
    }
    if (share >= 1) {
      return high;
    }
    return StrictMath.exp(
        StrictMath.log(low) + share * (StrictMath.log(high) - StrictMath.log(low)));
  }
}
