package health.lifelong.profile.change.domain;

import java.util.UUID;

/**
 * What is known of a fact's current version without its content.
 *
 * @param deliveryNo the delivery that brought it, in the order of first arrival for its person
 */
public record Head(int deliveryNo, UUID contentHash) {}
