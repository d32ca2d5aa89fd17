package health.lifelong.profile.keys.app;

import health.lifelong.profile.access.domain.Category;
import java.util.UUID;

/**
 * A data key as the key store keeps it.
 *
 * @param generation 1 to 255, rising with each rotation
 * @param encryptionKey number of the key-encryption key that wraps it
 * @param retiring true where it opens what it sealed and seals nothing new
 */
public record WrappedKey(
    UUID personId,
    Category category,
    int generation,
    int encryptionKey,
    byte[] wrapped,
    boolean retiring) {}
