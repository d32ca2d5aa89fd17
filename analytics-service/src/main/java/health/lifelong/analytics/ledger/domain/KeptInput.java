package health.lifelong.analytics.ledger.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the engine read of one person, as it is kept.
 *
 * @param engineVersion models, pack and parameter sets it was read for
 * @param withheld what consent withheld, in one canonical text
 * @param validUntil when time alone changes what may be read; null: never
 * @param partDigests SHA-256 of each part, in hex, in the order of the parts
 * @param genomeId genome of which the insights speak; empty where none
 * @param genomeKey SHA-256 of its file and sample; empty where none
 * @param record the record's kept form, without any genotype
 */
public record KeptInput(
    UUID personId,
    long revision,
    LocalDate asOf,
    String engineVersion,
    String packVersion,
    String withheld,
    @Nullable Instant validUntil,
    List<String> partDigests,
    String genomeId,
    String genomeKey,
    byte[] record) {

  public KeptInput {
    partDigests = List.copyOf(partDigests);
  }
}
