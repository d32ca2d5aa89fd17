package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.InsightReport;
import health.lifelong.analytics.insight.domain.Outcome;
import java.util.stream.Collectors;

/** A report as plain lines, to be read and compared by people. */
final class GoldenReport {
  private GoldenReport() {}

  static String lines(InsightReport report) {
    StringBuilder text = new StringBuilder();
    report
        .notices()
        .forEach(
            n ->
                text.append("NOTICE ")
                    .append(n.text())
                    .append(' ')
                    .append(n.callNumber())
                    .append('\n'));
    for (Insight insight : report.insights()) {
      text.append(insight.id())
          .append(" [")
          .append(
              insight.kinds().stream().sorted().map(Enum::name).collect(Collectors.joining("+")))
          .append("] ")
          .append(insight.place())
          .append('\n');
      switch (insight.outcome()) {
        case Outcome.Result result ->
            text.append("  ").append(line(insight.summary())).append('\n');
        case Outcome.Refusal refusal ->
            text.append("  ")
                .append(refusal.reason())
                .append(": ")
                .append(line(insight.summary()))
                .append(" | ")
                .append(refusal.wouldHelp())
                .append('\n');
      }
      insight.limits().forEach(limit -> text.append("  - ").append(limit).append('\n'));
    }
    return text.toString();
  }

  private static String line(String sentence) {
    return sentence.replace("\n", " / ");
  }
}
