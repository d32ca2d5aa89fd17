package health.lifelong.ingestion.genotype.algorithm;

import health.lifelong.vocabulary.genome.CallState;
import health.lifelong.vocabulary.genome.GenomeSites;
import health.lifelong.vocabulary.genome.Strand;
import health.lifelong.vocabulary.genome.StrandDetection;
import java.util.Optional;

/**
 * Turns a file that was read from the reverse strand, and takes no letter whose strand cannot be
 * told (genomics.md 2.5).
 */
final class ArrayStrand {
  private final StrandDetection sites = new StrandDetection(GenomeSites.shipped());

  /** Counts what a row says of the strand. */
  void see(long rsid, ArrayGenotype genotype) {
    if (genotype.letters()) {
      sites.see(rsid, genotype.alleles());
    }
  }

  /**
   * Judges all rows once the last was seen.
   *
   * @param declaredPlus true where the column itself names the strand, so that palindromic sites
   *     can be believed
   * @return what was changed, for the sender; empty where nothing was
   */
  Optional<String> settle(ArrayRows rows, boolean declaredPlus) {
    if (sites.decide() == Strand.REVERSE) {
      rows.complement();
      return Optional.of(
          "the file is read from the reverse strand (%d of %d known sites): all letters were complemented"
              .formatted(sites.reverse(), sites.forward() + sites.reverse()));
    }
    return sites.reverse() == 0 ? Optional.empty() : Optional.of(dropped(rows, declaredPlus));
  }

  private String dropped(ArrayRows rows, boolean declaredPlus) {
    int turned = 0;
    int ambiguous = 0;
    for (int row = 0; row < rows.size(); row++) {
      ArrayGenotype genotype = rows.genotype(row);
      if (rows.rsid(row) == 0 || !genotype.letters()) {
        continue;
      }
      switch (sites.read(rows.rsid(row), genotype.alleles())) {
        case REVERSE -> {
          rows.genotype(row, genotype.in(CallState.NO_CALL));
          turned++;
        }
        case AMBIGUOUS -> {
          if (!declaredPlus) {
            rows.genotype(row, genotype.in(CallState.NO_CALL));
            ambiguous++;
          }
        }
        case FORWARD, IMPOSSIBLE, NONE -> {}
      }
    }
    return "both strands are seen: %d known sites that read reverse and %d palindromic ones are no-calls"
        .formatted(turned, ambiguous);
  }
}
