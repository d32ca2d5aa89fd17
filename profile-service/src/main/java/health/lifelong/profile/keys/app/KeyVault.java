package health.lifelong.profile.keys.app;

import health.lifelong.profile.access.domain.Category;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Where wrapped keys are kept: apart from the record, so that a dump of one opens nothing. */
public interface KeyVault {
  /** The data keys of persons; those locked by law are left out. */
  Uni<List<WrappedKey>> find(Collection<UUID> persons);

  /**
   * Adds data keys, all or none. False where another writer made one of them first, or where the
   * key that wraps them is gone.
   */
  Uni<Boolean> add(List<WrappedKey> keys);

  /** The key-encryption keys of this country, newest last. */
  Uni<List<EncryptionKey>> encryptionKeys();

  /** Adds the next key-encryption key of a category, unless this generation is there already. */
  Uni<Void> addEncryptionKey(Category category, int generation, byte[] wrapped);

  /** Data keys that stand under a key-encryption key, at most {@code limit}. */
  Uni<List<WrappedKey>> under(int encryptionKey, int limit);

  /** Replaces the wrapping of data keys; one that has changed meanwhile stays as it is. */
  Uni<Void> rewrap(List<WrappedKey> before, List<WrappedKey> after);

  /** Destroys a key-encryption key; false, and nothing done, while a data key stands under it. */
  Uni<Boolean> destroyEncryptionKey(int encryptionKey);

  /** From now on the present data keys of a category seal nothing new. */
  Uni<Void> retire(Category category);

  /** Retiring data keys in order of person, at most {@code limit} after a person. */
  Uni<List<WrappedKey>> retiring(UUID after, int limit);

  /** Destroys one data key. */
  Uni<Void> destroy(WrappedKey key);

  /** How many keys stand where. */
  Uni<List<KeyCount>> counts();

  /**
   * A key-encryption key.
   *
   * @param wrapped by the root
   */
  record EncryptionKey(int number, Category category, int generation, byte[] wrapped) {}

  /** Data keys under one key-encryption key. */
  record KeyCount(Category category, int generation, long dataKeys, long retiring) {}
}
