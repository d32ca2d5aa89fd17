package health.lifelong.profile.person.domain;

/**
 * An identifier of which only the indexes are left.
 *
 * @param index over scope, system and value; unique
 * @param valueIndex over scope and value, for an asker who does not know the system
 * @param trusted true where it links across centres
 */
public record IndexedIdentifier(
    BlindIndex index, BlindIndex valueIndex, String scope, boolean trusted) {}
