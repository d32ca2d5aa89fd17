package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.insight.domain.DataKind;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.InputPart;
import health.lifelong.analytics.insight.domain.InputUsed;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Outcome.Reason;
import health.lifelong.analytics.insight.domain.Place;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.pack.domain.Message;
import health.lifelong.analytics.pack.domain.ServedModel;
import health.lifelong.analytics.pharmacogenomics.domain.GeneCall;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Genes that handle medicines. The person is told to talk before changing any medicine; advice rows
 * are another model.
 */
final class PharmacogeneInsight implements InsightRule {
  static final String FINDING = "pharmacogene_result";

  @Override
  public ModelCard card() {
    return EngineCards.PHARMACOGENE;
  }

  @Override
  public Set<InputPart> reads() {
    return Set.of(InputPart.GENOME);
  }

  @Override
  public List<Insight> apply(InsightContext context, ServedModel served) {
    return switch (context.genetics()) {
      case GeneticAccess.Closed closed ->
          // One word for all genes: nobody needs the same refusal nine times.
          List.of(draft(context, served, "all").refusal(closed.reason(), closed.wouldHelp()));
      case GeneticAccess.Open open ->
          switch (GeneticChannel.of(context, FINDING)) {
            case GeneticChannel.Closed closed ->
                List.of(draft(context, served, "all").refusal(closed.reason(), closed.wouldHelp()));
            case GeneticChannel.Open channel ->
                context.pack().pharmacogenes().stream()
                    .map(gene -> one(context, served, gene, channel, open))
                    .toList();
          };
    };
  }

  private Insight one(
      InsightContext context,
      ServedModel served,
      String gene,
      GeneticChannel.Open channel,
      GeneticAccess.Open open) {
    Draft draft = draft(context, served, gene);
    if (channel.heldForClinician()) {
      draft.forClinician();
    }
    if (channel.needsCertifiedLaboratory()) {
      draft.limit(Message.LIMIT_LABORATORY);
    }
    return called(context, draft, gene, open);
  }

  private Draft draft(InsightContext context, ServedModel served, String subject) {
    return new Draft(context, served, card(), subject).kinds(DataKind.GENOME);
  }

  private static Insight called(
      InsightContext context, Draft draft, String gene, GeneticAccess.Open open) {
    GeneCall call =
        open.report().genes().stream().filter(c -> c.gene().equals(gene)).findFirst().orElse(null);
    if (call == null || call.status() != GeneCall.Status.CALLED) {
      return draft.refusal(
          Reason.COVERAGE,
          gene,
          context.texts().say(Message.HELP_GENOME_SITE, Map.of("what", gene)));
    }
    if (call.positionsMissing() > 0) {
      draft.limit(
          context
              .texts()
              .say(
                  Message.LIMIT_POSITIONS_MISSING,
                  Map.of(
                      "missing", Integer.toString(call.positionsMissing()),
                      "total", Integer.toString(call.positionsTotal()))));
    }
    draft
        .dataVersion(call.contentVersion())
        .used(
            call.diplotypes().stream()
                .map(diplotype -> new InputUsed(gene, diplotype, "", null, open.report().build()))
                .toList());
    return draft
        .place(Place.CONTEXT)
        .result(
            context.texts().say(message(call), Map.of("gene", gene)),
            Facts.of()
                .text("gene", gene)
                .texts("diplotypes", call.diplotypes())
                .texts("phenotypes", call.phenotypes())
                .number("positions_missing", call.positionsMissing())
                .number("positions_total", call.positionsTotal())
                .build());
  }

  /**
   * Several phenotypes are said to be several; one that is not plainly the common one is different.
   */
  private static Message message(GeneCall call) {
    List<String> phenotypes = call.phenotypes().stream().distinct().toList();
    if (phenotypes.size() != 1) {
      return Message.MEDICINE_SEVERAL;
    }
    return phenotypes.getFirst().startsWith("Normal ")
        ? Message.MEDICINE_USUAL
        : Message.MEDICINE_DIFFERENT;
  }
}
