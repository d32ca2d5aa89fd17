package health.lifelong.analytics.insight.domain;

import health.lifelong.analytics.safety.domain.SafetyNotice;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything that is said to one viewer at one revision of a record.
 *
 * @param packVersion pack, version and content that it was made with
 * @param asOf the day it is of
 * @param notices come first, before any insight
 */
public record InsightReport(
    long recordRevision,
    String packVersion,
    LocalDate asOf,
    List<SafetyNotice> notices,
    List<Insight> insights) {

  public InsightReport {
    notices = List.copyOf(notices);
    insights = List.copyOf(insights);
  }
}
