package health.lifelong.analytics.pharmacogenomics.algorithm;

import health.lifelong.analytics.genotype.domain.SiteReading.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The pairs of strands that a list of genotypes allows. Phased heterozygous calls of one phase set
 * turn together; every other heterozygous call turns on its own; the first block is held, since a
 * pair has no order.
 */
final class Strands {
  /** Above this many blocks the gene is not resolvable: 2^15 pairs are tried at most. */
  static final int MOST_BLOCKS = 16;

  private final List<Read> reads;
  private final int[] blockOf;
  private final int blocks;

  Strands(List<Read> reads) {
    this.reads = List.copyOf(reads);
    this.blockOf = new int[reads.size()];
    Map<String, Integer> byPhaseSet = new TreeMap<>();
    int count = 0;
    for (int i = 0; i < reads.size(); i++) {
      Read read = reads.get(i);
      blockOf[i] = -1;
      if (!read.heterozygous()) {
        continue;
      }
      if (!read.phased()) {
        blockOf[i] = count++;
        continue;
      }
      String set = Objects.toString(read.phaseSet());
      Integer known = byPhaseSet.get(set);
      if (known == null) {
        known = count++;
        byPhaseSet.put(set, known);
      }
      blockOf[i] = known;
    }
    this.blocks = count;
  }

  boolean resolvable() {
    return blocks <= MOST_BLOCKS;
  }

  /** At most one heterozygous position, or all of them phased to each other. */
  boolean effectivelyPhased() {
    return blocks <= 1;
  }

  int pairs() {
    return blocks <= 1 ? 1 : 1 << (blocks - 1);
  }

  /** The bases of one strand of a pair, one a position. */
  List<String> strand(int pair, boolean second) {
    List<String> bases = new ArrayList<>(reads.size());
    for (int i = 0; i < reads.size(); i++) {
      Read read = reads.get(i);
      boolean turned = blockOf[i] > 0 && (pair >> (blockOf[i] - 1) & 1) == 1;
      String other = read.second();
      bases.add(other != null && turned != second ? other : read.first());
    }
    return bases;
  }
}
