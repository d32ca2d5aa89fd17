package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.genotype.domain.UnreadReason;
import health.lifelong.analytics.insight.domain.DataKind;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.InputMissing;
import health.lifelong.analytics.insight.domain.InputPart;
import health.lifelong.analytics.insight.domain.InputUsed;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Outcome.Reason;
import health.lifelong.analytics.insight.domain.Place;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.pack.domain.Message;
import health.lifelong.analytics.pack.domain.ServedModel;
import health.lifelong.analytics.trait.domain.TraitResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * ALDH2 rs671 and, beside it, ADH1B rs1229984. A site that was not read is said to be unread, never
 * common.
 */
final class AlcoholGenesInsight implements InsightRule {

  /** A trait of the catalogue and the row of the channel policy that it falls under. */
  private enum Gene {
    ALDH2("aldh2", "aldh2_rs671", "rs671"),
    ADH1B("adh1b", "adh1b_rs1229984", "rs1229984");

    final String trait;
    final String finding;
    final String rsid;

    Gene(String trait, String finding, String rsid) {
      this.trait = trait;
      this.finding = finding;
      this.rsid = rsid;
    }

    Message message(String genotypeClass) {
      return switch (this) {
        case ALDH2 ->
            switch (genotypeClass) {
              case "normal" -> Message.ALDH2_ACTIVE;
              case "reduced" -> Message.ALDH2_REDUCED;
              default -> Message.ALDH2_INACTIVE;
            };
        case ADH1B -> genotypeClass.equals("slow_slow") ? Message.ADH1B_SLOW : Message.ADH1B_FAST;
      };
    }
  }

  @Override
  public ModelCard card() {
    return EngineCards.ALDH2;
  }

  @Override
  public Set<InputPart> reads() {
    return Set.of(InputPart.GENOME);
  }

  @Override
  public List<Insight> apply(InsightContext context, ServedModel served) {
    List<Insight> insights = new ArrayList<>();
    for (Gene gene : Gene.values()) {
      insights.add(one(context, served, gene));
    }
    return insights;
  }

  private Insight one(InsightContext context, ServedModel served, Gene gene) {
    Draft draft =
        new Draft(context, served, card(), gene.name())
            .limit(Message.LIMIT_ONE_GENE)
            .kinds(DataKind.GENOME);
    return switch (context.genetics()) {
      case GeneticAccess.Closed closed -> draft.refusal(closed.reason(), closed.wouldHelp());
      case GeneticAccess.Open open ->
          switch (GeneticChannel.of(context, gene.finding)) {
            case GeneticChannel.Closed closed -> draft.refusal(closed.reason(), closed.wouldHelp());
            case GeneticChannel.Open channel -> {
              if (channel.heldForClinician()) {
                draft.forClinician();
              }
              if (channel.needsCertifiedLaboratory()) {
                draft.limit(Message.LIMIT_LABORATORY);
              }
              yield read(context, draft, gene, open);
            }
          };
    };
  }

  private static Insight read(
      InsightContext context, Draft draft, Gene gene, GeneticAccess.Open open) {
    Optional<TraitResult> result =
        open.report().traits().stream().filter(t -> t.trait().id().equals(gene.trait)).findFirst();
    return switch (result.orElseThrow()) {
      case TraitResult.Called called -> {
        String genotype = called.genotypes().getOrDefault(gene.rsid, "");
        draft.used(
            List.of(
                new InputUsed(
                    gene.name() + " " + gene.rsid, genotype, "", null, open.report().build())));
        yield draft
            .place(Place.CONTEXT)
            .result(
                context.texts().say(gene.message(called.result().name())),
                Facts.of()
                    .text("gene", gene.name())
                    .text("rsid", gene.rsid)
                    .text("genotype", genotype)
                    .text("class", called.result().name())
                    .build());
      }
      case TraitResult.NotRead(var trait, String rsid, UnreadReason reason) ->
          unread(context, draft, gene);
      case TraitResult.NotClassified unclear -> unread(context, draft, gene);
    };
  }

  private static Insight unread(InsightContext context, Draft draft, Gene gene) {
    String site = gene.name() + " " + gene.rsid;
    return draft
        .missing(List.of(new InputMissing(site, InputMissing.Why.UNKNOWN)))
        .refusal(
            Reason.COVERAGE, context.texts().say(Message.HELP_GENOME_SITE, Map.of("what", site)));
  }
}
