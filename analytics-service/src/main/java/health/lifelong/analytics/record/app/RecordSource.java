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
   * The same for a caller that holds what it once made of a revision: where the record still stands
   * at it, everything is decided and audited as ever, and only what is withheld comes back.
   */
  default Answer recordUnless(String personId, Purpose purpose, long knownRevision) {
    return new Answer.Read(record(personId, purpose));
  }

  /** What the owner of the record answers. */
  sealed interface Answer {
    /**
     * The record stands at the known revision.
     *
     * @param withheld what consent withholds now, as {@link PersonRecord#withheldText} writes it
     */
    record Unchanged(String withheld) implements Answer {}

    /** The record itself. */
    record Read(PersonRecord record) implements Answer {}
  }

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
