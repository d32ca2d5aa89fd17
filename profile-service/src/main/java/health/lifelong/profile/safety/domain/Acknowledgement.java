package health.lifelong.profile.safety.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's word that they look after a critical result.
 *
 * @param by who; empty: the caller
 * @param at when, by their word; null: now
 * @param note free words, kept sealed
 */
public record Acknowledgement(String by, @Nullable Instant at, String note) {}
