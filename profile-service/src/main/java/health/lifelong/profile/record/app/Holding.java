package health.lifelong.profile.record.app;

import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.record.algorithm.SpecialCategories;
import health.lifelong.profile.record.domain.Coding;
import health.lifelong.profile.record.domain.Document;
import health.lifelong.profile.record.domain.EffectiveTime;
import health.lifelong.profile.record.domain.Observation;
import health.lifelong.profile.record.domain.Value;
import health.lifelong.profile.release.algorithm.Populations;
import health.lifelong.profile.release.algorithm.ReleaseRules;
import health.lifelong.profile.release.domain.Judged;
import health.lifelong.profile.release.domain.Judged.Bound;
import health.lifelong.profile.release.domain.Population;
import health.lifelong.vocabulary.CodedAnswers;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says what the rules look at in a result that arrives now, and until when it waits for a clinician
 * at most.
 */
final class Holding {
  /** Unit of the score of an answer. */
  private static final String SCORE = "{score}";

  private final ReleaseRules rules;
  private final Instant now;

  Holding(ReleaseRules rules, Instant now) {
    this.rules = rules;
    this.now = now;
  }

  @Nullable Long until(Judged result) {
    return until(rules.hold(result));
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

  /**
   * What the rules look at in a value.
   *
   * @param birthDate of the person, as told, or null: a child has limits of its own
   */
  Judged judged(Observation observation, @Nullable String birthDate) {
    String item = observation.itemCode();
    boolean special = SpecialCategories.standard().of(observation) == Category.SPECIAL;
    if (item == null || !rules.hasLimit(item)) {
      return Judged.unmeasured(item, special);
    }
    Population population = Populations.of(birthDate, day(observation.effective()));
    return switch (observation.value()) {
      case Value.Quantity quantity ->
          new Judged(
              item,
              special,
              new BigDecimal(quantity.value()),
              quantity.unit(),
              bound(quantity.comparator()),
              population);
      case Value.Coded coded ->
          new Judged(item, special, score(item, coded.coding()), SCORE, Bound.EXACT, population);
      case Value.Text text -> Judged.unmeasured(item, special);
      case Value.Range range -> Judged.unmeasured(item, special);
      case Value.Absent absent -> Judged.unmeasured(item, special);
    };
  }

  private LocalDate day(@Nullable EffectiveTime effective) {
    Instant then =
        effective == null ? now : Instant.EPOCH.plus(effective.startMicros(), ChronoUnit.MICROS);
    return then.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  // The answers of a scored question are in the order of their scores, from 0.
  private static @Nullable BigDecimal score(String item, Coding coding) {
    CodedAnswers answers = CodedAnswers.standard();
    return answers
        .byCode(item, coding.code())
        .or(() -> answers.bySystemCode(item, coding.system(), coding.code()))
        .map(CodedAnswers.Answer::rank)
        .map(BigDecimal::valueOf)
        .orElse(null);
  }

  private static Bound bound(Value.Comparator comparator) {
    return switch (comparator) {
      case EQUAL -> Bound.EXACT;
      case LESS, LESS_OR_EQUAL -> Bound.BELOW;
      case GREATER, GREATER_OR_EQUAL -> Bound.ABOVE;
    };
  }
}
