package health.lifelong.ingestion.genotype.algorithm;

import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.ingestion.record.domain.RecordOutcome.Rejected;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Quarantined lines: all are counted, the first 100 are told. */
final class Rejections {
  private static final int TOLD = 100;

  private final List<Rejected> first = new ArrayList<>();
  private long total;

  /**
   * Adds a line.
   *
   * @param record index of the body line, from 0
   * @param line 1-based line of the file
   */
  void add(long record, long line, Reason reason, String detail) {
    total++;
    if (first.size() < TOLD) {
      first.add(
          new Rejected((int) Math.min(record, Integer.MAX_VALUE), "line " + line, reason, detail));
    }
  }

  long total() {
    return total;
  }

  List<Rejected> first() {
    return first.stream().sorted(Comparator.comparingInt(Rejected::index)).toList();
  }
}
