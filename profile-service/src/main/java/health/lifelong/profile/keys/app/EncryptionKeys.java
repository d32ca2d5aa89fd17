package health.lifelong.profile.keys.app;

import health.lifelong.platform.sealing.KeyManagement;
import health.lifelong.platform.sealing.KeyWrap;
import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.keys.app.KeyVault.EncryptionKey;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;

/**
 * The key-encryption keys, one a category and country at a time. They are few and asked for at
 * every batch, so that they stay unwrapped in memory; another replica's new one is learnt when it
 * is met.
 */
@ApplicationScoped
public class EncryptionKeys {
  private static final Duration START = Duration.ofSeconds(30);

  private final KeyVault vault;
  private final KeyManagement root;
  private volatile Known known = new Known(Map.of(), Map.of());

  EncryptionKeys(KeyVault vault, KeyManagement root) {
    this.vault = vault;
    this.root = root;
  }

  /** What is unwrapped: every key by number, and the newest of each category. */
  record Known(Map<Integer, SecretKey> keys, Map<Category, EncryptionKey> newest) {
    Wrapping newest(Category category) {
      EncryptionKey key = newest.get(category);
      if (key == null) {
        throw new IllegalStateException("no key-encryption key of " + category.code());
      }
      return new Wrapping(key.number(), key(key.number()));
    }

    SecretKey key(int number) {
      SecretKey key = keys.get(number);
      if (key == null) {
        throw new IllegalStateException("the key-encryption key " + number + " is gone");
      }
      return key;
    }
  }

  /** A key-encryption key and its number. */
  record Wrapping(int number, SecretKey key) {}

  // Before anything else that starts: without these keys nothing can be written or read.
  void start(@Observes @Priority(1) StartupEvent event) {
    refresh().chain(this::complete).await().atMost(START);
  }

  private Uni<Known> complete(Known present) {
    return Multi.createFrom()
        .items(Arrays.stream(Category.values()))
        .filter(category -> !present.newest().containsKey(category))
        .onItem()
        .transformToUniAndConcatenate(category -> add(category, 1))
        .collect()
        .asList()
        .chain(this::refresh);
  }

  /** Makes the next key of a category: new data keys stand under it at once. */
  Uni<Known> next(Category category) {
    return refresh()
        .chain(
            present -> {
              EncryptionKey newest = present.newest().get(category);
              return add(category, newest == null ? 1 : newest.generation() + 1);
            })
        .chain(this::refresh);
  }

  private Uni<Void> add(Category category, int generation) {
    return vault.addEncryptionKey(category, generation, root.wrap(KeyWrap.newKey()));
  }

  /** The keys that are known now. */
  Known known() {
    return known;
  }

  /** The keys, among them all of those numbers: asks the key store where one is new. */
  Uni<Known> with(List<WrappedKey> dataKeys) {
    Known present = known;
    boolean complete =
        dataKeys.stream().allMatch(key -> present.keys().containsKey(key.encryptionKey()));
    return complete ? Uni.createFrom().item(present) : refresh();
  }

  /** Asks the key store anew. */
  Uni<Known> refresh() {
    return vault.encryptionKeys().map(this::unwrapped).invoke(fresh -> known = fresh);
  }

  private Known unwrapped(List<EncryptionKey> stored) {
    Map<Integer, SecretKey> keys = new HashMap<>();
    Map<Category, EncryptionKey> newest = new EnumMap<>(Category.class);
    for (EncryptionKey key : stored) {
      SecretKey open = known.keys().get(key.number());
      keys.put(key.number(), open == null ? root.unwrap(key.wrapped()) : open);
      newest.put(key.category(), key);
    }
    return new Known(Map.copyOf(keys), Map.copyOf(newest));
  }
}
