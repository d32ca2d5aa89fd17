package health.lifelong.analytics.record.app;

import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.vocabulary.genome.Genotypes;
import java.util.Optional;

/**
 * Where a person's record comes from. Every call is decided, consent-checked and audited by the
 * owner of the record.
 */
public interface RecordSource {

  /** Reads the record for a purpose, with the rights of the end user whose call this is. */
  PersonRecord record(String personId, Purpose purpose);

  /**
   * Reads the newest genotypes; empty where there are none. They live in memory for this call only,
   * and are never logged.
   */
  Optional<Genotypes> genotypes(String personId, Purpose purpose);

  /** Why the record is read. */
  enum Purpose {
    HEALTH_MANAGEMENT,
    CARE
  }
}
