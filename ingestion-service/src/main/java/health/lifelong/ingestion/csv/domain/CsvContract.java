package health.lifelong.ingestion.csv.domain;

import java.time.ZoneId;
import java.util.Map;

/**
 * What was agreed with the sender of tables; data, not code.
 *
 * @param separators the separators taken; with more than one, the header decides
 * @param utf16 UTF-16 little endian with a byte-order mark is taken (Excel's "Unicode text")
 * @param twoDigitYears {@code YY/MM/DD} is taken: of an examination in this century, of a birth
 *     before the examination
 * @param unreadableCellRejectsRow a cell that cannot be read refuses its row; else the cell alone
 *     is marked "not usable"
 * @param zone zone of examination dates
 * @param unitByItem units of columns whose header names none, by item code
 * @param limits where reading stops
 */
public record CsvContract(
    String separators,
    boolean utf16,
    boolean twoDigitYears,
    boolean unreadableCellRejectsRow,
    ZoneId zone,
    Map<String, String> unitByItem,
    Limits limits) {

  public CsvContract {
    unitByItem = Map.copyOf(unitByItem);
    if (separators.isEmpty()) {
      throw new IllegalArgumentException("a table needs a separator");
    }
  }

  /**
   * Where reading stops.
   *
   * @param record characters one row may span, line breaks inside quotes included
   */
  public record Limits(int columns, long rows, long bytes, int record) {
    /** 200 columns, 1,000,000 rows, 50 MiB, rows of at most 1 MiB. */
    public static Limits standard() {
      return new Limits(200, 1_000_000, 50L << 20, 1 << 20);
    }
  }

  /** A centre without agreements of its own: commas, four-digit years, one answer a row. */
  public static CsvContract standard() {
    return new CsvContract(
        ",", false, false, true, ZoneId.of("Asia/Seoul"), Map.of(), Limits.standard());
  }

  /**
   * A centre that exports from spreadsheets of any setting: the separator is found in the header.
   */
  public static CsvContract spreadsheet() {
    return new CsvContract(
        ",\t;|", true, false, true, ZoneId.of("Asia/Seoul"), Map.of(), Limits.standard());
  }
}
