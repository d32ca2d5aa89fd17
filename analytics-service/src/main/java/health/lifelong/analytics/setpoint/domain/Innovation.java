package health.lifelong.analytics.setpoint.domain;

import java.time.LocalDate;

/**
 * How far a visit lies from what the person's earlier visits predicted.
 *
 * @param error in standard deviations of this person's prediction
 * @param shift how many of these a shift of one within-person standard deviation is
 */
public record Innovation(LocalDate date, double error, double shift) {}
