package health.lifelong.profile.genome.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A genome in the record.
 *
 * @param genomeNo number within the person, in order of arrival
 * @param duplicate the same calls stand under another person
 */
public record StoredGenome(
    int genomeNo,
    UUID genomeId,
    String centre,
    Genome genome,
    Instant receivedAt,
    boolean duplicate) {}
