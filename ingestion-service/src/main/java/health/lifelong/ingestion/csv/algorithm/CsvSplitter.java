package health.lifelong.ingestion.csv.algorithm;

import health.lifelong.ingestion.csv.algorithm.LineSource.Line;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits RFC 4180 text into rows, one at a time. A row that cannot be split costs one line: where a
 * quote is never closed, or closed in the middle of a cell, the row of that line is a fault and
 * splitting resumes at the next line. That is why this is no library: the ones at hand swallow the
 * rest of the file after an open quote.
 */
final class CsvSplitter {
  private final LineSource lines;
  private final char separator;
  private final int longestRecord;

  CsvSplitter(Reader reader, char separator, int longestRecord) {
    this.lines = new LineSource(reader, longestRecord);
    this.separator = separator;
    this.longestRecord = longestRecord;
  }

  /** One row, or why the line is none. */
  sealed interface Row {
    /** Number of the line the row starts in, from 1. */
    long line();

    /** The cells, unquoted; line breaks inside them are LF. */
    record Cells(long line, List<String> cells) implements Row {}

    /** A line that is no row. */
    record Fault(long line, Kind kind) implements Row {}

    /** Why. */
    enum Kind {
      QUOTE_UNCLOSED,
      TEXT_AFTER_QUOTE,
      CONTROL_CHARACTER,
      TOO_LONG
    }
  }

  /** The next row that is not blank, or null at the end. */
  @Nullable Row next() throws IOException {
    Line first = lines.next();
    while (first != null && first.text().isBlank()) {
      first = lines.next();
    }
    return first == null ? null : row(first);
  }

  private Row row(Line first) throws IOException {
    Cutting cutting = new Cutting();
    List<Line> joined = new ArrayList<>();
    Line line = first;
    while (true) {
      if (line.tooLong() || cutting.length() + line.text().length() > longestRecord) {
        return fault(first, joined, Row.Kind.TOO_LONG);
      }
      Row.Kind bad = cutting.take(line.text());
      if (bad != null) {
        return fault(first, joined, bad);
      }
      if (!cutting.quoted) {
        return new Row.Cells(first.number(), cutting.cells);
      }
      line = lines.next();
      if (line == null) {
        return fault(first, joined, Row.Kind.QUOTE_UNCLOSED);
      }
      joined.add(line);
    }
  }

  private Row fault(Line first, List<Line> joined, Row.Kind kind) {
    lines.giveBack(joined);
    boolean quoteRanOver = !joined.isEmpty() && kind != Row.Kind.CONTROL_CHARACTER;
    return new Row.Fault(first.number(), quoteRanOver ? Row.Kind.QUOTE_UNCLOSED : kind);
  }

  /** The state of cutting one row, which may run over several lines. */
  private final class Cutting {
    private final List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private boolean quoted;
    private boolean closed;
    private int taken;

    private int length() {
      return taken;
    }

    private Row.@Nullable Kind take(String text) {
      if (quoted) {
        cell.append('\n');
      }
      taken += text.length() + 1;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if ((c < ' ' && c != '\t') || c == '\u007F') {
          return Row.Kind.CONTROL_CHARACTER;
        }
        if (quoted) {
          boolean escaped = c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
          i += escaped ? 1 : 0;
          closed = c == '"' && !escaped;
          quoted = !closed;
          if (quoted) {
            cell.append(c);
          }
        } else if (c == separator) {
          endCell();
        } else if (closed) {
          if (c != ' ') {
            return Row.Kind.TEXT_AFTER_QUOTE;
          }
        } else if (c == '"' && cell.isEmpty()) {
          quoted = true;
        } else {
          cell.append(c);
        }
      }
      if (!quoted) {
        endCell();
      }
      return null;
    }

    private void endCell() {
      cells.add(cell.toString());
      cell.setLength(0);
      closed = false;
    }
  }
}
