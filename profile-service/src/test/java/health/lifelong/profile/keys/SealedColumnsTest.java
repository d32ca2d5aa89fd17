package health.lifelong.profile.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lifelong.platform.sealing.SealBroken;
import health.lifelong.profile.keys.app.DataKeys;
import health.lifelong.profile.keys.app.KeyRing;
import health.lifelong.profile.keys.domain.Place;
import health.lifelong.profile.keys.domain.SealedColumn;
import health.lifelong.profile.kit.Planted;
import health.lifelong.profile.kit.ServiceTest;
import health.lifelong.vocabulary.CsvTable;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What is sealed, what is not and why, and that a field opens where it was sealed and nowhere else.
 */
@QuarkusTest
class SealedColumnsTest extends ServiceTest {
  private static final String COLUMNS =
      """
      SELECT c.relname || '.' || a.attname AS name, t.typname AS type
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_type t ON t.oid = a.atttypid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND a.attnum > 0 AND NOT a.attisdropped AND c.relname <> 'flyway_schema_history'
        AND t.typname IN ('text', 'bytea', 'varchar', 'json', 'jsonb', '_text', '_bytea', '_varchar')
      """;

  @Inject DataKeys keys;

  @Test
  void everyColumnThatCanHoldWordsIsSealedOrHasItsReason() {
    Map<String, String> protections = new TreeMap<>();
    for (CsvTable.Row row : CsvTable.resource(SealedColumn.class, "/db/columns.csv").rows()) {
      String protection = row.require("protection");
      assertThat(protection).isIn("sealed", "index", "plain");
      assertThat(protection.equals("plain"))
          .as(row.toString())
          .isEqualTo(row.get("reason") != null);
      protections.put(row.require("table") + "." + row.require("column"), protection);
    }
    Map<String, String> types = new TreeMap<>();
    query(COLUMNS, row -> types.put(row.getString("name"), row.getString("type")));

    assertThat(protections.keySet()).isEqualTo(types.keySet());
    TreeSet<String> sealed = new TreeSet<>();
    for (SealedColumn column : SealedColumn.values()) {
      sealed.add(column.table() + "." + column.column());
    }
    assertThat(protections.entrySet().stream().filter(e -> e.getValue().equals("sealed")))
        .extracting(Map.Entry::getKey)
        .containsExactlyElementsOf(sealed);
    assertThat(sealed).allSatisfy(name -> assertThat(types.get(name)).isEqualTo("bytea"));
  }

  private record Field(SealedColumn column, Place place, byte[] sealed) {}

  @Test
  void aFieldOfEveryColumnOpensAtItsPlaceAndNowhereElse() {
    UUID one = UUID.fromString(Planted.person(profile, "나의말"));
    UUID other = UUID.fromString(Planted.person(profile, "다른말"));
    KeyRing ring = keys.of(List.of(one, other)).await().indefinitely();

    for (SealedColumn column : SealedColumn.values()) {
      List<Field> fields = fields(column, one);
      assertThat(fields).as(column.name()).isNotEmpty();
      for (Field field : fields) {
        assertThat(ring.open(field.place(), field.sealed())).isNotNull();
        assertThatThrownBy(
                () -> ring.open(new Place(column, field.place().row() + "1", one), field.sealed()))
            .isInstanceOf(SealBroken.class);
        assertThatThrownBy(
                () -> ring.open(new Place(column, field.place().row(), other), field.sealed()))
            .isInstanceOf(SealBroken.class);
        for (SealedColumn elsewhere : SealedColumn.values()) {
          if (elsewhere != column) {
            assertThatThrownBy(
                    () -> ring.open(new Place(elsewhere, field.place().row(), one), field.sealed()))
                .isInstanceOf(SealBroken.class);
          }
        }
      }
    }
  }

  private List<Field> fields(SealedColumn column, UUID person) {
    return query(
        "SELECT %s AS row, %s AS sealed FROM %s WHERE person_id = $1 AND %2$s IS NOT NULL"
            .formatted(column.row(), column.column(), column.table()),
        row ->
            new Field(
                column,
                new Place(column, row.getString("row"), person),
                row.getBuffer("sealed").getBytes()),
        person);
  }
}
