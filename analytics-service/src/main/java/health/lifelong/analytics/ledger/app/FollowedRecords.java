package health.lifelong.analytics.ledger.app;

import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.vocabulary.genome.Genotypes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records as the recomputing job reads them: under its own identity, for personal health management
 * only, decided by consent and audited by the owner of the record on every read.
 */
public interface FollowedRecords {

  /** At most {@code limit} changes after a sequence, in order. */
  List<Change> changes(long after, int limit);

  /** That something of a person changed. */
  record Change(long sequence, String personId) {}

  /** Reads a record; empty where there is no such person any more. */
  Optional<Kept> record(String personId);

  /**
   * A record with the form in which it can be kept.
   *
   * @param form without names, documents and genotypes
   * @param validUntil when time alone changes what may be read; null: never
   */
  record Kept(PersonRecord record, byte[] form, @Nullable Instant validUntil) {}

  /** The record of a kept form. */
  PersonRecord read(byte[] form);

  /**
   * Reads genotypes into memory, for this computation only.
   *
   * @param genomeId empty for the newest
   */
  Optional<Genotypes> genotypes(String personId, String genomeId);
}
