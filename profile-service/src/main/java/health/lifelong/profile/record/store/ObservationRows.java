package health.lifelong.profile.record.store;

import static health.lifelong.profile.change.store.UnnestInsert.Type.BIGINT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.BOOLEAN;
import static health.lifelong.profile.change.store.UnnestInsert.Type.BYTEA;
import static health.lifelong.profile.change.store.UnnestInsert.Type.INT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.SMALLINT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.TEXT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.UUID;

import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.change.algorithm.Digests;
import health.lifelong.profile.change.domain.PersonKey;
import health.lifelong.profile.change.store.UnnestInsert;
import health.lifelong.profile.keys.app.KeyRing;
import health.lifelong.profile.keys.domain.Place;
import health.lifelong.profile.keys.domain.SealedColumn;
import health.lifelong.profile.record.algorithm.SpecialCategories;
import health.lifelong.profile.record.app.RecordStore.Earlier;
import health.lifelong.profile.record.domain.Coding;
import health.lifelong.profile.record.domain.EffectiveTime;
import health.lifelong.profile.record.domain.Observation;
import health.lifelong.profile.record.domain.Observation.Status;
import health.lifelong.profile.record.domain.Observation.Unmapped;
import health.lifelong.profile.record.domain.StoredObservation;
import health.lifelong.profile.record.domain.Value;
import health.lifelong.profile.record.domain.Value.Comparator;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An observation as a narrow row and back, exactly: numbers of the catalogue in plain, the sender's
 * words as one sealed field. Raw words are left out where they equal the mapped ones, others where
 * empty; true is stored and false is null.
 */
final class ObservationRows {
  private static final int WORDS = 15;
  private static final SpecialCategories CATEGORIES = SpecialCategories.standard();

  static final UnnestInsert INSERT = columns("observation").omittingEmpty().build();
  static final UnnestInsert REPLACE =
      columns("observation").replacing("person_id, natural_key").build();
  static final UnnestInsert INSERT_HISTORY =
      columns("observation_history")
          .column("content_hash", UUID)
          .column("reason", SMALLINT)
          .then("ON CONFLICT DO NOTHING")
          .omittingEmpty()
          .build();

  private ObservationRows() {}

  private static UnnestInsert.Builder columns(String table) {
    return UnnestInsert.into(table)
        .column("person_id", UUID)
        .column("natural_key", UUID)
        .column("checkup_no", INT)
        .column("delivery_no", INT)
        .column("held_until", BIGINT)
        .column("effective_start", BIGINT)
        .column("effective_end", BIGINT)
        .column("offset_minutes", SMALLINT)
        .column("time_precision", SMALLINT)
        .column("offset_assumed", BOOLEAN)
        .column("status", SMALLINT)
        .column("unmapped", SMALLINT)
        .column("implausible", BOOLEAN)
        .column("unit_assumed", BOOLEAN)
        .column("item_code", TEXT)
        .column("kind", SMALLINT)
        .column("comparator", SMALLINT)
        .column("absent", SMALLINT)
        .column("value", TEXT)
        .column("unit", TEXT)
        .column("words_cipher", BYTEA);
  }

  static List<@Nullable Object[]> cells(Map<PersonKey, StoredObservation> current, KeyRing ring) {
    return current.entrySet().stream()
        .map(entry -> current(entry.getKey().personId(), entry.getValue(), ring))
        .toList();
  }

  private static @Nullable Object[] current(UUID person, StoredObservation stored, KeyRing ring) {
    Place place =
        Place.of(
            SealedColumn.OBSERVATION_WORDS,
            person,
            stored.observation().key(),
            stored.deliveryNo());
    return cells(person, stored, words -> sealed(words, stored, place, ring));
  }

  static @Nullable Object[] cells(Earlier earlier, KeyRing ring) {
    StoredObservation version = earlier.version();
    UUID hash = contentHash(cells(earlier.personId(), version, words -> words));
    Place place =
        Place.of(
            SealedColumn.EARLIER_WORDS,
            earlier.personId(),
            version.observation().key(),
            version.deliveryNo(),
            hash);
    @Nullable Object[] cells =
        cells(earlier.personId(), version, words -> sealed(words, version, place, ring));
    @Nullable Object[] row = Arrays.copyOf(cells, cells.length + 2);
    row[cells.length] = hash;
    row[cells.length + 1] = (short) earlier.why().number();
    return row;
  }

  private static @Nullable Buffer sealed(
      List<@Nullable String> words, StoredObservation stored, Place place, KeyRing ring) {
    byte[] sealed = ring.sealWords(place, CATEGORIES.of(stored.observation()), words);
    return sealed == null ? null : Buffer.buffer(sealed);
  }

  // Over all but person, key and the numbers of visit, delivery and release, which say nothing of
  // the content.
  private static UUID contentHash(@Nullable Object[] cells) {
    return Digests.of(Arrays.stream(cells).skip(5).map(String::valueOf).toArray(String[]::new));
  }

  private static @Nullable Object[] cells(
      UUID personId,
      StoredObservation stored,
      Function<List<@Nullable String>, @Nullable Object> seal) {
    Observation o = stored.observation();
    EffectiveTime time = o.effective();
    Cells value = cells(o.value());
    boolean plain = isPlain(o);
    return new @Nullable Object[] {
      personId,
      o.key(),
      stored.checkupNo(),
      stored.deliveryNo(),
      stored.heldUntilMicros(),
      time == null ? null : time.startMicros(),
      time == null ? null : time.endMicros(),
      time == null ? null : shortOrNull(time.offsetMinutes()),
      time == null ? null : (short) time.precision().number(),
      time == null ? null : trueOrNull(time.offsetAssumed()),
      (short) o.status().number(),
      o.unmapped() == null ? null : (short) o.unmapped().number(),
      trueOrNull(o.implausible()),
      trueOrNull(o.unitAssumed()),
      o.itemCode(),
      value.kind(),
      value.comparator(),
      value.absent(),
      plain ? nullIfEmpty(value.value()) : null,
      plain ? nullIfEmpty(value.unit()) : null,
      seal.apply(words(o, value, plain))
    };
  }

  /**
   * A plausible number of a catalogue item that is not specially harmful stands in plain, since
   * analytics lives on it; whatever a sender may have written in words is sealed.
   */
  private static boolean isPlain(Observation o) {
    return o.itemCode() != null
        && o.unmapped() == null
        && !o.implausible()
        && o.value() instanceof Value.Quantity
        && CATEGORIES.of(o) == Category.CHECKUP;
  }

  private static List<@Nullable String> words(Observation o, Cells value, boolean plain) {
    return Arrays.asList(
        plain ? null : nullIfEmpty(value.value()),
        plain ? null : nullIfEmpty(value.unit()),
        nullIfEmpty(value.system()),
        nullIfEmpty(value.display()),
        nullIfEmpty(o.rawCode().system()),
        nullIfEqual(o.rawCode().code(), orEmpty(o.itemCode())),
        nullIfEmpty(o.rawCode().display()),
        nullIfEqual(o.rawValue(), value.value()),
        nullIfEqual(o.rawUnit(), value.unit()),
        nullIfEmpty(o.position()),
        nullIfEmpty(o.method()),
        nullIfEmpty(o.device()),
        nullIfEmpty(o.referenceRange()),
        nullIfEmpty(o.interpretation()),
        nullIfEmpty(o.panel()));
  }

  private record Cells(
      short kind,
      @Nullable Short comparator,
      @Nullable Short absent,
      String value,
      String unit,
      String system,
      String display) {}

  private static Cells cells(Value value) {
    return switch (value) {
      case Value.Absent absent ->
          new Cells((short) 0, null, (short) (absent.reason().ordinal() + 1), "", "", "", "");
      case Value.Quantity quantity ->
          new Cells(
              (short) 1,
              comparator(quantity.comparator()),
              null,
              quantity.value(),
              quantity.unit(),
              "",
              "");
      case Value.Coded coded ->
          new Cells(
              (short) 2,
              null,
              null,
              coded.coding().code(),
              "",
              coded.coding().system(),
              coded.coding().display());
      case Value.Text text -> new Cells((short) 3, null, null, text.text(), "", "", "");
      case Value.Range range -> new Cells((short) 4, null, null, range.text(), "", "", "");
    };
  }

  private static @Nullable Short comparator(Comparator comparator) {
    return comparator == Comparator.EQUAL ? null : (short) comparator.ordinal();
  }

  static StoredObservation read(UUID personId, Row row, KeyRing ring) {
    UUID key = row.getUUID("natural_key");
    Place place =
        Place.of(SealedColumn.OBSERVATION_WORDS, personId, key, row.getInteger("delivery_no"));
    var sealed = row.getBuffer("words_cipher");
    List<@Nullable String> words =
        ring.openWords(place, sealed == null ? null : sealed.getBytes(), WORDS);
    String item = row.getString("item_code");
    Value value = value(row, words);
    Cells mapped = cells(value);
    Observation observation =
        new Observation(
            key,
            item,
            unmapped(row.getShort("unmapped")),
            value,
            Times.read(row),
            Status.of(row.getShort("status")),
            new Coding(
                orEmpty(words.get(4)),
                Objects.requireNonNullElse(words.get(5), orEmpty(item)),
                orEmpty(words.get(6))),
            Objects.requireNonNullElse(words.get(7), mapped.value()),
            Objects.requireNonNullElse(words.get(8), mapped.unit()),
            orEmpty(words.get(9)),
            row.getBoolean("implausible") != null,
            row.getBoolean("unit_assumed") != null,
            orEmpty(words.get(10)),
            orEmpty(words.get(11)),
            orEmpty(words.get(12)),
            orEmpty(words.get(13)),
            orEmpty(words.get(14)));
    return new StoredObservation(
        observation,
        row.getInteger("checkup_no"),
        row.getInteger("delivery_no"),
        row.getLong("held_until"));
  }

  private static @Nullable Unmapped unmapped(@Nullable Short number) {
    return number == null ? null : Unmapped.of(number);
  }

  private static Value value(Row row, List<@Nullable String> words) {
    String value = Objects.requireNonNullElse(row.getString("value"), orEmpty(words.get(0)));
    String unit = Objects.requireNonNullElse(row.getString("unit"), orEmpty(words.get(1)));
    int kind = row.getShort("kind");
    return switch (kind) {
      case 0 -> new Value.Absent(Value.Reason.values()[row.getShort("absent") - 1]);
      case 1 -> new Value.Quantity(value, unit, comparator(row.getShort("comparator")));
      case 2 -> new Value.Coded(new Coding(orEmpty(words.get(2)), value, orEmpty(words.get(3))));
      case 3 -> new Value.Text(value);
      case 4 -> new Value.Range(value);
      default -> throw new IllegalStateException("no kind of value " + kind);
    };
  }

  private static Comparator comparator(@Nullable Short number) {
    return number == null ? Comparator.EQUAL : Comparator.values()[number];
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static @Nullable String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }

  private static @Nullable String nullIfEqual(String raw, String mapped) {
    return raw.equals(mapped) ? null : raw;
  }

  private static @Nullable Boolean trueOrNull(boolean flag) {
    return flag ? Boolean.TRUE : null;
  }

  private static @Nullable Short shortOrNull(@Nullable Integer number) {
    return number == null ? null : number.shortValue();
  }
}
