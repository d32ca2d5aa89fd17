package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.insight.algorithm.ModelInputs.Bound;
import health.lifelong.analytics.insight.domain.InputMissing;
import health.lifelong.analytics.insight.domain.Outcome.Reason;
import health.lifelong.analytics.model.domain.Exclusion;
import health.lifelong.analytics.model.domain.ModelResult.Computed;
import health.lifelong.analytics.model.domain.ModelResult.Refused;
import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.analytics.pack.domain.Message;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts a model's refusal, and what would help, into the words of the pack. */
final class Refusals {
  private static final Set<String> ASKED = Set.of("sex", "age_years");

  private Refusals() {}

  static Reason reason(RefusalReason reason) {
    return switch (reason) {
      case INPUT_MISSING, INPUT_UNREADABLE -> Reason.INPUT_MISSING;
      case OUT_OF_RANGE -> Reason.OUT_OF_RANGE;
      case POPULATION -> Reason.POPULATION;
      case UNKNOWN_HISTORY -> Reason.UNKNOWN_HISTORY;
      case NOT_SERVED -> Reason.NOT_SERVED;
    };
  }

  /** The question to ask or the measurement to make. */
  static String wouldHelp(InsightContext context, Refused refused, Bound bound) {
    return switch (refused.reason()) {
      case INPUT_MISSING, INPUT_UNREADABLE -> measure(context, refused, bound);
      case UNKNOWN_HISTORY -> ask(context, refused.inputs());
      case POPULATION, OUT_OF_RANGE -> context.texts().say(Message.HELP_CLINICIAN);
      case NOT_SERVED -> context.texts().say(Message.HELP_NONE);
    };
  }

  private static String measure(InsightContext context, Refused refused, Bound bound) {
    List<String> questions = refused.inputs().stream().filter(ASKED::contains).toList();
    if (!questions.isEmpty()) {
      return ask(context, questions);
    }
    boolean old =
        bound.missing().stream().anyMatch(input -> input.why() == InputMissing.Why.TOO_OLD);
    String what =
        refused.inputs().stream()
            .map(name -> context.inputName(name))
            .distinct()
            .collect(Collectors.joining(", "));
    return context
        .texts()
        .say(old ? Message.HELP_RECENT : Message.HELP_MEASURE, Map.of("what", what));
  }

  private static String ask(InsightContext context, List<String> names) {
    String what =
        names.stream()
            .map(name -> context.inputName(name))
            .distinct()
            .collect(Collectors.joining(", "));
    return context.texts().say(Message.HELP_ASK, Map.of("what", what));
  }

  /**
   * What must be said beside a value because nobody knows it; the heart disease question is said by
   * its own rule.
   */
  static void conditions(Draft draft, Computed computed) {
    for (Exclusion unknown : computed.conditions()) {
      switch (unknown) {
        case PREGNANCY -> draft.limit(Message.LIMIT_PREGNANCY_UNKNOWN);
        case DIALYSIS, TRANSPLANT, CANCER_THERAPY -> draft.limit(Message.LIMIT_STATE_UNKNOWN);
        case CARDIOVASCULAR_DISEASE,
            HEART_FAILURE,
            CHRONIC_KIDNEY_DISEASE,
            FAMILIAL_HYPERCHOLESTEROLAEMIA -> {}
      }
    }
  }

  /** What weakens every value that was made of these inputs. */
  static void weaknesses(Draft draft, Bound bound) {
    if (bound.unitAssumed()) {
      draft.limit(Message.LIMIT_UNIT_ASSUMED);
    }
    if (bound.halved()) {
      draft.limit(Message.LIMIT_BOUND);
    }
    if (bound.dates().size() > 1) {
      draft.limit(Message.LIMIT_OLD_VALUE);
    }
  }
}
