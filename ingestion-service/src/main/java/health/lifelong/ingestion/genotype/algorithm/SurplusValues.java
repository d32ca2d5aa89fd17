package health.lifelong.ingestion.genotype.algorithm;

import org.jspecify.annotations.Nullable;

/**
 * Values of a sample whose count does not fit the record's alleles. Tools that drop an ALT nobody
 * carries leave its values behind; such a record is still sound, as the genotype's indices were
 * renumbered. It is told by two keys with a value an allele that agree on how many alleles were
 * dropped; a lone misfit is a fault.
 */
final class SurplusValues {
  private final int alts;
  private int misfits;
  private int agreeing;
  private int dropped;
  private boolean disagreeing;
  private @Nullable String first;

  SurplusValues(int alts) {
    this.alts = alts;
  }

  void add(VcfDefinition definition, String text, int from, int to) {
    misfits++;
    first = first == null ? definition.id() : first;
    int count = 1;
    for (int i = from; i < to; i++) {
      count += text.charAt(i) == ',' ? 1 : 0;
    }
    switch (definition.per()) {
      case 'A' -> vote(count - alts);
      case 'R' -> vote(count - alts - 1);
      case 'G' -> {}
      default -> disagreeing = true;
    }
  }

  private void vote(int surplus) {
    disagreeing |= surplus < 1 || dropped > 0 && surplus != dropped;
    dropped = surplus;
    agreeing++;
  }

  boolean ofDroppedAlleles() {
    return agreeing >= 2 && !disagreeing;
  }

  /** What is wrong, or null. */
  @Nullable String fault() {
    return misfits == 0
        ? null
        : "FORMAT %s has another number of values than declared".formatted(first);
  }
}
