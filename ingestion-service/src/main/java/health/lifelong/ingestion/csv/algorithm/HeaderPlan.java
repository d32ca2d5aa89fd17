package health.lifelong.ingestion.csv.algorithm;

import health.lifelong.ingestion.csv.domain.Column;
import health.lifelong.ingestion.csv.domain.CsvContract;
import health.lifelong.ingestion.csv.domain.CsvReading.Layout;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.vocabulary.ItemNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the header of a table says: its layout and the meaning of each column. Columns are found by
 * name, never by place.
 */
sealed interface HeaderPlan {

  /** A header that can be read. */
  record Known(Layout layout, List<Column> columns) implements HeaderPlan {
    public Known {
      columns = List.copyOf(columns);
    }
  }

  /** A header that cannot; {@code column} is empty where the whole header is meant. */
  record Unknown(String column, Reason reason, String detail) implements HeaderPlan {}

  static HeaderPlan of(List<String> cells, CsvContract contract) {
    List<String> header = withoutTrailingBlanks(cells);
    if (header.size() > contract.limits().columns()) {
      return new Unknown(
          "", Reason.TOO_LARGE, "more than " + contract.limits().columns() + " columns");
    }
    Set<String> seen = new HashSet<>();
    for (String name : header) {
      if (!name.isBlank() && !seen.add(ItemNames.fold(name))) {
        return new Unknown(name, Reason.ROW_SHAPE, "two columns have the same header");
      }
    }
    List<Column> centre = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i);
      centre.add(
          name.isBlank()
              ? new Column.Local("column " + (i + 1))
              : CentreColumns.find(name, contract));
    }
    if (centre.stream().anyMatch(Column.Identifier.class::isInstance)) {
      return dated(centre);
    }
    return ScreeningColumns.isScreening(header)
        ? new Known(Layout.NATIONAL_SCREENING, screening(header, centre))
        : noPerson(header);
  }

  private static HeaderPlan dated(List<Column> columns) {
    boolean dated =
        columns.stream()
            .anyMatch(c -> c instanceof Column.ExamDate || c instanceof Column.ExamYear);
    return dated
        ? new Known(Layout.CENTRE_BATCH, columns)
        : new Unknown("", Reason.FIELD_MISSING, "no column of the examination date");
  }

  private static List<Column> screening(List<String> header, List<Column> centre) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      columns.add(ScreeningColumns.find(header.get(i)).orElse(centre.get(i)));
    }
    return columns;
  }

  private static HeaderPlan noPerson(List<String> header) {
    boolean uncut = header.size() == 1 && header.getFirst().matches("(?s).*[,;|\t].*");
    return uncut
        ? new Unknown("", Reason.FORMAT_UNKNOWN, "the contract does not take this separator")
        : new Unknown(
            "",
            Reason.FORMAT_UNKNOWN,
            "no column of a person's number, and not the national screening layout");
  }

  private static List<String> withoutTrailingBlanks(List<String> cells) {
    int size = cells.size();
    while (size > 0 && cells.get(size - 1).isBlank()) {
      size--;
    }
    return cells.subList(0, size);
  }
}
