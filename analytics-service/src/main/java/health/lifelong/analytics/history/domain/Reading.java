package health.lifelong.analytics.history.domain;

import health.lifelong.analytics.record.domain.Value.Comparator;
import java.time.LocalDate;

/**
 * One number of one item at one visit, in the catalogue's unit.
 *
 * @param value in {@code unit}
 * @param comparator whether the number is the value or only its bound
 * @param unitAssumed true where the unit came from the centre's contract and not with the value
 */
public record Reading(
    String itemCode,
    double value,
    String text,
    String unit,
    Comparator comparator,
    LocalDate date,
    String visitId,
    String centre,
    String method,
    boolean unitAssumed) {}
