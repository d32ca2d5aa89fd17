package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.insight.domain.DataKind;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.InputPart;
import health.lifelong.analytics.insight.domain.InputUsed;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.pack.domain.Message;
import health.lifelong.analytics.pack.domain.RegionPack;
import health.lifelong.analytics.pack.domain.ServedModel;
import health.lifelong.analytics.pharmacogenomics.algorithm.DrugAdvisor;
import health.lifelong.analytics.pharmacogenomics.domain.DrugAdvice;
import health.lifelong.analytics.pharmacogenomics.domain.GeneCall;
import health.lifelong.analytics.pharmacogenomics.domain.RecommendationTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** CPIC rows by drug, for the clinician; the person sees none of them until a clinician has. */
final class DrugAdviceInsight implements InsightRule {
  private static final String FINDING = "pharmacogene_advice";

  private static final DrugAdvisor ADVISOR = new DrugAdvisor(RecommendationTable.shipped());

  /** The rows for the genes that the pack lets be told: made once, when a genome is read. */
  static List<DrugAdvice> advise(List<GeneCall> genes, RegionPack pack) {
    return ADVISOR.advise(
        genes.stream().filter(call -> pack.pharmacogenes().contains(call.gene())).toList());
  }

  @Override
  public ModelCard card() {
    return EngineCards.DRUG_ADVICE;
  }

  @Override
  public Set<InputPart> reads() {
    return Set.of(InputPart.GENOME);
  }

  @Override
  public List<Insight> apply(InsightContext context, ServedModel served) {
    return switch (context.genetics()) {
      case GeneticAccess.Closed closed ->
          List.of(draft(context, served, "all").refusal(closed.reason(), closed.wouldHelp()));
      case GeneticAccess.Open open ->
          switch (GeneticChannel.of(context, FINDING)) {
            case GeneticChannel.Closed closed ->
                List.of(draft(context, served, "all").refusal(closed.reason(), closed.wouldHelp()));
            case GeneticChannel.Open channel -> byDrug(context, served, open);
          };
    };
  }

  private List<Insight> byDrug(
      InsightContext context, ServedModel served, GeneticAccess.Open open) {
    List<GeneCall> calls =
        open.report().genes().stream()
            .filter(call -> context.pack().pharmacogenes().contains(call.gene()))
            .toList();
    Map<String, List<DrugAdvice>> rows = new LinkedHashMap<>();
    for (DrugAdvice advice : open.report().advice()) {
      rows.computeIfAbsent(advice.drug(), drug -> new ArrayList<>()).add(advice);
    }
    List<Insight> insights = new ArrayList<>();
    rows.forEach((drug, advice) -> insights.add(one(context, served, drug, advice, calls)));
    return insights;
  }

  private Insight one(
      InsightContext context,
      ServedModel served,
      String drug,
      List<DrugAdvice> rows,
      List<GeneCall> calls) {
    Draft draft = draft(context, served, drug).dataVersion(calls.getFirst().contentVersion());
    Map<String, String> keys = rows.getFirst().lookupKeys();
    for (GeneCall call : calls) {
      if (keys.containsKey(call.gene())) {
        draft.used(
            call.diplotypes().stream()
                .map(diplotype -> new InputUsed(call.gene(), diplotype, "", null, ""))
                .toList());
      }
    }
    Map<String, String> places =
        Map.of(
            "drug", drug,
            "gene", String.join(", ", keys.keySet().stream().sorted().toList()),
            "phenotype",
                String.join(", ", keys.keySet().stream().sorted().map(keys::get).toList()));
    return draft
        .source(rows.getFirst().url())
        .result(
            context.texts().say(Message.CLINICIAN_DRUG, places),
            Facts.of()
                .groups("recommendations", rows.stream().map(DrugAdviceInsight::facts).toList())
                .build());
  }

  private static Facts facts(DrugAdvice row) {
    Facts.Builder facts =
        Facts.of()
            .text("population", row.population())
            .text("classification", row.classification());
    if (row.recommendation() != null) {
      facts.text("recommendation", row.recommendation());
    }
    return facts.texts("untested_genes", row.untestedGenes()).build();
  }

  private Draft draft(InsightContext context, ServedModel served, String subject) {
    return new Draft(context, served, card(), subject).kinds(DataKind.GENOME).forClinician();
  }
}
