package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.insight.domain.DataKind;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.InputUsed;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Outcome.Reason;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.pack.domain.Message;
import health.lifelong.analytics.pack.domain.ServedModel;
import health.lifelong.analytics.polygenic.algorithm.PolygenicScorer;
import health.lifelong.analytics.polygenic.algorithm.ScoringFileReader;
import health.lifelong.analytics.polygenic.domain.ReferenceDistribution;
import health.lifelong.analytics.polygenic.domain.ScoreOutcome;
import health.lifelong.analytics.polygenic.domain.ScoreResult;
import health.lifelong.analytics.polygenic.domain.ScoringFile;
import health.lifelong.analytics.polygenic.domain.ScoringFileOutcome;
import health.lifelong.analytics.polygenic.domain.Standing;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The polygenic scores of the pack. A sum is placed among others only against a reference of the
 * same ancestry, variants and options; without one it has no z and no percentile, and the refusal
 * says what would help.
 */
final class PolygenicInsight implements InsightRule {
  private static final String FINDING = "polygenic_disease";

  private final List<ScoringFile> scores;

  PolygenicInsight(Map<String, String> files) {
    List<ScoringFile> read = new ArrayList<>();
    new TreeMap<>(files)
        .forEach(
            (name, text) -> {
              byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
              switch (ScoringFileReader.read(new ByteArrayInputStream(bytes), name)) {
                case ScoringFileOutcome.Accepted(List<ScoringFile> accepted) ->
                    read.addAll(accepted);
                case ScoringFileOutcome.Refused refused ->
                    throw new IllegalStateException(
                        "the pack's score " + name + " is not usable: " + refused.reason());
              }
            });
    this.scores = List.copyOf(read);
  }

  @Override
  public ModelCard card() {
    return EngineCards.POLYGENIC_SCORE;
  }

  @Override
  public List<Insight> apply(InsightContext context, ServedModel served) {
    List<Insight> insights = new ArrayList<>();
    for (String id : scores.stream().map(ScoringFile::id).distinct().toList()) {
      insights.add(one(context, served, id));
    }
    return insights;
  }

  private Insight one(InsightContext context, ServedModel served, String id) {
    Draft draft = new Draft(context, served, card(), id).kinds(DataKind.GENOME);
    return switch (context.genetics()) {
      case GeneticAccess.Closed closed -> draft.refusal(closed.reason(), closed.wouldHelp());
      case GeneticAccess.Open open ->
          switch (GeneticChannel.of(context, FINDING)) {
            case GeneticChannel.Closed closed -> draft.refusal(closed.reason(), closed.wouldHelp());
            case GeneticChannel.Open channel -> score(context, draft, id, channel, open);
          };
    };
  }

  private Insight score(
      InsightContext context,
      Draft draft,
      String id,
      GeneticChannel.Open channel,
      GeneticAccess.Open open) {
    List<ScoringFile> files = scores.stream().filter(file -> file.id().equals(id)).toList();
    ScoringFile file =
        files.stream()
            .filter(f -> open.genotypes().build().equals(f.build()))
            .findFirst()
            .orElse(files.getFirst());
    String citation = file.header().getOrDefault("citation", "");
    draft.source((id + " " + file.trait().orElse("") + ": " + citation).strip());
    return switch (PolygenicScorer.score(file, open.genotypes(), null)) {
      case ScoreOutcome.Refused refused ->
          draft.refusal(
              Reason.COVERAGE, context.texts().say(Message.HELP_GENOME_SITE, Map.of("what", id)));
      case ScoreOutcome.Scored(ScoreResult result) -> scored(context, draft, channel, result);
    };
  }

  private static Insight scored(
      InsightContext context, Draft draft, GeneticChannel.Open channel, ScoreResult result) {
    draft.used(
        List.of(
            new InputUsed(
                result.id(),
                result.matched() + "/" + result.total(),
                "",
                null,
                "matched rows, " + result.build())));
    if (result.coverage() < ScoreResult.LEAST_COVERAGE) {
      return draft.refusal(
          Reason.COVERAGE,
          context.texts().say(Message.HELP_GENOME_SITE, Map.of("what", result.id())));
    }
    // No pack has a reference distribution yet; a Korean panel needs its own permission.
    return switch (ReferenceDistribution.place(result, null)) {
      case Standing.Refused refused ->
          draft.refusal(Reason.POPULATION, context.texts().say(Message.HELP_REFERENCE_GROUP));
      case Standing.Placed placed -> {
        if (channel.heldForClinician()) {
          draft.forClinician();
        }
        yield draft.result(
            context.texts().say("model.polygenic_score"),
            Facts.of()
                .number("sum", result.sum())
                .number("denominator", result.denominator())
                .number("z", placed.z())
                .text("population", placed.population())
                .build());
      }
    };
  }
}
