package health.lifelong.gateway.export.algorithm;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A line of CSV (RFC 4180) that a spreadsheet program can open without running anything: a cell
 * that such a program would read as a formula begins with an apostrophe, as OWASP advises. A number
 * is no formula, so that a negative one stays a number. Pure.
 */
public final class CsvLine {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d{1,400}(\\.\\d{1,400})?([eE][+-]?\\d{1,3})?");
  // Every space there is, the unbreakable too, which String.strip leaves.
  private static final Pattern SPACE = Pattern.compile("^[\\s\\p{Z}]+");
  // The full-width forms are read as signs by programs set to Korean or Japanese.
  private static final String STARTS_A_FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";
  private static final String BREAKS_OUT_OF_A_CELL = "\t\r\n";

  private CsvLine() {}

  /** The line with its end. Every cell stands in quotes, so that none can be taken for two. */
  public static String of(List<String> cells) {
    return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String text) {
    return '"' + harmless(text).replace("\"", "\"\"") + '"';
  }

  private static String harmless(String text) {
    String bare = SPACE.matcher(text).replaceFirst("");
    boolean formula = !bare.isEmpty() && STARTS_A_FORMULA.indexOf(bare.charAt(0)) >= 0;
    boolean breaks = !text.isEmpty() && BREAKS_OUT_OF_A_CELL.indexOf(text.charAt(0)) >= 0;
    return (formula || breaks) && !NUMBER.matcher(text).matches() ? "'" + text : text;
  }
}
