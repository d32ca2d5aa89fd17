package health.lifelong.ingestion.genotype.algorithm;

import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.vocabulary.genome.CallState;
import health.lifelong.vocabulary.genome.Chromosome;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Rows that say a marker or a place again. A marker at the same place with the same letters counts
 * once; with other letters it is a contradiction and no genotype; at another place the first is
 * kept. Markers of different names at one place must agree.
 */
final class ArrayRepeats {
  private final ArrayRows rows;
  private final Rejections rejections;
  private int[] kept = new int[0];
  private long duplicates;
  private int conflicts;

  ArrayRepeats(ArrayRows rows, Rejections rejections) {
    this.rows = rows;
    this.rejections = rejections;
  }

  /** Judges all rows; to be called once, after the last row was added. */
  void settle() {
    boolean[] dropped = new boolean[rows.size()];
    int[] order = rows.byRsid();
    int first = 0;
    for (int i = 1; i < order.length; i++) {
      if (rows.rsid(order[i]) != rows.rsid(order[first])) {
        first = i;
      } else {
        again(order[first], order[i], dropped);
      }
    }
    int[] all = new int[rows.size()];
    int count = 0;
    for (String chromosome : rows.chromosomes().stream().sorted(Chromosome.ORDER).toList()) {
      int from = count;
      for (int row : rows.sorted(chromosome)) {
        if (!dropped[row]) {
          all[count++] = row;
        }
      }
      contradictions(all, from, count);
    }
    kept = Arrays.copyOf(all, count);
  }

  private void again(int first, int again, boolean[] dropped) {
    dropped[again] = true;
    boolean samePlace =
        rows.chromosome(first).equals(rows.chromosome(again))
            && rows.position(first) == rows.position(again);
    ArrayGenotype earlier = rows.genotype(first);
    ArrayGenotype later = rows.genotype(again);
    if (samePlace && earlier.equals(later)) {
      duplicates++;
      return;
    }
    boolean contradicted =
        samePlace && earlier.state() != CallState.NO_CALL && later.state() != CallState.NO_CALL;
    if (contradicted) {
      rows.genotype(first, earlier.in(CallState.CONFLICT));
    }
    rejections.add(
        rows.record(again),
        rows.line(again),
        Reason.DUPLICATE_IN_BATCH,
        contradicted
            ? "the marker of line %d again, with another genotype: neither is used"
                .formatted(rows.line(first))
            : "the marker of line %d again, the first is kept".formatted(rows.line(first)));
  }

  private void contradictions(int[] sorted, int start, int end) {
    int from = start;
    while (from < end) {
      int to = from + 1;
      while (to < end && rows.position(sorted[to]) == rows.position(sorted[from])) {
        to++;
      }
      if (to - from > 1) {
        contradiction(sorted, from, to);
      }
      from = to;
    }
  }

  private void contradiction(int[] sorted, int from, int to) {
    Set<List<String>> read = new LinkedHashSet<>();
    for (int i = from; i < to; i++) {
      ArrayGenotype genotype = rows.genotype(sorted[i]);
      if (genotype.letters()) {
        read.add(genotype.alleles());
      }
    }
    if (read.size() < 2) {
      return;
    }
    for (int i = from; i < to; i++) {
      ArrayGenotype genotype = rows.genotype(sorted[i]);
      if (genotype.letters()) {
        rows.genotype(sorted[i], genotype.in(CallState.CONFLICT));
        conflicts++;
      }
    }
  }

  /** Rows that stay, by chromosome and position. */
  int[] kept() {
    return kept;
  }

  /** Rows that repeat another word for word. */
  long duplicates() {
    return duplicates;
  }

  /** Rows made unusable by another at their place. */
  int conflicts() {
    return conflicts;
  }
}
