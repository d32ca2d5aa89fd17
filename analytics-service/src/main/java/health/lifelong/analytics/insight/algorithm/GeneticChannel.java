package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.insight.domain.Outcome.Reason;
import health.lifelong.analytics.pack.domain.ChannelPolicy;
import health.lifelong.analytics.pack.domain.Message;
import java.util.Map;
import java.util.Optional;

/** Whether the region's law lets a genetic finding be told, to whom, and from which age. */
sealed interface GeneticChannel {

  /**
   * It may be told.
   *
   * @param heldForClinician a clinician releases it first
   */
  record Open(boolean heldForClinician, boolean needsCertifiedLaboratory)
      implements GeneticChannel {}

  /** It may not be told to this person. */
  record Closed(Reason reason, String wouldHelp) implements GeneticChannel {}

  /** Decides by the pack's row of the finding; a finding without a row is not served. */
  static GeneticChannel of(InsightContext context, String finding) {
    Optional<ChannelPolicy> policy = context.pack().channel(finding);
    if (policy.isEmpty()) {
      return new Closed(Reason.NOT_SERVED, context.texts().say(Message.HELP_NONE));
    }
    if (policy.get().minAge() > 0) {
      var birth = context.record().birth();
      if (birth == null) {
        String what = context.inputName("age_years");
        return new Closed(
            Reason.INPUT_MISSING, context.texts().say(Message.HELP_ASK, Map.of("what", what)));
      }
      if (birth.youngestOn(context.asOf()) < policy.get().minAge()) {
        return new Closed(Reason.POPULATION, context.texts().say(Message.HELP_CLINICIAN));
      }
    }
    return switch (policy.get().channel()) {
      case DTC, MEDICAL ->
          new Open(policy.get().needsClinicianRelease(), policy.get().needsCertifiedLaboratory());
      case RESEARCH, NEVER -> new Closed(Reason.NOT_SERVED, context.texts().say(Message.HELP_NONE));
    };
  }
}
