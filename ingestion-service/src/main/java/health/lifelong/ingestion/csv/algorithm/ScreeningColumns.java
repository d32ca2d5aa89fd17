package health.lifelong.ingestion.csv.algorithm;

import health.lifelong.ingestion.csv.domain.Column;
import health.lifelong.vocabulary.CsvTable;
import health.lifelong.vocabulary.Item;
import health.lifelong.vocabulary.ItemCatalogue;
import health.lifelong.vocabulary.ItemNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of the national screening's open data by folded name, with the units and answer codes
 * the authority declares (ingestion-formats section 5.2; table {@code
 * csv/national-screening-columns.csv}).
 */
final class ScreeningColumns {
  private static final Map<String, CsvTable.Row> BY_NAME = load();

  private ScreeningColumns() {}

  private static Map<String, CsvTable.Row> load() {
    Map<String, CsvTable.Row> rows = new HashMap<>();
    CsvTable table =
        CsvTable.resource(ScreeningColumns.class, "/csv/national-screening-columns.csv");
    for (CsvTable.Row row : table.rows()) {
      rows.put(ItemNames.fold(row.require("header")), row);
    }
    return Map.copyOf(rows);
  }

  /**
   * True for the header of a screening file: no person's number, an age group or the yearly row
   * number, and items of the layout.
   */
  static boolean isScreening(List<String> header) {
    boolean anonymous = false;
    boolean items = false;
    for (String name : header) {
      CsvTable.Row row = BY_NAME.get(ItemNames.fold(name));
      String role = row == null ? "" : row.require("role");
      anonymous |= role.equals("age") || role.equals("row");
      items |= role.equals("item");
    }
    return anonymous && items;
  }

  /** The column of this header; empty where the layout does not have it. */
  static Optional<Column> find(String header) {
    CsvTable.Row row = BY_NAME.get(ItemNames.fold(header));
    if (row == null) {
      return Optional.empty();
    }
    return Optional.of(
        switch (row.require("role")) {
          case "year" -> new Column.ExamYear(header);
          case "sex" -> new Column.Sex(header);
          case "row", "ignored" -> new Column.Ignored(header);
          case "treated" -> new Column.Treated(header, row.require("item"));
          case "item" -> values(header, row);
          default -> new Column.Local(header);
        });
  }

  private static Column values(String header, CsvTable.Row row) {
    Item item = ItemCatalogue.standard().byCode(row.require("item")).orElseThrow();
    String unit = row.get("unit");
    String method = row.get("method");
    return new Column.Values(
        header, item, unit == null ? "" : unit, true, method == null ? "" : method, true);
  }
}
