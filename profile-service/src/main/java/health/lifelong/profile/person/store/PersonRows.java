package health.lifelong.profile.person.store;

import static health.lifelong.profile.change.store.UnnestInsert.Type.BIGINT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.BYTEA;
import static health.lifelong.profile.change.store.UnnestInsert.Type.INT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.SMALLINT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.UUID;

import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.change.app.StoreFailures.Contention;
import health.lifelong.profile.change.store.UnnestInsert;
import health.lifelong.profile.keys.app.DataKeys;
import health.lifelong.profile.keys.app.KeyRing;
import health.lifelong.profile.keys.domain.Place;
import health.lifelong.profile.keys.domain.SealedColumn;
import health.lifelong.profile.person.app.PersonInBatch;
import health.lifelong.profile.person.app.PersonInBatch.Stored;
import health.lifelong.profile.person.app.PersonStore.Locked;
import health.lifelong.profile.person.app.PersonStore.PersonHead;
import health.lifelong.profile.person.domain.Demographics;
import health.lifelong.profile.person.domain.Sex;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of the person table. */
@ApplicationScoped
public class PersonRows {
  private static final int PROVISIONAL = 1;
  private static final int IDENTIFIED = 2;
  private static final String COLUMNS =
      """
      person_id, revision, state, last_checkup_no, last_delivery_no, last_genome_no, name_delivery_no, sex, birth_cipher,
      name_cipher, phone_cipher, set_id
      """;
  private static final String LOCK =
      "SELECT "
          + COLUMNS
          + """
            FROM person WHERE state <> 3 AND person_id = ANY($1 || ARRAY(
              SELECT m.person_id FROM person p JOIN person m ON m.set_id = p.set_id WHERE p.person_id = ANY($1)))
            ORDER BY person_id FOR UPDATE
            """;
  private static final String MEMBERS = "SELECT count(*) FROM person WHERE set_id = ANY($1)";
  private static final String HEAD =
      "SELECT " + COLUMNS + " FROM person WHERE person_id = $1 AND state <> 3";
  private static final String TOLD =
      "SELECT " + COLUMNS + " FROM person WHERE person_id = ANY($1) AND state = " + IDENTIFIED;
  private static final String OF_MEMBERS =
      "SELECT " + COLUMNS + " FROM person WHERE person_id = ANY(person_members($1)) AND state <> 3";
  private static final UnnestInsert STORE =
      UnnestInsert.into("person")
          .column("person_id", UUID)
          .column("revision", BIGINT)
          .column("state", SMALLINT)
          .column("last_checkup_no", INT)
          .column("last_delivery_no", INT)
          .column("last_genome_no", INT)
          .column("name_delivery_no", INT)
          .column("sex", SMALLINT)
          .column("birth_cipher", BYTEA)
          .column("name_cipher", BYTEA)
          .column("phone_cipher", BYTEA)
          .replacing("person_id")
          .build();

  private final DataKeys keys;

  PersonRows(DataKeys keys) {
    this.keys = keys;
  }

  // The keys are read under the lock: what the writer before has made is among them.
  Uni<Locked> lock(SqlConnection transaction, Collection<UUID> persons) {
    if (persons.isEmpty()) {
      return keys.of(persons).map(ring -> new Locked(Map.of(), ring));
    }
    return transaction
        .preparedQuery(LOCK)
        .execute(Tuple.tuple().addValue(persons.toArray(UUID[]::new)))
        .call(rows -> complete(transaction, rows))
        .chain(
            rows ->
                keys.of(rows.stream().map(row -> row.getUUID("person_id")).toList())
                    .map(ring -> new Locked(persons(rows, ring), ring)));
  }

  // A link that was made while we waited for a lock brings members that are not locked yet.
  private static Uni<Void> complete(SqlConnection transaction, RowSet<Row> locked) {
    List<UUID> sets =
        locked.stream().map(row -> row.getUUID("set_id")).filter(Objects::nonNull).toList();
    if (sets.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return transaction
        .preparedQuery(MEMBERS)
        .execute(Tuple.tuple().addValue(sets.toArray(UUID[]::new)))
        .map(rows -> rows.iterator().next().getLong(0))
        .invoke(
            members -> {
              if (members != sets.size()) {
                throw new Contention("linked at the same time");
              }
            })
        .replaceWithVoid();
  }

  private static Map<UUID, PersonInBatch> persons(RowSet<Row> rows, KeyRing ring) {
    Map<UUID, PersonInBatch> persons = new HashMap<>();
    for (Row row : readable(rows, ring)) {
      UUID id = row.getUUID("person_id");
      Stored stored =
          new Stored(
              row.getLong("revision"),
              row.getShort("state") == IDENTIFIED,
              row.getInteger("last_checkup_no"),
              row.getInteger("last_delivery_no"),
              row.getInteger("last_genome_no"),
              row.getInteger("name_delivery_no"),
              demographics(id, row, ring));
      persons.put(id, PersonInBatch.known(id, stored, row.getUUID("set_id")));
    }
    return persons;
  }

  // Who is being erased has rows without keys for a moment: they are as good as gone.
  private static List<Row> readable(RowSet<Row> rows, KeyRing ring) {
    return rows.stream()
        .filter(
            row ->
                Stream.of("birth_cipher", "name_cipher", "phone_cipher")
                    .map(row::getBuffer)
                    .filter(Objects::nonNull)
                    .allMatch(field -> ring.holds(row.getUUID("person_id"), field.getBytes())))
        .toList();
  }

  Uni<Map<UUID, Demographics>> demographics(SqlConnection transaction, Collection<UUID> persons) {
    return transaction
        .preparedQuery(TOLD)
        .execute(Tuple.tuple().addValue(persons.toArray(UUID[]::new)))
        .chain(rows -> keys.of(persons).map(ring -> told(rows, ring)));
  }

  private static Map<UUID, Demographics> told(RowSet<Row> rows, KeyRing ring) {
    Map<UUID, Demographics> told = new HashMap<>();
    for (Row row : readable(rows, ring)) {
      UUID id = row.getUUID("person_id");
      told.put(id, demographics(id, row, ring));
    }
    return told;
  }

  /** What a person and those they are linked with told. */
  Uni<Map<UUID, Demographics>> ofMembers(SqlClient client, UUID person) {
    return client
        .preparedQuery(OF_MEMBERS)
        .execute(Tuple.of(person))
        .chain(
            rows ->
                keys.of(rows.stream().map(row -> row.getUUID("person_id")).toList())
                    .map(ring -> told(rows, ring)));
  }

  Uni<Optional<PersonHead>> head(SqlClient client, UUID id, KeyRing ring) {
    return client
        .preparedQuery(HEAD)
        .execute(Tuple.of(id))
        .map(rows -> rows.stream().findFirst().map(row -> head(id, row, ring)));
  }

  private static PersonHead head(UUID id, Row row, KeyRing ring) {
    return new PersonHead(
        row.getLong("revision"), row.getShort("state") == IDENTIFIED, demographics(id, row, ring));
  }

  private static Demographics demographics(UUID id, Row row, KeyRing ring) {
    return new Demographics(
        sex(row.getShort("sex")),
        opened(ring, Place.of(SealedColumn.PERSON_BIRTH, id, id), row.getBuffer("birth_cipher")),
        opened(ring, Place.of(SealedColumn.PERSON_NAME, id, id), row.getBuffer("name_cipher")),
        opened(ring, Place.of(SealedColumn.PERSON_PHONE, id, id), row.getBuffer("phone_cipher")));
  }

  private static @Nullable Sex sex(int number) {
    for (Sex sex : Sex.values()) {
      if (sex.number() == number) {
        return sex;
      }
    }
    return null;
  }

  private static @Nullable String opened(
      KeyRing ring, Place place, io.vertx.mutiny.core.buffer.@Nullable Buffer cipher) {
    return cipher == null
        ? null
        : new String(ring.open(place, cipher.getBytes()), StandardCharsets.UTF_8);
  }

  Uni<Void> store(SqlConnection transaction, Collection<PersonInBatch> persons, KeyRing ring) {
    List<@Nullable Object[]> cells = new ArrayList<>();
    persons.stream()
        .sorted(Comparator.comparing(PersonInBatch::personId))
        .forEach(person -> cells.add(cells(person, ring)));
    return STORE.execute(transaction, cells).replaceWithVoid();
  }

  private static @Nullable Object[] cells(PersonInBatch person, KeyRing ring) {
    UUID id = person.personId();
    Stored stored = person.stored();
    Demographics known = stored.demographics();
    return new @Nullable Object[] {
      id,
      stored.revision(),
      (short) (stored.identified() ? IDENTIFIED : PROVISIONAL),
      stored.lastCheckupNo(),
      stored.lastDeliveryNo(),
      stored.lastGenomeNo(),
      stored.nameDeliveryNo(),
      (short) (known.sex() == null ? 0 : known.sex().number()),
      sealed(ring, Place.of(SealedColumn.PERSON_BIRTH, id, id), known.birthDate()),
      sealed(ring, Place.of(SealedColumn.PERSON_NAME, id, id), known.name()),
      sealed(ring, Place.of(SealedColumn.PERSON_PHONE, id, id), known.phone())
    };
  }

  private static @Nullable Buffer sealed(KeyRing ring, Place place, @Nullable String text) {
    return text == null
        ? null
        : Buffer.buffer(ring.seal(place, Category.IDENTITY, text.getBytes(StandardCharsets.UTF_8)));
  }
}
