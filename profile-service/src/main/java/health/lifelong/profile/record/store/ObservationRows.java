package health.lifelong.profile.record.store;

import static health.lifelong.profile.change.store.UnnestInsert.Type.BIGINT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.BOOLEAN;
import static health.lifelong.profile.change.store.UnnestInsert.Type.INT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.SMALLINT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.TEXT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.UUID;

import health.lifelong.profile.change.algorithm.Digests;
import health.lifelong.profile.change.domain.PersonKey;
import health.lifelong.profile.change.store.UnnestInsert;
import health.lifelong.profile.record.app.RecordStore.Earlier;
import health.lifelong.profile.record.domain.Coding;
import health.lifelong.profile.record.domain.EffectiveTime;
import health.lifelong.profile.record.domain.Observation;
import health.lifelong.profile.record.domain.Observation.Status;
import health.lifelong.profile.record.domain.Observation.Unmapped;
import health.lifelong.profile.record.domain.StoredObservation;
import health.lifelong.profile.record.domain.Value;
import health.lifelong.profile.record.domain.Value.Comparator;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An observation as a narrow row and back, exactly: raw fields are null where they equal the mapped
 * ones, other texts are null where empty, true is stored and false is null.
 */
final class ObservationRows {
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
        .column("value_system", TEXT)
        .column("value_display", TEXT)
        .column("raw_system", TEXT)
        .column("raw_code", TEXT)
        .column("raw_display", TEXT)
        .column("raw_value", TEXT)
        .column("raw_unit", TEXT)
        .column("position", TEXT)
        .column("method", TEXT)
        .column("device", TEXT)
        .column("reference_range", TEXT)
        .column("interpretation", TEXT)
        .column("panel", TEXT);
  }

  static List<@Nullable Object[]> cells(Map<PersonKey, StoredObservation> current) {
    return current.entrySet().stream()
        .map(entry -> cells(entry.getKey().personId(), entry.getValue()))
        .toList();
  }

  static @Nullable Object[] cells(Earlier earlier) {
    @Nullable Object[] cells = cells(earlier.personId(), earlier.version());
    @Nullable Object[] row = Arrays.copyOf(cells, cells.length + 2);
    row[cells.length] = contentHash(cells);
    row[cells.length + 1] = (short) earlier.why().number();
    return row;
  }

  // Over all but person, key and the numbers of visit, delivery and release, which say nothing of
  // the content.
  private static UUID contentHash(@Nullable Object[] cells) {
    return Digests.of(Arrays.stream(cells).skip(5).map(String::valueOf).toArray(String[]::new));
  }

  private static @Nullable Object[] cells(UUID personId, StoredObservation stored) {
    Observation o = stored.observation();
    EffectiveTime time = o.effective();
    Cells value = cells(o.value());
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
      nullIfEmpty(value.value()),
      nullIfEmpty(value.unit()),
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
      nullIfEmpty(o.panel())
    };
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

  static StoredObservation read(Row row) {
    String item = row.getString("item_code");
    Value value = value(row);
    Cells mapped = cells(value);
    Observation observation =
        new Observation(
            row.getUUID("natural_key"),
            item,
            unmapped(row.getShort("unmapped")),
            value,
            Times.read(row),
            Status.of(row.getShort("status")),
            new Coding(
                text(row, "raw_system"),
                Objects.requireNonNullElse(row.getString("raw_code"), orEmpty(item)),
                text(row, "raw_display")),
            Objects.requireNonNullElse(row.getString("raw_value"), mapped.value()),
            Objects.requireNonNullElse(row.getString("raw_unit"), mapped.unit()),
            text(row, "position"),
            row.getBoolean("implausible") != null,
            row.getBoolean("unit_assumed") != null,
            text(row, "method"),
            text(row, "device"),
            text(row, "reference_range"),
            text(row, "interpretation"),
            text(row, "panel"));
    return new StoredObservation(
        observation,
        row.getInteger("checkup_no"),
        row.getInteger("delivery_no"),
        row.getLong("held_until"));
  }

  private static @Nullable Unmapped unmapped(@Nullable Short number) {
    return number == null ? null : Unmapped.of(number);
  }

  private static Value value(Row row) {
    String value = text(row, "value");
    int kind = row.getShort("kind");
    return switch (kind) {
      case 0 -> new Value.Absent(Value.Reason.values()[row.getShort("absent") - 1]);
      case 1 ->
          new Value.Quantity(value, text(row, "unit"), comparator(row.getShort("comparator")));
      case 2 ->
          new Value.Coded(new Coding(text(row, "value_system"), value, text(row, "value_display")));
      case 3 -> new Value.Text(value);
      case 4 -> new Value.Range(value);
      default -> throw new IllegalStateException("no kind of value " + kind);
    };
  }

  private static Comparator comparator(@Nullable Short number) {
    return number == null ? Comparator.EQUAL : Comparator.values()[number];
  }

  private static String text(Row row, String column) {
    return orEmpty(row.getString(column));
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
