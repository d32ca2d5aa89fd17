package health.lifelong.analytics.setpoint.domain;

import health.lifelong.analytics.model.domain.ModelResult.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One series read against the person's own level. What is said of the level is said of the current
 * line, the visits since the last series break.
 *
 * @param item catalogue code
 * @param setPoint null where the item has sourced variation but no population interval
 * @param noSetPoint why there is none; null where there is one
 * @param verdicts one for each visit, in order of time
 * @param breaks where the series was parted, in order of time
 * @param lineStart place of the first visit of the current line among the verdicts
 * @param lastAgainstEarlier the last visit against the mean of all earlier ones of the line; null
 *     below three visits
 * @param basis variation, interval and scale that were used
 */
public record SetPointReport(
    String item,
    @Nullable SetPoint setPoint,
    @Nullable Refused noSetPoint,
    List<VisitVerdict> verdicts,
    List<SeriesBreak> breaks,
    int lineStart,
    @Nullable VisitVerdict lastAgainstEarlier,
    Basis basis)
    implements SetPointOutcome {
  /** Copies the lists. */
  public SetPointReport {
    verdicts = List.copyOf(verdicts);
    breaks = List.copyOf(breaks);
  }

  /** The verdicts since the last series break. */
  public List<VisitVerdict> currentLine() {
    return verdicts.subList(lineStart, verdicts.size());
  }

  /**
   * What the report rests on.
   *
   * @param parameters id of the parameter set
   * @param version of the parameter set
   * @param interval null without a set-point
   * @param scale null without a set-point
   * @param step what values are rounded to, in the item's unit; zero where unknown
   * @param noise how persons depart from the published variation
   */
  public record Basis(
      String parameters,
      String version,
      Variation variation,
      @Nullable PopulationInterval interval,
      @Nullable Scale scale,
      double step,
      NoiseModel noise) {}
}
