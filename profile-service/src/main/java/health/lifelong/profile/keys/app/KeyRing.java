package health.lifelong.profile.keys.app;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.platform.sealing.KeyWrap;
import health.lifelong.platform.sealing.SealBroken;
import health.lifelong.platform.sealing.SealedField;
import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.keys.domain.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * The data keys of some persons as they stood when they were asked for, for the length of one batch
 * or one read. Sealing for a person without a key of that category makes one; it holds once {@link
 * DataKeys#keep} has stored it, which must be before the sealed data is committed. Not for use by
 * two threads at once.
 */
public final class KeyRing {
  private static final String SERVICE = "profile";

  private final Map<Name, SecretKey> keys = new HashMap<>();
  private final Map<Owner, Integer> newest = new HashMap<>();
  private final Map<Owner, Integer> sealing = new HashMap<>();
  private final List<NewKey> made = new ArrayList<>();

  KeyRing() {}

  private record Owner(UUID personId, Category category) {}

  private record Name(Owner owner, int generation) {}

  /** A key that is not stored yet. */
  record NewKey(UUID personId, Category category, int generation, SecretKey key) {}

  void add(WrappedKey wrapped, SecretKey key) {
    Owner owner = new Owner(wrapped.personId(), wrapped.category());
    keys.put(new Name(owner, wrapped.generation()), key);
    newest.merge(owner, wrapped.generation(), Math::max);
    if (!wrapped.retiring()) {
      sealing.merge(owner, wrapped.generation(), Math::max);
    }
  }

  /** Seals a field under the person's key of a category. */
  public byte[] seal(Place place, Category category, byte[] plain) {
    Owner owner = new Owner(place.personId(), category);
    Integer known = sealing.get(owner);
    int generation = known == null ? make(owner) : known;
    SecretKey key = key(new Name(owner, generation));
    return SealedField.seal(key, category.number() << 8 | generation, place(place), plain);
  }

  private int make(Owner owner) {
    int generation = newest.getOrDefault(owner, 0) + 1;
    SecretKey key = KeyWrap.newKey();
    keys.put(new Name(owner, generation), key);
    newest.put(owner, generation);
    sealing.put(owner, generation);
    made.add(new NewKey(owner.personId(), owner.category(), generation, key));
    return generation;
  }

  private SecretKey key(Name name) {
    SecretKey key = keys.get(name);
    if (key == null) {
      // Destroyed or locked: nobody can read it any more, whoever asks.
      throw new LifelongException(ErrorReason.ERROR_REASON_NOT_FOUND, "the key of a field is gone");
    }
    return key;
  }

  /** False where the key of a field of the person is destroyed or locked. */
  public boolean holds(UUID personId, byte[] field) {
    int generation = SealedField.keyId(field) & 0xFF;
    return keys.containsKey(new Name(new Owner(personId, category(field)), generation));
  }

  /**
   * Opens a field. Fails with NOT_FOUND where its key is destroyed, and with {@link SealBroken}
   * where it was sealed for another place.
   */
  public byte[] open(Place place, byte[] field) {
    int id = SealedField.keyId(field);
    Owner owner = new Owner(place.personId(), category(field));
    return SealedField.open(key(new Name(owner, id & 0xFF)), place(place), field);
  }

  /** The category whose key sealed a field. */
  public static Category category(byte[] field) {
    return Category.of(SealedField.keyId(field) >> 8);
  }

  /** Seals texts as one field; null where none says anything. */
  public byte @Nullable [] sealWords(Place place, Category category, List<@Nullable String> words) {
    return Words.isEmpty(words) ? null : seal(place, category, Words.pack(words));
  }

  /** The texts of a field; {@code count} nulls where there is no field. */
  public List<@Nullable String> openWords(Place place, byte @Nullable [] field, int count) {
    return field == null ? Words.none(count) : Words.unpack(open(place, field));
  }

  List<NewKey> made() {
    return List.copyOf(made);
  }

  private static SealedField.Place place(Place place) {
    return new SealedField.Place(
        SERVICE,
        place.column().table(),
        place.column().column(),
        place.row(),
        place.personId().toString());
  }
}
