package health.lifelong.analytics.pharmacogenomics.algorithm;

import health.lifelong.analytics.pharmacogenomics.domain.DrugAdvice;
import health.lifelong.analytics.pharmacogenomics.domain.GeneCall;
import health.lifelong.analytics.pharmacogenomics.domain.RecommendationTable;
import health.lifelong.analytics.pharmacogenomics.domain.RecommendationTable.Drug;
import health.lifelong.analytics.pharmacogenomics.domain.RecommendationTable.Recommendation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Selects the recommendation rows that a person's gene calls lead to. Where several diplotypes are
 * equally good, the rows of all of them are selected. A gene without a call has the key {@code No
 * Result}; rows that hold only because a gene was not tested name that gene.
 */
public final class DrugAdvisor {
  private final RecommendationTable table;

  public DrugAdvisor(RecommendationTable table) {
    this.table = table;
  }

  /** Rows of every drug that at least one called gene speaks about. */
  public List<DrugAdvice> advise(List<GeneCall> calls) {
    Map<String, Set<String>> keys = keys(calls);
    List<DrugAdvice> advice = new ArrayList<>();
    for (Drug drug : table.drugs()) {
      if (drug.genes().stream().anyMatch(keys::containsKey)) {
        drug.rows().stream()
            .filter(row -> holds(row, keys))
            .map(row -> advice(drug, row, keys))
            .forEach(advice::add);
      }
    }
    return advice;
  }

  private static Map<String, Set<String>> keys(List<GeneCall> calls) {
    Map<String, Set<String>> keys = new HashMap<>();
    for (GeneCall call : calls) {
      Set<String> known = new HashSet<>(call.lookupKeys());
      known.remove(GeneCall.NO_RESULT);
      known.remove("");
      if (!known.isEmpty()) {
        keys.computeIfAbsent(call.gene(), absent -> new HashSet<>()).addAll(known);
      }
    }
    return keys;
  }

  private static boolean holds(Recommendation row, Map<String, Set<String>> keys) {
    return row.lookupKeys().keySet().stream().anyMatch(keys::containsKey)
        && row.lookupKeys().entrySet().stream()
            .allMatch(
                gene ->
                    keys.getOrDefault(gene.getKey(), Set.of(GeneCall.NO_RESULT))
                        .contains(gene.getValue()));
  }

  private DrugAdvice advice(Drug drug, Recommendation row, Map<String, Set<String>> keys) {
    return new DrugAdvice(
        drug.name(),
        row.population(),
        row.classification(),
        row.lookupKeys(),
        row.implications(),
        row.recommendation(),
        row.comments(),
        row.lookupKeys().keySet().stream()
            .filter(gene -> !keys.containsKey(gene))
            .sorted()
            .toList(),
        drug.guideline(),
        drug.url(),
        drug.pmids(),
        table.version());
  }
}
