package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.genome.domain.GenomeReport;
import health.lifelong.analytics.genome.domain.SexGuess;
import health.lifelong.analytics.insight.domain.Outcome.Reason;
import health.lifelong.analytics.pack.domain.Message;
import health.lifelong.analytics.pack.domain.Texts;
import health.lifelong.analytics.record.domain.DataCategory;
import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.analytics.record.domain.Sex;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The readings of the person's genome, or why genetics says nothing at all in this call. */
sealed interface GeneticAccess {

  /** Readings of the newest genome. */
  record Open(GenomeReport report) implements GeneticAccess {}

  /** No genetics: consent, no file, an unknown build, or a file that may be another person's. */
  record Closed(Reason reason, String wouldHelp) implements GeneticAccess {}

  /** Decides from the record and the reading of the genome that the call was given. */
  static GeneticAccess of(PersonRecord record, @Nullable GenomeReport report, Texts texts) {
    if (record.isWithheld(DataCategory.GENETIC_RAW)
        || record.isWithheld(DataCategory.GENETIC_REPORT)) {
      return new Closed(
          Reason.CONSENT,
          texts.say(Message.HELP_CONSENT, Map.of("what", texts.say("input.consent_genetic"))));
    }
    if (report == null) {
      return new Closed(Reason.INPUT_MISSING, texts.say(Message.HELP_GENOME));
    }
    if (!report.build().startsWith("GRCh")) {
      return new Closed(Reason.COVERAGE, texts.say(Message.HELP_GENOME));
    }
    boolean ofAnother = !record.genomes().isEmpty() && record.genomes().getFirst().inQuestion();
    if (ofAnother || contradicts(record.sex(), report.sex().sex())) {
      // A possible swap of samples: an operator looks at it, and it is never shown as a finding.
      return new Closed(Reason.COVERAGE, texts.say(Message.HELP_CLINICIAN));
    }
    return new Open(report);
  }

  private static boolean contradicts(@Nullable Sex told, SexGuess.Sex read) {
    return switch (read) {
      case FEMALE -> told == Sex.MALE;
      case MALE -> told == Sex.FEMALE;
      case UNKNOWN -> false;
    };
  }
}
