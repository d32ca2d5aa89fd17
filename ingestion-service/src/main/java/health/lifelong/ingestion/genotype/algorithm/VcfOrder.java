package health.lifelong.ingestion.genotype.algorithm;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether records of one chromosome lie together and rise. */
final class VcfOrder {
  private static final int MAX_CHROMOSOMES = 10_000;

  private final Set<String> finished = new HashSet<>();
  private String chromosome = "";
  private int position = -1;

  /** What is wrong with a record's place after the one before it, or null. */
  @Nullable String fault(String nextChromosome, int nextPosition) {
    if (nextChromosome.startsWith("<")) {
      // contigs of an assembly file may stand anywhere
      return null;
    }
    boolean same = nextChromosome.equals(chromosome);
    boolean falling = same && nextPosition < position;
    position = nextPosition;
    if (same) {
      return falling ? "the position is smaller than the one before" : null;
    }
    if (finished.size() < MAX_CHROMOSOMES) {
      finished.add(chromosome);
    }
    chromosome = nextChromosome;
    return finished.contains(nextChromosome)
        ? "the records of this chromosome do not lie together"
        : null;
  }
}
