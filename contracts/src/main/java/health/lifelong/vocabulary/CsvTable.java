package health.lifelong.vocabulary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small table that ships with the product: UTF-8, comma, one header line, RFC 4180 quotes, no
 * line break inside a cell. Files from outside are never read with this.
 */
public final class CsvTable {
  private final Map<String, Integer> columns;
  private final List<String[]> rows;

  private CsvTable(Map<String, Integer> columns, List<String[]> rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /** Reads a resource that must exist beside {@code anchor}'s class loader. */
  public static CsvTable resource(Class<?> anchor, String path) {
    try (InputStream in = anchor.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("resource missing: " + path);
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a table from a stream; the stream is not closed. */
  public static CsvTable read(InputStream in) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    String header = reader.readLine();
    if (header == null) {
      throw new IOException("empty table");
    }
    Map<String, Integer> columns = new HashMap<>();
    List<String> names = cells(header.startsWith("\uFEFF") ? header.substring(1) : header);
    for (int i = 0; i < names.size(); i++) {
      columns.put(names.get(i).strip(), i);
    }
    List<String[]> rows = new ArrayList<>();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        rows.add(cells(line).toArray(String[]::new));
      }
    }
    return new CsvTable(columns, rows);
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quoted) {
        if (c != '"') {
          cell.append(c);
        } else if (i + 1 < line.length() && line.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',') {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  /** The rows, in file order. */
  public List<Row> rows() {
    return rows.stream().map(Row::new).toList();
  }

  /** Whether the header names this column. */
  public boolean has(String column) {
    return columns.containsKey(column);
  }

  /** One row; cells are read by column name. */
  public final class Row {
    private final String[] cells;

    private Row(String[] cells) {
      this.cells = cells;
    }

    /** The cell's text, or null where it is empty or the row is short. */
    public @Nullable String get(String column) {
      Integer index = columns.get(column);
      if (index == null || index >= cells.length || cells[index].isBlank()) {
        return null;
      }
      return cells[index].strip();
    }

    /** The cell's text; an empty cell is an error of the table. */
    public String require(String column) {
      String value = get(column);
      if (value == null) {
        throw new IllegalStateException(
            "column " + column + " is empty in row " + String.join(",", cells));
      }
      return value;
    }
  }
}
