package health.lifelong.ingestion.hl7v2.domain;

import health.lifelong.ingestion.record.domain.RecordOutcome;
import java.util.List;

/**
 * What one frame gave.
 *
 * @param errors ERR segments of the answer; under {@code AA} they are warnings about parts that
 *     could not be used
 * @param outcomes under {@code AA} one a person group, all with the message's index; else one
 *     rejection
 * @param observations values that count by rule 6 of the hl7v2 sample rules; 0 unless {@code AA}
 * @param unmapped those of them whose code or unit the catalogue does not know
 * @param ignored OBX segments of status I or O, which say that something is ordered or pending
 */
public record Hl7Reading(
    Hl7Envelope envelope,
    AckCode code,
    List<Hl7Error> errors,
    List<RecordOutcome> outcomes,
    int observations,
    int unmapped,
    int ignored) {
  public Hl7Reading {
    errors = List.copyOf(errors);
    outcomes = List.copyOf(outcomes);
  }
}
