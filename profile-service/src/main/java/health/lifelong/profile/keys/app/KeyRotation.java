package health.lifelong.profile.keys.app;

import health.lifelong.platform.sealing.KeyWrap;
import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.keys.app.EncryptionKeys.Known;
import health.lifelong.profile.keys.app.EncryptionKeys.Wrapping;
import health.lifelong.profile.keys.app.KeyVault.EncryptionKey;
import health.lifelong.profile.scope.app.ScopedTransactions;
import health.lifelong.profile.scope.domain.Job;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Turns keys over while the service works. A new key stands at once; what stands under the old one
 * follows in the background, a person at a time, and the old one is destroyed when nothing does.
 * Every replica may run it: a person is locked while sealed anew, and a wrapping is replaced only
 * where it is still the old one.
 */
@ApplicationScoped
public class KeyRotation {
  private static final Logger LOG = Logger.getLogger(KeyRotation.class);
  private static final int PAGE = 500;
  private static final UUID FIRST = new UUID(0, 0);

  private final ScopedTransactions transactions;
  private final KeyVault vault;
  private final EncryptionKeys encryption;
  private final DataKeys keys;
  private final Resealing fields;
  private final KeysConfig config;
  private @Nullable Cancellable running;

  KeyRotation(
      ScopedTransactions transactions,
      KeyVault vault,
      EncryptionKeys encryption,
      DataKeys keys,
      Resealing fields,
      KeysConfig config) {
    this.transactions = transactions;
    this.vault = vault;
    this.encryption = encryption;
    this.keys = keys;
    this.fields = fields;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    running =
        Multi.createBy()
            .repeating()
            .uni(this::quietRound)
            .withDelay(config.poll())
            .indefinitely()
            .subscribe()
            .with(
                done -> LOG.tracef("keys.round keys=%d", done),
                failure -> LOG.errorf(failure, "keys.job_ended"));
  }

  void stop(@Observes ShutdownEvent event) {
    if (running != null) {
      running.cancel();
    }
  }

  private Uni<Integer> quietRound() {
    return round()
        .onFailure()
        .invoke(f -> LOG.errorf("keys.round_failed cause=%s", f.getClass().getName()))
        .onFailure()
        .recoverWithItem(0);
  }

  /** New data keys of a category from now on; the present ones retire. */
  public Uni<Void> rotateData(Category category) {
    return vault.retire(category);
  }

  /** A new key-encryption key of a category from now on. */
  public Uni<Void> rotateEncryption(Category category) {
    return encryption.next(category).replaceWithVoid();
  }

  /** How far the rotations are. */
  public Uni<List<KeyVault.KeyCount>> counts() {
    return vault.counts();
  }

  /** Does what waits; the item is how many keys were wrapped anew or destroyed. */
  public Uni<Integer> round() {
    return rewrapAll()
        .chain(rewrapped -> resealFrom(FIRST).map(destroyed -> rewrapped + destroyed));
  }

  private Uni<Integer> rewrapAll() {
    return encryption
        .refresh()
        .chain(
            known ->
                vault
                    .encryptionKeys()
                    .onItem()
                    .transformToMulti(Multi.createFrom()::iterable)
                    .filter(key -> key.number() != known.newest(key.category()).number())
                    .onItem()
                    .transformToUniAndConcatenate(old -> rewrap(old, known))
                    .collect()
                    .with(Collectors.summingInt(Integer::intValue)));
  }

  private Uni<Integer> rewrap(EncryptionKey old, Known known) {
    return vault
        .under(old.number(), PAGE)
        .chain(
            page ->
                page.isEmpty()
                    ? vault.destroyEncryptionKey(old.number()).map(destroyed -> 0)
                    : vault
                        .rewrap(page, page.stream().map(key -> rewrapped(key, known)).toList())
                        .chain(() -> rewrap(old, known))
                        .map(more -> more + page.size()));
  }

  private static WrappedKey rewrapped(WrappedKey key, Known known) {
    Wrapping newest = known.newest(key.category());
    return new WrappedKey(
        key.personId(),
        key.category(),
        key.generation(),
        newest.number(),
        KeyWrap.wrap(newest.key(), KeyWrap.unwrap(known.key(key.encryptionKey()), key.wrapped())),
        key.retiring());
  }

  private Uni<Integer> resealFrom(UUID after) {
    return vault
        .retiring(after, PAGE)
        .chain(
            page ->
                page.isEmpty()
                    ? Uni.createFrom().item(0)
                    : reseal(page)
                        .chain(
                            done ->
                                resealFrom(page.getLast().personId()).map(more -> more + done)));
  }

  private Uni<Integer> reseal(List<WrappedKey> page) {
    return Multi.createFrom()
        .iterable(page)
        .onItem()
        .transformToUniAndConcatenate(this::reseal)
        .collect()
        .with(Collectors.summingInt(Integer::intValue));
  }

  // The key is destroyed after the commit, and only where no field stands under it. A key without
  // its person may be of a transaction that has not ended yet: it waits.
  private Uni<Integer> reseal(WrappedKey key) {
    return transactions
        .as(
            Job.KEY_ROTATION,
            transaction ->
                fields
                    .lock(transaction, key.personId())
                    .chain(
                        exists ->
                            exists
                                ? keys.of(List.of(key.personId()))
                                    .call(ring -> fields.reseal(transaction, key, ring))
                                    .chain(keys::keep)
                                    .chain(() -> fields.count(transaction, key))
                                : Uni.createFrom().item(1)))
        .chain(left -> left == 0 ? vault.destroy(key).replaceWith(1) : Uni.createFrom().item(0));
  }
}
