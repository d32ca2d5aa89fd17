package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.insight.domain.DataKind;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.InputPart;
import health.lifelong.analytics.insight.domain.InputUsed;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Outcome.Reason;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.pack.domain.Message;
import health.lifelong.analytics.pack.domain.ServedModel;
import health.lifelong.analytics.polygenic.domain.ReferenceDistribution;
import health.lifelong.analytics.polygenic.domain.ScoreOutcome;
import health.lifelong.analytics.polygenic.domain.ScoreResult;
import health.lifelong.analytics.polygenic.domain.ScoringFile;
import health.lifelong.analytics.polygenic.domain.Standing;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The polygenic scores of the pack. A sum is placed among others only against a reference of the
 * same ancestry, variants and options; without one it has no z and no percentile, and the refusal
 * says what would help.
 */
final class PolygenicInsight implements InsightRule {
  private static final String FINDING = "polygenic_disease";

  private final InstalledScores scores;

  PolygenicInsight(InstalledScores scores) {
    this.scores = scores;
  }

  @Override
  public ModelCard card() {
    return EngineCards.POLYGENIC_SCORE;
  }

  @Override
  public Set<InputPart> reads() {
    return Set.of(InputPart.GENOME);
  }

  @Override
  public List<Insight> apply(InsightContext context, ServedModel served) {
    String build =
        switch (context.genetics()) {
          case GeneticAccess.Open open -> open.report().build();
          case GeneticAccess.Closed closed -> "";
        };
    return scores.on(build).stream().map(file -> one(context, served, file)).toList();
  }

  private Insight one(InsightContext context, ServedModel served, ScoringFile file) {
    Draft draft = new Draft(context, served, card(), file.id()).kinds(DataKind.GENOME);
    return switch (context.genetics()) {
      case GeneticAccess.Closed closed -> draft.refusal(closed.reason(), closed.wouldHelp());
      case GeneticAccess.Open open ->
          switch (GeneticChannel.of(context, FINDING)) {
            case GeneticChannel.Closed closed -> draft.refusal(closed.reason(), closed.wouldHelp());
            case GeneticChannel.Open channel -> score(context, draft, file, channel, open);
          };
    };
  }

  private static Insight score(
      InsightContext context,
      Draft draft,
      ScoringFile file,
      GeneticChannel.Open channel,
      GeneticAccess.Open open) {
    String id = file.id();
    String citation = file.header().getOrDefault("citation", "");
    draft.source((id + " " + file.trait().orElse("") + ": " + citation).strip());
    ScoreOutcome outcome =
        open.report().scores().stream()
            .filter(score -> score.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the genome was read without " + id));
    return switch (outcome) {
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
