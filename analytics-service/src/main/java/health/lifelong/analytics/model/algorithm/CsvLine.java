package health.lifelong.analytics.model.algorithm;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of a CSV from outside, cut into cells (comma, double quotes, doubled quotes inside). A
 * line end always ends the row, so that an open quote spoils one row and no other.
 *
 * @param cells the cells; meaningless where the line is damaged
 * @param damaged too long, or a quote left open or in the wrong place
 */
public record CsvLine(List<String> cells, boolean damaged) {
  /** A line longer than this many characters is not kept. */
  static final int LONGEST = 100_000;

  /** Reads the next line; empty at the end. Memory stays bounded whatever the line's length. */
  public static Optional<CsvLine> read(Reader reader) throws IOException {
    StringBuilder line = new StringBuilder();
    boolean tooLong = false;
    int c = reader.read();
    if (c < 0) {
      return Optional.empty();
    }
    while (c >= 0 && c != '\n') {
      if (line.length() < LONGEST) {
        line.append((char) c);
      } else {
        tooLong = true;
      }
      c = reader.read();
    }
    if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
      line.setLength(line.length() - 1);
    }
    return Optional.of(tooLong ? new CsvLine(List.of(), true) : cut(line));
  }

  /** Whether nothing but blanks is on the line. */
  public boolean isBlank() {
    return !damaged && cells.size() == 1 && cells.getFirst().isBlank();
  }

  private static CsvLine cut(CharSequence line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    boolean closed = false;
    boolean damaged = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quoted && c == '"') {
        boolean doubled = i + 1 < line.length() && line.charAt(i + 1) == '"';
        if (doubled) {
          cell.append('"');
          i++;
        }
        quoted = doubled;
        closed = !doubled;
      } else if (quoted) {
        cell.append(c);
      } else if (c == ',') {
        cells.add(cell.toString());
        cell.setLength(0);
        closed = false;
      } else if (c == '"' && cell.isEmpty() && !closed) {
        quoted = true;
      } else {
        damaged |= closed || c == '"';
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return new CsvLine(List.copyOf(cells), damaged || quoted);
  }

  /** A cell as it is written: quoted only where it must be. */
  static String written(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
