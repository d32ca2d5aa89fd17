package health.lifelong.profile.person.store;

import static health.lifelong.profile.change.store.UnnestInsert.Type.BIGINT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.BYTEA;
import static health.lifelong.profile.change.store.UnnestInsert.Type.INT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.SMALLINT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.TEXT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.UUID;

import health.lifelong.profile.change.app.StoreFailures.Contention;
import health.lifelong.profile.change.store.UnnestInsert;
import health.lifelong.profile.person.app.FieldEncryption;
import health.lifelong.profile.person.app.FieldEncryption.Place;
import health.lifelong.profile.person.app.PersonInBatch;
import health.lifelong.profile.person.app.PersonInBatch.Stored;
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
import org.jspecify.annotations.Nullable;

/** Rows of the person table. */
@ApplicationScoped
public class PersonRows {
  private static final int PROVISIONAL = 1;
  private static final int IDENTIFIED = 2;
  private static final String COLUMNS =
      """
      person_id, revision, state, last_checkup_no, last_delivery_no, last_genome_no, name_delivery_no, sex, birth_date,
      name_cipher, phone_cipher, set_id
      """;
  private static final String LOCK =
      "SELECT "
          + COLUMNS
          + """
            FROM person WHERE person_id = ANY($1 || ARRAY(
              SELECT m.person_id FROM person p JOIN person m ON m.set_id = p.set_id WHERE p.person_id = ANY($1)))
            ORDER BY person_id FOR UPDATE
            """;
  private static final String MEMBERS = "SELECT count(*) FROM person WHERE set_id = ANY($1)";
  private static final String HEAD = "SELECT " + COLUMNS + " FROM person WHERE person_id = $1";
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
          .column("birth_date", TEXT)
          .column("birth_precision", SMALLINT)
          .column("name_cipher", BYTEA)
          .column("phone_cipher", BYTEA)
          .replacing("person_id")
          .build();

  private final FieldEncryption encryption;

  PersonRows(FieldEncryption encryption) {
    this.encryption = encryption;
  }

  Uni<Map<UUID, PersonInBatch>> lock(SqlConnection transaction, Collection<UUID> persons) {
    if (persons.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return transaction
        .preparedQuery(LOCK)
        .execute(Tuple.tuple().addValue(persons.toArray(UUID[]::new)))
        .map(this::persons)
        .call(locked -> complete(transaction, locked.values()));
  }

  // A link that was made while we waited for a lock brings members that are not locked yet.
  private static Uni<Void> complete(SqlConnection transaction, Collection<PersonInBatch> locked) {
    List<UUID> sets = locked.stream().map(PersonInBatch::setId).filter(Objects::nonNull).toList();
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

  private Map<UUID, PersonInBatch> persons(RowSet<Row> rows) {
    Map<UUID, PersonInBatch> persons = new HashMap<>();
    for (Row row : rows) {
      UUID id = row.getUUID("person_id");
      Stored stored =
          new Stored(
              row.getLong("revision"),
              row.getShort("state") == IDENTIFIED,
              row.getInteger("last_checkup_no"),
              row.getInteger("last_delivery_no"),
              row.getInteger("last_genome_no"),
              row.getInteger("name_delivery_no"),
              demographics(id, row));
      persons.put(id, PersonInBatch.known(id, stored, row.getUUID("set_id")));
    }
    return persons;
  }

  Uni<Map<UUID, Demographics>> demographics(SqlConnection transaction, Collection<UUID> persons) {
    return transaction
        .preparedQuery(
            "SELECT "
                + COLUMNS
                + " FROM person WHERE person_id = ANY($1) AND state = "
                + IDENTIFIED)
        .execute(Tuple.tuple().addValue(persons.toArray(UUID[]::new)))
        .map(
            rows -> {
              Map<UUID, Demographics> told = new HashMap<>();
              rows.forEach(
                  row -> {
                    UUID id = row.getUUID("person_id");
                    told.put(id, demographics(id, row));
                  });
              return told;
            });
  }

  Uni<Optional<PersonHead>> head(SqlClient client, UUID id) {
    return client
        .preparedQuery(HEAD)
        .execute(Tuple.of(id))
        .map(rows -> rows.stream().findFirst().map(row -> head(id, row)));
  }

  private PersonHead head(UUID id, Row row) {
    return new PersonHead(
        row.getLong("revision"), row.getShort("state") == IDENTIFIED, demographics(id, row));
  }

  private Demographics demographics(UUID id, Row row) {
    return new Demographics(
        sex(row.getShort("sex")),
        row.getString("birth_date"),
        opened(id, "name_cipher", row),
        opened(id, "phone_cipher", row));
  }

  private static @Nullable Sex sex(int number) {
    for (Sex sex : Sex.values()) {
      if (sex.number() == number) {
        return sex;
      }
    }
    return null;
  }

  private @Nullable String opened(UUID id, String column, Row row) {
    io.vertx.mutiny.core.buffer.Buffer cipher = row.getBuffer(column);
    return cipher == null
        ? null
        : new String(encryption.open(cipher.getBytes(), place(id, column)), StandardCharsets.UTF_8);
  }

  private static Place place(UUID id, String column) {
    return new Place("person", column, id.toString(), id);
  }

  Uni<Void> store(SqlConnection transaction, Collection<PersonInBatch> persons) {
    List<@Nullable Object[]> cells = new ArrayList<>();
    persons.stream()
        .sorted(Comparator.comparing(PersonInBatch::personId))
        .forEach(person -> cells.add(cells(person)));
    return STORE.execute(transaction, cells).replaceWithVoid();
  }

  private @Nullable Object[] cells(PersonInBatch person) {
    Stored stored = person.stored();
    Demographics known = stored.demographics();
    return new @Nullable Object[] {
      person.personId(),
      stored.revision(),
      (short) (stored.identified() ? IDENTIFIED : PROVISIONAL),
      stored.lastCheckupNo(),
      stored.lastDeliveryNo(),
      stored.lastGenomeNo(),
      stored.nameDeliveryNo(),
      (short) (known.sex() == null ? 0 : known.sex().number()),
      known.birthDate(),
      precision(known.birthDate()),
      sealed(person.personId(), "name_cipher", known.name()),
      sealed(person.personId(), "phone_cipher", known.phone())
    };
  }

  private static @Nullable Short precision(@Nullable String birthDate) {
    if (birthDate == null) {
      return null;
    }
    return switch (birthDate.length()) {
      case 4 -> (short) 1;
      case 7 -> (short) 2;
      default -> (short) 3;
    };
  }

  private @Nullable Buffer sealed(UUID id, String column, @Nullable String text) {
    return text == null
        ? null
        : Buffer.buffer(encryption.seal(text.getBytes(StandardCharsets.UTF_8), place(id, column)));
  }
}
