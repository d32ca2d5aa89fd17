package health.lifelong.analytics.setpoint.domain;

import health.lifelong.analytics.model.domain.ModelResult.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One series read against the person's own level.
 *
 * @param item catalogue code
 * @param setPoint null where the item has sourced variation but no population interval
 * @param noSetPoint why there is none; null where there is one
 * @param verdicts one for each visit, in order of time
 * @param lastAgainstEarlier the last visit against the mean of all earlier ones; null below three
 *     visits
 * @param basis variation, interval and scale that were used
 */
public record SetPointReport(
    String item,
    @Nullable SetPoint setPoint,
    @Nullable Refused noSetPoint,
    List<VisitVerdict> verdicts,
    @Nullable VisitVerdict lastAgainstEarlier,
    Basis basis)
    implements SetPointOutcome {
  /** Copies the list. */
  public SetPointReport {
    verdicts = List.copyOf(verdicts);
  }

  /**
   * What the report rests on.
   *
   * @param version of the parameter set
   * @param scale null without a set-point
   * @param interval null without a set-point
   */
  public record Basis(
      String version,
      Variation variation,
      @Nullable PopulationInterval interval,
      @Nullable Scale scale) {}
}
