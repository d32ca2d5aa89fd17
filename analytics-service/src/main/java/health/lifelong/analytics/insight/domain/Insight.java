package health.lifelong.analytics.insight.domain;

import java.util.List;
import java.util.Set;

/**
 * What one model says of one subject at one revision, with everything it rests on.
 *
 * @param id model, subject and record revision
 * @param dataVersion version of the tables or pack that the model used
 * @param subject what it is about: an item code, a gene, an outcome
 * @param summary sentence for the person, with its next step
 * @param kinds kinds of data that went in
 */
public record Insight(
    String id,
    String model,
    String modelVersion,
    String dataVersion,
    String subject,
    String summary,
    Outcome outcome,
    List<InputUsed> inputsUsed,
    List<InputMissing> inputsMissing,
    List<String> sources,
    List<String> limits,
    Channel channel,
    Set<DataKind> kinds,
    Place place) {

  public Insight {
    inputsUsed = List.copyOf(inputsUsed);
    inputsMissing = List.copyOf(inputsMissing);
    sources = List.copyOf(sources);
    limits = List.copyOf(limits);
    kinds = Set.copyOf(kinds);
  }

  /**
   * The same insight for a person while a clinician holds it: no value, no input, nothing that
   * tells what it says.
   */
  public Insight held(String sentence, String wouldHelp) {
    return new Insight(
        model + ":held:" + id.substring(id.lastIndexOf(':') + 1),
        model,
        modelVersion,
        dataVersion,
        "held",
        sentence,
        new Outcome.Refusal(Outcome.Reason.NOT_RELEASED, sentence, wouldHelp),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        channel,
        kinds,
        Place.CONTEXT);
  }
}
