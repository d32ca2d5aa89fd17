package health.lifelong.analytics.pharmacogenomics.algorithm;

import health.lifelong.analytics.genotype.domain.SiteReading.Read;
import health.lifelong.analytics.pharmacogenomics.algorithm.GeneReading.Observed;
import health.lifelong.analytics.pharmacogenomics.domain.GeneDefinition;
import health.lifelong.analytics.pharmacogenomics.domain.NamedAllele;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the pairs of named alleles that explain both strands of a gene best. Positions that were
 * not read are taken out of all definitions; where an allele defines nothing it must carry the
 * reference allele's base; the score of an allele is the number of its remaining defining
 * positions, that of a pair the sum, and all pairs of the best score are returned (genomics.md 4.2,
 * the rules of PharmCAT 2.6 in top-scoring mode).
 */
final class DiplotypeMatcher {
  /** Two alleles in display order; the second is null for a haploid gene. */
  record Pair(String first, @Nullable String second) {
    static final Comparator<Pair> ORDER =
        Comparator.comparing(Pair::first, AlleleNameOrder.INSTANCE)
            .thenComparing(
                pair -> pair.second() == null ? "" : pair.second(), AlleleNameOrder.INSTANCE);

    static Pair of(String a, String b) {
      return AlleleNameOrder.INSTANCE.compare(a, b) <= 0 ? new Pair(a, b) : new Pair(b, a);
    }
  }

  private record Candidate(String name, int score, List<String> required) {
    boolean fits(List<String> strand) {
      for (int i = 0; i < required.size(); i++) {
        if (!Iupac.allows(required.get(i), strand.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  private final List<Candidate> candidates = new ArrayList<>();

  DiplotypeMatcher(GeneDefinition gene, List<Observed> observed) {
    NamedAllele reference = gene.referenceAllele();
    for (NamedAllele allele : gene.alleles()) {
      List<String> required = new ArrayList<>(observed.size());
      int score = 0;
      for (Observed at : observed) {
        String defined = allele.defining().get(at.position().position());
        score += defined == null ? 0 : 1;
        required.add(defined == null ? background(reference, at) : defined);
      }
      if (score > 0) {
        candidates.add(new Candidate(allele.name(), score, required));
      }
    }
  }

  private static String background(NamedAllele reference, Observed at) {
    String base = reference.defining().get(at.position().position());
    return base == null || Iupac.ambiguous(base) ? at.position().reference() : base;
  }

  /** The best pairs, in display order; empty where no pair explains the strands. */
  List<Pair> pairs(Strands strands) {
    int best = 0;
    TreeSet<Pair> found = new TreeSet<>(Pair.ORDER);
    for (int pair = 0; pair < strands.pairs(); pair++) {
      List<Candidate> first = fitting(strands.strand(pair, false));
      List<Candidate> second = first.isEmpty() ? List.of() : fitting(strands.strand(pair, true));
      for (Candidate a : first) {
        for (Candidate b : second) {
          int score = a.score() + b.score();
          if (score > best) {
            best = score;
            found.clear();
          }
          if (score == best) {
            found.add(Pair.of(a.name(), b.name()));
          }
        }
      }
    }
    return List.copyOf(found);
  }

  /** The best single alleles of a haploid gene. */
  List<Pair> singles(List<Read> reads) {
    List<Candidate> fitting = fitting(reads.stream().map(Read::first).toList());
    int best = fitting.stream().mapToInt(Candidate::score).max().orElse(0);
    return fitting.stream()
        .filter(candidate -> candidate.score() == best)
        .map(candidate -> new Pair(candidate.name(), null))
        .sorted(Pair.ORDER)
        .toList();
  }

  private List<Candidate> fitting(List<String> strand) {
    return candidates.stream().filter(candidate -> candidate.fits(strand)).toList();
  }
}
