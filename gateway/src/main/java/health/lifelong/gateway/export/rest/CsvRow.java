package health.lifelong.gateway.export.rest;

import health.lifelong.gateway.export.algorithm.CsvLine;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A row of the CSV file in the making; what nothing is known of stays empty. */
record CsvRow(Map<Column, String> cells) {

  /** The columns, in order. What the sender wrote stands in the last four. */
  enum Column {
    KIND,
    DATE,
    CENTRE,
    CODE,
    NAME_KO,
    NAME_EN,
    COMPARATOR,
    VALUE,
    UNIT,
    REFERENCE_RANGE,
    FLAG,
    STATUS,
    NOTE,
    VISIT,
    SENT_CODE,
    SENT_NAME,
    SENT_VALUE,
    SENT_UNIT
  }

  static CsvRow of(String kind) {
    return new CsvRow(new EnumMap<>(Column.class)).with(Column.KIND, kind);
  }

  /** The names of the columns. */
  static String head() {
    return CsvLine.of(columns().map(column -> column.name().toLowerCase(Locale.ROOT)).toList());
  }

  CsvRow with(Column column, String text) {
    cells.put(column, text);
    return this;
  }

  String line() {
    List<String> line = columns().map(column -> cells.getOrDefault(column, "")).toList();
    return CsvLine.of(line);
  }

  private static Stream<Column> columns() {
    return Arrays.stream(Column.values());
  }
}
