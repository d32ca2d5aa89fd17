package health.lifelong.analytics.discordance.algorithm;

import health.lifelong.analytics.discordance.domain.Discordance;
import health.lifelong.analytics.discordance.domain.Limits;
import health.lifelong.analytics.discordance.domain.Signals;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Everything in one record that disagrees, in the order of {@link Discordance.Kind}. */
public final class DiscordanceList {
  private DiscordanceList() {}

  /** The disagreements; each kind at most once, but for medicines and inherited predictions. */
  public static List<Discordance> of(Signals signals, Limits limits) {
    return Stream.of(
            AnswerRules.all(signals, limits),
            MeasurementRules.all(signals, limits),
            GeneRules.all(signals, limits))
        .flatMap(List::stream)
        .sorted(Comparator.comparing(Discordance::kind))
        .toList();
  }
}
