package health.lifelong.profile.record.app;

import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.record.algorithm.SpecialCategories;
import health.lifelong.profile.record.domain.Document;
import health.lifelong.profile.record.domain.Observation;
import health.lifelong.profile.record.domain.Value;
import health.lifelong.profile.release.algorithm.ReleaseRules;
import health.lifelong.profile.release.domain.Judged;
import health.lifelong.profile.release.domain.Judged.Bound;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says until when a result that arrives now waits for a clinician at most. */
final class Holding {
  private final ReleaseRules rules;
  private final Instant now;

  Holding(ReleaseRules rules, Instant now) {
    this.rules = rules;
    this.now = now;
  }

  @Nullable Long until(Observation observation) {
    return until(rules.hold(judged(observation)));
  }

  @Nullable Long until(Document document) {
    return until(rules.holdDocument(document.kind()));
  }

  private @Nullable Long until(Optional<Duration> held) {
    return held.map(time -> micros(now.plus(time))).orElse(null);
  }

  /** An instant in the unit of the record. */
  static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  private Judged judged(Observation observation) {
    boolean special = SpecialCategories.standard().of(observation) == Category.SPECIAL;
    return switch (observation.value()) {
      case Value.Quantity quantity ->
          new Judged(
              observation.itemCode(),
              special,
              rules.hasLimit(observation.itemCode()) ? new BigDecimal(quantity.value()) : null,
              quantity.unit(),
              bound(quantity.comparator()));
      case Value.Coded coded -> unmeasured(observation, special);
      case Value.Text text -> unmeasured(observation, special);
      case Value.Range range -> unmeasured(observation, special);
      case Value.Absent absent -> unmeasured(observation, special);
    };
  }

  private static Judged unmeasured(Observation observation, boolean special) {
    return new Judged(observation.itemCode(), special, null, "", Bound.EXACT);
  }

  private static Bound bound(Value.Comparator comparator) {
    return switch (comparator) {
      case EQUAL -> Bound.EXACT;
      case LESS, LESS_OR_EQUAL -> Bound.BELOW;
      case GREATER, GREATER_OR_EQUAL -> Bound.ABOVE;
    };
  }
}
