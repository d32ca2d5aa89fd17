package health.lifelong.ingestion.lifestyle.algorithm;

import health.lifelong.ingestion.lifestyle.domain.Signal;
import health.lifelong.ingestion.lifestyle.domain.Signal.Statistic;
import health.lifelong.ingestion.record.domain.LifestyleDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Readings to days: values of different sources are never merged; the day shows statistics of its
 * believed-most source (ingestion-formats section 8). A reading belongs to the local day it starts
 * in.
 */
final class InstantDays {
  private InstantDays() {}

  static List<LifestyleDay> of(Signal signal, Samples samples, Sources sources) {
    DayBuilder builder = new DayBuilder(signal, samples, sources);
    List<LifestyleDay> result = new ArrayList<>();
    DayIndex.ofStarts(samples, samples.canonicalOrder(sources))
        .forEachDay(
            (day, inputs) -> {
              int source = believedMost(samples, sources, inputs);
              int[] chosen =
                  Arrays.stream(inputs).filter(i -> samples.source(i) == source).toArray();
              int minutes =
                  (int) Arrays.stream(chosen).map(i -> samples.start(i) / 60).distinct().count();
              for (Statistic statistic : signal.statistics()) {
                double value = value(statistic, samples, chosen);
                result.add(
                    builder.day(
                        day, statistic, value, source, inputs, chosen.length, 60 * minutes));
              }
            });
    return result;
  }

  static int believedMost(Samples samples, Sources sources, int[] inputs) {
    int best = samples.source(inputs[0]);
    for (int i : inputs) {
      if (sources.priority(samples.source(i)) < sources.priority(best)) {
        best = samples.source(i);
      }
    }
    return best;
  }

  /** {@code chosen} is in order of time. */
  private static double value(Statistic statistic, Samples samples, int[] chosen) {
    double[] values = Arrays.stream(chosen).mapToDouble(samples::value).toArray();
    double last = values[values.length - 1];
    Arrays.sort(values);
    int middle = values.length / 2;
    return switch (statistic) {
      case SUM -> Arrays.stream(values).sum();
      case MEDIAN ->
          values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
      case MINIMUM -> values[0];
      case MAXIMUM -> values[values.length - 1];
      case LAST -> last;
    };
  }
}
