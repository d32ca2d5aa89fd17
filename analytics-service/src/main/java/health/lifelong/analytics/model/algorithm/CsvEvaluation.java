package health.lifelong.analytics.model.algorithm;

import health.lifelong.analytics.model.domain.Model;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Evaluates a model over a CSV: one row in, one row out, in order, in bounded memory. Columns are
 * found by name; unknown ones, {@code expected_*} and {@code *_valid_*} among them, are ignored. A
 * row that cannot be cut gives empty outputs and the reason {@code row:INPUT_UNREADABLE}, never an
 * exception.
 */
public final class CsvEvaluation {
  private static final String CASE_ID = "case_id";

  /**
   * What was done.
   *
   * @param rows rows read and written
   * @param unreadable rows among them that could not be cut into cells
   */
  public record Summary(long rows, long unreadable) {}

  private CsvEvaluation() {}

  /**
   * Reads UTF-8 from {@code in}, writes UTF-8 to {@code out} with the columns {@code case_id}, the
   * model's outputs in order, {@code not_for_use}. Neither stream is closed; {@code out} is
   * flushed. Blank lines are no rows.
   */
  public static Summary run(Model model, InputStream in, OutputStream out) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    List<String> columns = header(reader);
    write(writer, outputHeader(model));
    long rows = 0;
    long unreadable = 0;
    for (Optional<CsvLine> line = CsvLine.read(reader);
        line.isPresent();
        line = CsvLine.read(reader)) {
      if (line.get().isBlank()) {
        continue;
      }
      boolean cut = !line.get().damaged() && line.get().cells().size() <= columns.size();
      Map<String, String> row = named(columns, line.get());
      write(writer, cut ? evaluated(model, row) : damaged(model, row));
      rows++;
      unreadable += cut ? 0 : 1;
    }
    writer.flush();
    return new Summary(rows, unreadable);
  }

  private static List<String> header(BufferedReader reader) throws IOException {
    Optional<CsvLine> line = CsvLine.read(reader);
    if (line.isEmpty() || line.get().damaged()) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (String cell : line.get().cells()) {
      names.add(cell.replace("\uFEFF", "").strip());
    }
    return names;
  }

  private static Map<String, String> named(List<String> columns, CsvLine line) {
    Map<String, String> row = new HashMap<>();
    int width = Math.min(columns.size(), line.cells().size());
    for (int i = 0; i < width; i++) {
      row.putIfAbsent(columns.get(i), line.cells().get(i));
    }
    return row;
  }

  private static List<String> outputHeader(Model model) {
    List<String> cells = new ArrayList<>();
    cells.add(CASE_ID);
    cells.addAll(model.outputColumns());
    cells.add(RowEvaluation.NOT_FOR_USE);
    return cells;
  }

  private static List<String> evaluated(Model model, Map<String, String> row) {
    List<String> cells = new ArrayList<>();
    cells.add(row.getOrDefault(CASE_ID, ""));
    cells.addAll(RowEvaluation.evaluate(model, row).values());
    return cells;
  }

  private static List<String> damaged(Model model, Map<String, String> row) {
    List<String> cells = new ArrayList<>();
    cells.add(row.getOrDefault(CASE_ID, ""));
    model.outputColumns().forEach(name -> cells.add(""));
    cells.add("row:INPUT_UNREADABLE");
    return cells;
  }

  private static void write(Writer writer, List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      writer.write(i == 0 ? "" : ",");
      writer.write(CsvLine.written(cells.get(i)));
    }
    writer.write('\n');
  }
}
