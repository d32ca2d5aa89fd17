package health.lifelong.profile.record.store;

import static health.lifelong.profile.change.store.UnnestInsert.Type.BIGINT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.BOOLEAN;
import static health.lifelong.profile.change.store.UnnestInsert.Type.BYTEA;
import static health.lifelong.profile.change.store.UnnestInsert.Type.INT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.SMALLINT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.TEXT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.UUID;

import health.lifelong.profile.change.store.UnnestInsert;
import health.lifelong.profile.person.app.FieldEncryption;
import health.lifelong.profile.record.app.RecordStore.CheckupRow;
import health.lifelong.profile.record.app.RecordStore.KnownList;
import health.lifelong.profile.record.app.RecordStore.ListKey;
import health.lifelong.profile.record.app.RecordStore.NewDelivery;
import health.lifelong.profile.record.app.RecordStore.NewDocument;
import health.lifelong.profile.record.app.RecordStore.NewStatement;
import health.lifelong.profile.record.domain.Coding;
import health.lifelong.profile.record.domain.Document;
import health.lifelong.profile.record.domain.EffectiveTime;
import health.lifelong.profile.record.domain.PersonRecord.StoredDocument;
import health.lifelong.profile.record.domain.Statement;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of deliveries, checkups, statements, list states and documents. */
final class VisitRows {
  private static final String FIELD = "\u001F";
  private static final String CODING = "\u001E";

  static final UnnestInsert INSERT_DELIVERY =
      UnnestInsert.into("delivery")
          .column("person_id", UUID)
          .column("delivery_no", INT)
          .column("receipt_key", UUID)
          .column("record_index", INT)
          .column("centre", TEXT)
          .column("receipt_id", TEXT)
          .build();
  static final UnnestInsert UPSERT_CHECKUP =
      UnnestInsert.into("checkup")
          .column("person_id", UUID)
          .column("checkup_no", INT)
          .column("delivery_no", INT)
          .column("checkup_id", UUID)
          .column("natural_key", UUID)
          .column("effective_start", BIGINT)
          .column("effective_end", BIGINT)
          .column("offset_minutes", SMALLINT)
          .column("time_precision", SMALLINT)
          .column("offset_assumed", BOOLEAN)
          .column("centre", TEXT)
          .column("source_key", TEXT)
          .then(
              """
              ON CONFLICT (person_id, checkup_no) DO UPDATE SET
                delivery_no = excluded.delivery_no, effective_start = excluded.effective_start,
                effective_end = excluded.effective_end, offset_minutes = excluded.offset_minutes,
                time_precision = excluded.time_precision, offset_assumed = excluded.offset_assumed
              """)
          .build();
  static final UnnestInsert UPSERT_STATEMENT =
      UnnestInsert.into("statement")
          .column("person_id", UUID)
          .column("natural_key", UUID)
          .column("delivery_no", INT)
          .column("content_hash", UUID)
          .column("checkup_no", INT)
          .column("kind", SMALLINT)
          .column("effective_start", BIGINT)
          .column("effective_end", BIGINT)
          .column("offset_minutes", SMALLINT)
          .column("time_precision", SMALLINT)
          .column("offset_assumed", BOOLEAN)
          .column("codes", TEXT)
          .column("text", TEXT)
          .column("status", TEXT)
          .column("source_key", TEXT)
          .column("position", TEXT)
          .replacing("person_id, natural_key, delivery_no")
          .build();
  static final UnnestInsert UPSERT_LIST =
      UnnestInsert.into("list_state")
          .column("person_id", UUID)
          .column("checkup_no", INT)
          .column("kind", SMALLINT)
          .column("complete", BOOLEAN)
          .column("delivery_no", INT)
          .replacing("person_id, checkup_no, kind")
          .build();
  static final UnnestInsert UPSERT_DOCUMENT =
      UnnestInsert.into("document")
          .column("person_id", UUID)
          .column("natural_key", UUID)
          .column("delivery_no", INT)
          .column("content_hash", UUID)
          .column("checkup_no", INT)
          .column("held_until", BIGINT)
          .column("kind", TEXT)
          .column("code_system", TEXT)
          .column("code", TEXT)
          .column("code_display", TEXT)
          .column("title", TEXT)
          .column("text_cipher", BYTEA)
          .column("source_key", TEXT)
          .column("position", TEXT)
          .replacing("person_id, natural_key, delivery_no")
          .build();

  private final FieldEncryption encryption;

  VisitRows(FieldEncryption encryption) {
    this.encryption = encryption;
  }

  static @Nullable Object[] cells(NewDelivery delivery) {
    return new @Nullable Object[] {
      delivery.key().personId(),
      delivery.deliveryNo(),
      delivery.key().key(),
      delivery.recordIndex(),
      delivery.centre(),
      delivery.receiptId()
    };
  }

  static @Nullable Object[] cells(CheckupRow checkup) {
    EffectiveTime time = checkup.head().effective();
    return new @Nullable Object[] {
      checkup.key().personId(),
      checkup.head().checkupNo(),
      checkup.head().deliveryNo(),
      checkup.checkupId(),
      checkup.key().key(),
      Times.start(time),
      Times.end(time),
      Times.offset(time),
      Times.precision(time),
      Times.offsetAssumed(time),
      checkup.centre(),
      checkup.sourceKey()
    };
  }

  static @Nullable Object[] cells(NewStatement version) {
    Statement statement = version.statement();
    EffectiveTime time = statement.effective();
    return new @Nullable Object[] {
      version.key().personId(),
      version.key().key(),
      version.head().deliveryNo(),
      version.head().contentHash(),
      version.checkupNo(),
      (short) statement.kind(),
      Times.start(time),
      Times.end(time),
      Times.offset(time),
      Times.precision(time),
      Times.offsetAssumed(time),
      joined(statement.codes()),
      statement.text(),
      statement.status(),
      statement.sourceKey(),
      statement.position()
    };
  }

  private static String joined(List<Coding> codes) {
    return codes.stream()
        .map(code -> String.join(FIELD, code.system(), code.code(), code.display()))
        .collect(Collectors.joining(CODING));
  }

  private static List<Coding> codings(String joined) {
    if (joined.isEmpty()) {
      return List.of();
    }
    return Arrays.stream(joined.split(CODING, -1))
        .map(coding -> coding.split(FIELD, -1))
        .map(parts -> new Coding(parts[0], parts[1], parts[2]))
        .toList();
  }

  static Statement statement(Row row) {
    return new Statement(
        row.getUUID("natural_key"),
        row.getShort("kind"),
        codings(row.getString("codes")),
        row.getString("text"),
        row.getString("status"),
        Times.read(row),
        row.getString("source_key"),
        row.getString("position"));
  }

  static @Nullable Object[] cells(ListKey key, KnownList list) {
    return new @Nullable Object[] {
      key.personId(), key.checkupNo(), (short) key.kind(), list.complete(), list.deliveryNo()
    };
  }

  @Nullable Object[] cells(NewDocument version) {
    Document document = version.document();
    UUID person = version.key().personId();
    byte[] sealed =
        encryption.seal(
            document.text().getBytes(StandardCharsets.UTF_8), place(person, document.key()));
    return new @Nullable Object[] {
      person,
      document.key(),
      version.head().deliveryNo(),
      version.head().contentHash(),
      version.checkupNo(),
      version.heldUntilMicros(),
      document.kind(),
      document.code().system(),
      document.code().code(),
      document.code().display(),
      document.title(),
      Buffer.buffer(sealed),
      document.sourceKey(),
      document.position()
    };
  }

  StoredDocument document(UUID person, Row row) {
    UUID key = row.getUUID("natural_key");
    byte[] text = encryption.open(row.getBuffer("text_cipher").getBytes(), place(person, key));
    Document document =
        new Document(
            key,
            row.getString("kind"),
            new Coding(
                row.getString("code_system"), row.getString("code"), row.getString("code_display")),
            row.getString("title"),
            new String(text, StandardCharsets.UTF_8),
            row.getString("source_key"),
            row.getString("position"));
    return new StoredDocument(document, row.getLong("held_until"));
  }

  private static FieldEncryption.Place place(UUID person, UUID key) {
    return new FieldEncryption.Place("document", "text_cipher", key.toString(), person);
  }
}
