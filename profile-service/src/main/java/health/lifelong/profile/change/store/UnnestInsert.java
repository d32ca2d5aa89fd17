package health.lifelong.profile.change.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * An insert of any number of rows in one statement and one round trip: each column travels as an
 * array. Measured at the speed of COPY, and unlike COPY it takes a conflict clause.
 */
public final class UnnestInsert {
  private final String table;
  private final List<String> names;
  private final List<Type> types;
  private final String suffix;
  private final boolean omitsEmpty;

  private UnnestInsert(Builder builder) {
    this.table = builder.table;
    this.names = List.copyOf(builder.names);
    this.types = List.copyOf(builder.types);
    this.suffix = builder.suffix;
    this.omitsEmpty = builder.omitsEmpty;
  }

  /** PostgreSQL types of columns, and the Java arrays they travel in. */
  public enum Type {
    UUID("uuid", java.util.UUID[]::new),
    TEXT("text", String[]::new),
    SMALLINT("smallint", Short[]::new),
    INT("int", Integer[]::new),
    BIGINT("bigint", Long[]::new),
    BOOLEAN("boolean", Boolean[]::new),
    BYTEA("bytea", Buffer[]::new),
    DATE("date", LocalDate[]::new),
    TIMESTAMPTZ("timestamptz", OffsetDateTime[]::new);

    private final String sql;
    private final IntFunction<Object[]> array;

    Type(String sql, IntFunction<Object[]> array) {
      this.sql = sql;
      this.array = array;
    }
  }

  /** Begins the description of an insert. */
  public static Builder into(String table) {
    return new Builder(table);
  }

  /** Columns of an insert, in the order of the cells of its rows. */
  public static final class Builder {
    private final String table;
    private final List<String> names = new ArrayList<>();
    private final List<Type> types = new ArrayList<>();
    private String suffix = "";
    private boolean omitsEmpty;

    private Builder(String table) {
      this.table = table;
    }

    /** Adds a column. */
    public Builder column(String name, Type type) {
      names.add(name);
      types.add(type);
      return this;
    }

    /** What follows the rows, such as a conflict clause. */
    public Builder then(String clause) {
      suffix = " " + clause;
      return this;
    }

    /** On conflict over {@code target}, every other column takes the new value. */
    public Builder replacing(String target) {
      List<String> keys = List.of(target.split(", "));
      String sets =
          names.stream()
              .filter(name -> !keys.contains(name))
              .map(name -> name + " = excluded." + name)
              .reduce((a, b) -> a + ", " + b)
              .orElseThrow();
      return then("ON CONFLICT (" + target + ") DO UPDATE SET " + sets);
    }

    /**
     * Columns that are null in all rows are left out: each array costs the database a scan of its
     * own.
     */
    public Builder omittingEmpty() {
      omitsEmpty = true;
      return this;
    }

    /** The insert. */
    public UnnestInsert build() {
      return new UnnestInsert(this);
    }
  }

  /** Inserts the rows; the item is the number of rows that the database inserted or changed. */
  public Uni<Integer> execute(SqlClient client, List<@Nullable Object[]> rows) {
    if (rows.isEmpty()) {
      return Uni.createFrom().item(0);
    }
    List<Integer> columns = columns(rows);
    return client.preparedQuery(sql(columns)).execute(arrays(columns, rows)).map(RowSet::rowCount);
  }

  private List<Integer> columns(List<@Nullable Object[]> rows) {
    List<Integer> columns = new ArrayList<>(types.size());
    for (int i = 0; i < types.size(); i++) {
      if (!omitsEmpty || isFilled(i, rows)) {
        columns.add(i);
      }
    }
    return columns;
  }

  private static boolean isFilled(int column, List<@Nullable Object[]> rows) {
    for (@Nullable Object[] row : rows) {
      if (row[column] != null) {
        return true;
      }
    }
    return false;
  }

  private String sql(List<Integer> columns) {
    StringBuilder list = new StringBuilder();
    StringBuilder arrays = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      String separator = i == 0 ? "" : ", ";
      int column = columns.get(i);
      list.append(separator).append(names.get(column));
      arrays.append(separator).append('$').append(i + 1);
      arrays.append("::").append(types.get(column).sql).append("[]");
    }
    return "INSERT INTO " + table + " (" + list + ") SELECT * FROM unnest(" + arrays + ")" + suffix;
  }

  private Tuple arrays(List<Integer> columns, List<@Nullable Object[]> rows) {
    Tuple tuple = Tuple.tuple();
    for (int column : columns) {
      @Nullable Object[] array = types.get(column).array.apply(rows.size());
      for (int row = 0; row < array.length; row++) {
        array[row] = rows.get(row)[column];
      }
      tuple.addValue(array);
    }
    return tuple;
  }
}
