package health.lifelong.profile.keys.app;

import health.lifelong.platform.sealing.KeyWrap;
import health.lifelong.profile.change.app.StoreFailures.Contention;
import health.lifelong.profile.keys.app.EncryptionKeys.Known;
import health.lifelong.profile.keys.app.EncryptionKeys.Wrapping;
import health.lifelong.profile.keys.app.KeyRing.NewKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The data keys of persons. One look-up a batch or read, and nothing kept in memory in between: a
 * destroyed key is gone for every replica with the next request, and the look-up costs less than a
 * cache that would have to be told (decision record 0015).
 */
@ApplicationScoped
public class DataKeys {
  private final KeyVault vault;
  private final EncryptionKeys encryption;

  DataKeys(KeyVault vault, EncryptionKeys encryption) {
    this.vault = vault;
    this.encryption = encryption;
  }

  /** The keys of these persons as they stand. */
  public Uni<KeyRing> of(Collection<UUID> persons) {
    if (persons.isEmpty()) {
      return Uni.createFrom().item(new KeyRing());
    }
    return vault
        .find(persons)
        .chain(found -> encryption.with(found).map(known -> ring(found, known)));
  }

  private static KeyRing ring(List<WrappedKey> found, Known known) {
    KeyRing ring = new KeyRing();
    for (WrappedKey key : found) {
      ring.add(key, KeyWrap.unwrap(known.key(key.encryptionKey()), key.wrapped()));
    }
    return ring;
  }

  /**
   * Stores the keys that the ring has made until this is subscribed to. Fails with {@link
   * Contention} where another writer made one of them at the same time.
   */
  public Uni<Void> keep(KeyRing ring) {
    return Uni.createFrom().deferred(() -> store(ring.made()));
  }

  private Uni<Void> store(List<NewKey> made) {
    if (made.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Known known = encryption.known();
    return vault
        .add(made.stream().map(key -> wrapped(key, known)).toList())
        .chain(
            stored ->
                stored
                    ? Uni.createFrom().voidItem()
                    : encryption
                        .refresh()
                        .chain(() -> Uni.createFrom().failure(new Contention("data key"))));
  }

  private static WrappedKey wrapped(NewKey key, Known known) {
    Wrapping wrapping = known.newest(key.category());
    return new WrappedKey(
        key.personId(),
        key.category(),
        key.generation(),
        wrapping.number(),
        KeyWrap.wrap(wrapping.key(), key.key()),
        false);
  }
}
