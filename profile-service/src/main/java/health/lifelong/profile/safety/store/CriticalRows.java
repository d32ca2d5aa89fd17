package health.lifelong.profile.safety.store;

import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.keys.app.KeyRing;
import health.lifelong.profile.keys.domain.Place;
import health.lifelong.profile.keys.domain.SealedColumn;
import health.lifelong.profile.safety.domain.CriticalEvent;
import health.lifelong.profile.safety.domain.CriticalResult;
import health.lifelong.profile.safety.domain.CriticalResult.Checkup;
import health.lifelong.profile.safety.domain.CriticalState;
import health.lifelong.profile.safety.domain.CriticalValue;
import health.lifelong.profile.safety.domain.CriticalValue.TakenAt;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Critical results and their events as rows and back; notes are sealed. */
final class CriticalRows {
  private static final int WORDS = 4;

  private CriticalRows() {}

  static @Nullable Buffer sealed(CriticalValue value, UUID person, UUID critical, KeyRing ring) {
    Place place = Place.of(SealedColumn.CRITICAL_VALUE, person, critical);
    byte[] sealed =
        ring.sealWords(
            place,
            Category.SPECIAL,
            List.of(value.itemCode(), value.value(), value.unit(), value.rule()));
    return sealed == null ? null : Buffer.buffer(sealed);
  }

  /** Item, number, unit and rule of a row. */
  private static List<String> words(Row row, KeyRing ring) {
    Place place =
        Place.of(SealedColumn.CRITICAL_VALUE, row.getUUID("person_id"), row.getUUID("critical_id"));
    return ring.openWords(place, row.getBuffer("value_cipher").getBytes(), WORDS).stream()
        .map(word -> Objects.requireNonNullElse(word, ""))
        .toList();
  }

  /** True where the row stands with the same number. */
  static boolean isSame(CriticalValue value, Row row, KeyRing ring) {
    List<String> words = words(row, ring);
    return new BigDecimal(words.get(1)).compareTo(new BigDecimal(value.value())) == 0
        && words.get(2).equals(value.unit())
        && row.getShort("comparator") == value.comparator();
  }

  static CriticalResult result(Row row, List<CriticalEvent> events, KeyRing ring) {
    List<String> words = words(row, ring);
    Long start = row.getLong("effective_start");
    Short offset = row.getShort("offset_minutes");
    TakenAt taken =
        start == null
            ? null
            : new TakenAt(
                start, offset == null ? null : offset.intValue(), row.getShort("time_precision"));
    return new CriticalResult(
        row.getUUID("person_id"),
        row.getUUID("critical_id"),
        row.getString("centre"),
        new Checkup(row.getUUID("checkup_id"), source(row, ring)),
        new CriticalValue(
            words.get(0),
            words.get(1),
            words.get(2),
            row.getShort("comparator"),
            words.get(3),
            row.getBoolean("implausible"),
            taken),
        CriticalState.of(row.getShort("state")),
        row.getOffsetDateTime("opened_at").toInstant(),
        row.getShort("level"),
        instant(row, "due_at"),
        events);
  }

  private static String source(Row row, KeyRing ring) {
    Place place =
        Place.of(
            SealedColumn.CHECKUP_SOURCE, row.getUUID("person_id"), row.getInteger("checkup_no"));
    return Objects.requireNonNullElse(
        ring.openWords(place, row.getBuffer("source_cipher").getBytes(), 1).getFirst(), "");
  }

  static CriticalEvent event(Row row, KeyRing ring) {
    return new CriticalEvent(
        CriticalEvent.Kind.of(row.getShort("kind")),
        row.getOffsetDateTime("recorded_at").toInstant(),
        row.getShort("level"),
        row.getString("actor_role"),
        row.getString("actor"),
        row.getString("detail"),
        opened(row, ring),
        instant(row, "stated_at"));
  }

  private static @Nullable Instant instant(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }

  private static String opened(Row row, KeyRing ring) {
    var sealed = row.getBuffer("note_cipher");
    if (sealed == null) {
      return "";
    }
    Place place = place(row.getUUID("person_id"), row.getUUID("critical_id"));
    return new String(ring.open(place, sealed.getBytes()), StandardCharsets.UTF_8);
  }

  static @Nullable Buffer sealed(CriticalResult result, String note, KeyRing ring) {
    if (note.isEmpty()) {
      return null;
    }
    Place place = place(result.personId(), result.criticalId());
    return Buffer.buffer(ring.seal(place, Category.SPECIAL, note.getBytes(StandardCharsets.UTF_8)));
  }

  private static Place place(UUID person, UUID critical) {
    return Place.of(SealedColumn.CRITICAL_NOTE, person, critical);
  }
}
