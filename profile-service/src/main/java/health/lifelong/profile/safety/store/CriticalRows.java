package health.lifelong.profile.safety.store;

import health.lifelong.profile.person.app.FieldEncryption;
import health.lifelong.profile.person.app.FieldEncryption.Place;
import health.lifelong.profile.safety.domain.CriticalEvent;
import health.lifelong.profile.safety.domain.CriticalResult;
import health.lifelong.profile.safety.domain.CriticalResult.Checkup;
import health.lifelong.profile.safety.domain.CriticalState;
import health.lifelong.profile.safety.domain.CriticalValue;
import health.lifelong.profile.safety.domain.CriticalValue.TakenAt;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Critical results and their events as rows and back; notes are sealed. */
final class CriticalRows {
  private final FieldEncryption encryption;

  CriticalRows(FieldEncryption encryption) {
    this.encryption = encryption;
  }

  static CriticalResult result(Row row, List<CriticalEvent> events) {
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
        new Checkup(row.getUUID("checkup_id"), row.getString("source_key")),
        new CriticalValue(
            row.getString("item_code"),
            row.getString("value"),
            row.getString("unit"),
            row.getShort("comparator"),
            row.getString("rule"),
            row.getBoolean("implausible"),
            taken),
        CriticalState.of(row.getShort("state")),
        row.getOffsetDateTime("opened_at").toInstant(),
        row.getShort("level"),
        instant(row, "due_at"),
        events);
  }

  CriticalEvent event(Row row) {
    return new CriticalEvent(
        CriticalEvent.Kind.of(row.getShort("kind")),
        row.getOffsetDateTime("recorded_at").toInstant(),
        row.getShort("level"),
        row.getString("actor_role"),
        row.getString("actor"),
        row.getString("detail"),
        opened(row),
        instant(row, "stated_at"));
  }

  private static @Nullable Instant instant(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }

  private String opened(Row row) {
    var sealed = row.getBuffer("note_cipher");
    if (sealed == null) {
      return "";
    }
    Place place = place(row.getUUID("person_id"), row.getUUID("critical_id"));
    return new String(encryption.open(sealed.getBytes(), place), StandardCharsets.UTF_8);
  }

  @Nullable Buffer sealed(CriticalResult result, String note) {
    if (note.isEmpty()) {
      return null;
    }
    Place place = place(result.personId(), result.criticalId());
    return Buffer.buffer(encryption.seal(note.getBytes(StandardCharsets.UTF_8), place));
  }

  private static Place place(UUID person, UUID critical) {
    return new Place("critical_result_event", "note_cipher", critical.toString(), person);
  }
}
