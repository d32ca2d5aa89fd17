package health.lifelong.analytics.pharmacogenomics;

import java.util.LinkedHashMap;
import java.util.Map;

/** CSV files in the making: RFC 4180 quotes, no line breaks inside cells. */
final class CsvFiles {
  private final Map<String, StringBuilder> files = new LinkedHashMap<>();

  /** The text of every file, by name. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    files.forEach((name, text) -> texts.put(name, text.toString()));
    return texts;
  }

  void row(String file, String... cells) {
    StringBuilder target = files.computeIfAbsent(file, absent -> new StringBuilder());
    for (int i = 0; i < cells.length; i++) {
      String cell = cells[i].replaceAll("\\s+", " ").strip();
      boolean quote = cell.contains(",") || cell.contains("\"");
      target
          .append(i == 0 ? "" : ",")
          .append(quote ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
    }
    target.append('\n');
  }
}
