package health.lifelong.profile.record.store;

import static health.lifelong.profile.change.store.UnnestInsert.Type.BIGINT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.BOOLEAN;
import static health.lifelong.profile.change.store.UnnestInsert.Type.BYTEA;
import static health.lifelong.profile.change.store.UnnestInsert.Type.INT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.SMALLINT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.TEXT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.UUID;

import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.change.store.UnnestInsert;
import health.lifelong.profile.keys.app.KeyRing;
import health.lifelong.profile.keys.domain.Place;
import health.lifelong.profile.keys.domain.SealedColumn;
import health.lifelong.profile.record.algorithm.SpecialCategories;
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
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of deliveries, checkups, statements, list states and documents. */
final class VisitRows {
  private static final String FIELD = "\u001F";
  private static final String CODING = "\u001E";
  private static final int STATEMENT_WORDS = 5;
  private static final int DOCUMENT_WORDS = 7;
  private static final SpecialCategories CATEGORIES = SpecialCategories.standard();

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
          .column("source_cipher", BYTEA)
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
          .column("words_cipher", BYTEA)
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
          .column("text_cipher", BYTEA)
          .replacing("person_id, natural_key, delivery_no")
          .build();

  private VisitRows() {}

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

  static @Nullable Object[] cells(CheckupRow checkup, KeyRing ring) {
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
      sealed(
          ring,
          source(checkup.key().personId(), checkup.head().checkupNo()),
          Category.CHECKUP,
          checkup.sourceKey())
    };
  }

  private static Place source(UUID person, int checkupNo) {
    return Place.of(SealedColumn.CHECKUP_SOURCE, person, checkupNo);
  }

  static String source(UUID person, Row row, KeyRing ring) {
    Place place = source(person, row.getInteger("checkup_no"));
    return words(ring, place, row.getBuffer("source_cipher"), 1).getFirst();
  }

  private static @Nullable Buffer sealed(
      KeyRing ring, Place place, Category category, String... words) {
    byte[] sealed = ring.sealWords(place, category, List.of(words));
    return sealed == null ? null : Buffer.buffer(sealed);
  }

  private static List<String> words(
      KeyRing ring, Place place, io.vertx.mutiny.core.buffer.Buffer sealed, int count) {
    return ring.openWords(place, sealed.getBytes(), count).stream()
        .map(word -> Objects.requireNonNullElse(word, ""))
        .toList();
  }

  static @Nullable Object[] cells(NewStatement version, KeyRing ring) {
    Statement statement = version.statement();
    Place place =
        statement(version.key().personId(), version.key().key(), version.head().deliveryNo());
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
      sealed(
          ring,
          place,
          CATEGORIES.of(statement),
          joined(statement.codes()),
          statement.text(),
          statement.status(),
          statement.sourceKey(),
          statement.position())
    };
  }

  private static Place statement(UUID person, UUID key, int deliveryNo) {
    return Place.of(SealedColumn.STATEMENT_WORDS, person, key, deliveryNo);
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

  static Statement statement(UUID person, Row row, KeyRing ring) {
    UUID key = row.getUUID("natural_key");
    Place place = statement(person, key, row.getInteger("delivery_no"));
    List<String> words = words(ring, place, row.getBuffer("words_cipher"), STATEMENT_WORDS);
    return new Statement(
        key,
        row.getShort("kind"),
        codings(words.get(0)),
        words.get(1),
        words.get(2),
        Times.read(row),
        words.get(3),
        words.get(4));
  }

  static @Nullable Object[] cells(ListKey key, KnownList list) {
    return new @Nullable Object[] {
      key.personId(), key.checkupNo(), (short) key.kind(), list.complete(), list.deliveryNo()
    };
  }

  static @Nullable Object[] cells(NewDocument version, KeyRing ring) {
    Document document = version.document();
    UUID person = version.key().personId();
    int deliveryNo = version.head().deliveryNo();
    return new @Nullable Object[] {
      person,
      document.key(),
      deliveryNo,
      version.head().contentHash(),
      version.checkupNo(),
      version.heldUntilMicros(),
      document.kind(),
      sealed(
          ring,
          document(person, document.key(), deliveryNo),
          CATEGORIES.of(document),
          document.code().system(),
          document.code().code(),
          document.code().display(),
          document.title(),
          document.text(),
          document.sourceKey(),
          document.position())
    };
  }

  static StoredDocument document(UUID person, Row row, KeyRing ring) {
    UUID key = row.getUUID("natural_key");
    Place place = document(person, key, row.getInteger("delivery_no"));
    List<String> words = words(ring, place, row.getBuffer("text_cipher"), DOCUMENT_WORDS);
    Document document =
        new Document(
            key,
            row.getString("kind"),
            new Coding(words.get(0), words.get(1), words.get(2)),
            words.get(3),
            words.get(4),
            words.get(5),
            words.get(6));
    return new StoredDocument(document, row.getLong("held_until"));
  }

  private static Place document(UUID person, UUID key, int deliveryNo) {
    return Place.of(SealedColumn.DOCUMENT_TEXT, person, key, deliveryNo);
  }
}
