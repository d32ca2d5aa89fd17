package health.lifelong.profile.record.domain;

import org.jspecify.annotations.Nullable;

/**
 * An observation in the record.
 *
 * @param checkupNo the visit it was reported in
 * @param deliveryNo the delivery that brought this version, in the order of first arrival
 * @param heldUntilMicros until when it waits for a clinician at most; null where it was released at
 *     once
 */
public record StoredObservation(
    Observation observation, int checkupNo, int deliveryNo, @Nullable Long heldUntilMicros) {}
