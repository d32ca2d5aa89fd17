package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.discordance.domain.Side;
import health.lifelong.analytics.discordance.domain.Side.Source;
import health.lifelong.analytics.discordance.domain.Signals.MedicineGene;
import health.lifelong.analytics.history.domain.Answer;
import health.lifelong.analytics.pharmacogenomics.domain.GeneCall;
import health.lifelong.analytics.trait.domain.TraitResult;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What genes say that can disagree with the rest of the record, as far as consent and the region's
 * channels open it.
 *
 * @param alcohol ALDH2 where it is inactive; null elsewhere
 * @param medicines CYP2C19 beside clopidogrel, only where clopidogrel is taken (CPIC guideline,
 *     PMID 35034351)
 */
record GeneSides(@Nullable Side alcohol, List<MedicineGene> medicines) {
  private static final GeneSides NONE = new GeneSides(null, List.of());
  private static final String CLOPIDOGREL = "clopidogrel";
  private static final String CLOPIDOGREL_ATC = "B01AC04";
  private static final String GENE = "CYP2C19";
  private static final Set<String> REDUCED = Set.of("Intermediate Metabolizer", "Poor Metabolizer");

  static GeneSides of(InsightContext context) {
    return switch (context.genetics()) {
      case GeneticAccess.Closed closed -> NONE;
      case GeneticAccess.Open open ->
          new GeneSides(alcohol(context, open), medicines(context, open));
    };
  }

  private static @Nullable Side alcohol(InsightContext context, GeneticAccess.Open open) {
    if (!open(context, "aldh2_rs671")) {
      return null;
    }
    for (TraitResult result : open.report().traits()) {
      if (result instanceof TraitResult.Called called
          && called.trait().id().equals("aldh2")
          && called.result().name().equals("inactive")) {
        String bases = called.genotypes().getOrDefault("rs671", "");
        return new Side(Source.INHERITED, "ALDH2 rs671", bases, "", null);
      }
    }
    return null;
  }

  private static List<MedicineGene> medicines(InsightContext context, GeneticAccess.Open open) {
    if (!open(context, "pharmacogene_advice")
        || !context.pack().pharmacogenes().contains(GENE)
        || !(context.concepts().takes(CLOPIDOGREL_ATC, CLOPIDOGREL, context.checkupDay())
            instanceof Answer.Yes taken)) {
      return List.of();
    }
    for (GeneCall call : open.report().genes()) {
      if (call.gene().equals(GENE) && call.lookupKeys().stream().anyMatch(REDUCED::contains)) {
        Side gene =
            new Side(Source.INHERITED, GENE, String.join(", ", call.diplotypes()), "", null);
        Side medicine = new Side(Source.LISTED, CLOPIDOGREL, "", "", taken.since());
        return List.of(new MedicineGene(medicine, gene));
      }
    }
    return List.of();
  }

  private static boolean open(InsightContext context, String finding) {
    return GeneticChannel.of(context, finding) instanceof GeneticChannel.Open;
  }
}
