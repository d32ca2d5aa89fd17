package health.lifelong.profile.consent.domain;

/**
 * The words that were shown.
 *
 * @param textId a text of the region pack, one version of it
 * @param hash SHA-256 of the words in this language, 64 hex digits; empty in decisions from before
 *     it was kept
 */
public record Words(String textId, String language, String hash) {}
