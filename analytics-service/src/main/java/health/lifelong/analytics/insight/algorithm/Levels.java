package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.discordance.domain.Limits.Range;
import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.pack.domain.Interval;
import health.lifelong.analytics.plan.domain.Tested.Level;
import health.lifelong.analytics.screening.domain.ScreeningBands;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a value stands by the region's limits: the bands of the statutory judgement where they read
 * the item, else the decision limit, else the reference interval. Without any of them, and without
 * the sex that they need, nothing is said of it.
 */
final class Levels {
  private static final String WEAK = "C";

  private final InsightContext context;
  private final ScreeningBands bands;

  Levels(InsightContext context) {
    this.context = context;
    this.bands = context.pack().screening();
  }

  Level of(String item, double value) {
    Sex sex = context.sex();
    Optional<String> rule = bands.ruleCode(item);
    if (rule.isEmpty() || sex == null) {
      return byRange(item, value);
    }
    Optional<String> component = component(rule.get(), item);
    return component
        .flatMap(name -> bands.judge(rule.get(), name, sex, value))
        .map(
            judgement ->
                switch (judgement) {
                  case A -> Level.USUAL;
                  case B -> Level.BORDERLINE;
                  case SUSPECT -> Level.SECOND_LOOK;
                })
        .orElseGet(() -> byRange(item, value));
  }

  /** The range of an item that a person may be told of; the decision limit before others. */
  Optional<Range> range(String item) {
    return context.intervalsOf(item).stream()
        .filter(row -> row.sex().overlaps(context.sexLimit()))
        .filter(row -> !row.confidence().equals(WEAK))
        .filter(row -> row.kind() != Interval.Kind.POPULATION_P2_5_P97_5)
        .min(Comparator.comparing(Interval::kind))
        .map(row -> new Range(number(row.lower()), number(row.upper())));
  }

  private Level byRange(String item, double value) {
    return range(item)
        .map(range -> range.above(value) || range.below(value) ? Level.BORDERLINE : Level.USUAL)
        .orElse(Level.DONE);
  }

  /** Blood pressure is SBP before DBP, as the rule counts its components. */
  private Optional<String> component(String rule, String item) {
    List<String> items =
        bands.codes().entrySet().stream()
            .filter(entry -> entry.getValue().equals(rule))
            .map(Map.Entry::getKey)
            .sorted(Collections.reverseOrder())
            .toList();
    List<String> components = bands.components(rule);
    int index = items.indexOf(item);
    return index >= 0 && index < components.size()
        ? Optional.of(components.get(index))
        : Optional.empty();
  }

  private static @Nullable Double number(@Nullable BigDecimal value) {
    return value == null ? null : Double.valueOf(value.doubleValue());
  }
}
