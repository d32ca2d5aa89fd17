package health.lifelong.analytics.pharmacogenomics.algorithm;

import health.lifelong.analytics.genotype.domain.SiteReading.Read;
import health.lifelong.analytics.pharmacogenomics.algorithm.GeneReading.Observed;
import health.lifelong.analytics.pharmacogenomics.domain.GeneDefinition;
import health.lifelong.analytics.pharmacogenomics.domain.NamedAllele;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * DPYD and RYR1: strands may carry several variants, and the least active one of each counts. Where
 * the strands are not known, the two least active variants overall count (genomics.md 4.2).
 */
final class LeastFunctionCaller {
  /** What was found, before phenotypes are looked up. */
  sealed interface Found {
    /** Both strands known: the variants of each; an empty list is the reference. */
    record Phased(List<String> first, List<String> second) implements Found {}

    /** Strands unknown: the variants, each as often as it was read. */
    record Unphased(List<String> copies) implements Found {}
  }

  private final GeneDefinition gene;
  private final List<Observed> observed;
  private final Map<String, SortedMap<Integer, String>> active = new HashMap<>();

  LeastFunctionCaller(GeneDefinition gene, List<Observed> observed) {
    this.gene = gene;
    List<Integer> present = observed.stream().map(o -> o.position().position()).toList();
    for (NamedAllele allele : gene.alleles()) {
      if (!allele.reference()) {
        SortedMap<Integer, String> bases = active(allele, present);
        if (!bases.isEmpty()) {
          active.put(allele.name(), bases);
        }
      }
    }
    // A position that no variant is decided by says nothing about strands either.
    this.observed =
        observed.stream()
            .filter(
                o -> active.values().stream().anyMatch(b -> b.containsKey(o.position().position())))
            .toList();
  }

  private static SortedMap<Integer, String> active(NamedAllele allele, List<Integer> present) {
    SortedMap<Integer, String> bases = new TreeMap<>(allele.defining());
    bases.keySet().retainAll(present);
    bases.values().removeIf(Iupac::ambiguous);
    if (bases.isEmpty()) {
      bases.putAll(allele.standIn());
      bases.keySet().retainAll(present);
    }
    return bases;
  }

  Found call() {
    List<Read> reads = observed.stream().map(Observed::read).toList();
    Strands strands = new Strands(reads);
    if (strands.effectivelyPhased()) {
      return new Found.Phased(
          variants(strands.strand(0, false)), variants(strands.strand(0, true)));
    }
    List<String> copies = new ArrayList<>();
    for (Map.Entry<String, SortedMap<Integer, String>> variant : active.entrySet()) {
      int read = copies(variant.getValue());
      IntStream.range(0, read).forEach(i -> copies.add(variant.getKey()));
    }
    copies.sort(AlleleNameOrder.INSTANCE);
    return copies.size() < 2 ? new Found.Phased(copies, List.of()) : new Found.Unphased(copies);
  }

  private int copies(SortedMap<Integer, String> bases) {
    int fewest = 2;
    for (Observed at : observed) {
      String base = bases.get(at.position().position());
      fewest = base == null ? fewest : Math.min(fewest, at.read().copies(base));
    }
    return fewest;
  }

  private List<String> variants(List<String> strand) {
    Map<Integer, String> bases = new HashMap<>();
    for (int i = 0; i < strand.size(); i++) {
      bases.put(observed.get(i).position().position(), strand.get(i));
    }
    return active.entrySet().stream()
        .filter(v -> bases.entrySet().containsAll(v.getValue().entrySet()))
        .map(Map.Entry::getKey)
        .sorted(AlleleNameOrder.INSTANCE)
        .toList();
  }

  /** How a strand is written: the reference, one variant, or {@code [A + B]}. */
  String strandName(List<String> variants) {
    return switch (variants.size()) {
      case 0 -> gene.referenceAllele().name();
      case 1 -> variants.getFirst();
      default -> variants.stream().collect(Collectors.joining(" + ", "[", "]"));
    };
  }

  /** The allele that counts on a strand. */
  String least(List<String> variants) {
    return variants.stream().min(leastFirst()).orElse(gene.referenceAllele().name());
  }

  /** The two alleles that count where strands are unknown. */
  List<String> twoLeast(List<String> copies) {
    String reference = gene.referenceAllele().name();
    return Stream.concat(copies.stream().sorted(leastFirst()), Stream.of(reference, reference))
        .limit(2)
        .toList();
  }

  private Comparator<String> leastFirst() {
    return Comparator.comparingDouble(this::activity)
        .thenComparing(name -> !function(name).contains("Malignant"))
        .thenComparing(AlleleNameOrder.INSTANCE);
  }

  private double activity(String name) {
    String text = gene.allele(name).map(NamedAllele::activity).orElse(null);
    return text == null || text.equals("n/a") ? Double.MAX_VALUE : Double.parseDouble(text);
  }

  private String function(String name) {
    return gene.allele(name).map(NamedAllele::function).orElse("");
  }
}
