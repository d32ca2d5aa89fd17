package health.lifelong.analytics.evidence.domain;

import health.lifelong.vocabulary.CsvTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Published figures of how ways of living go with health. Only verified rows are kept. Immutable.
 */
public final class EvidenceTable {
  /** The version of the table that ships with the service. */
  public static final String VERSION = "1.0.0";

  private static final EvidenceTable STANDARD = load();

  private final List<EvidenceRow> rows;

  private EvidenceTable(List<EvidenceRow> rows) {
    this.rows = List.copyOf(rows);
  }

  /** The table that ships with the service. */
  public static EvidenceTable standard() {
    return STANDARD;
  }

  /**
   * Reads columns {@code factor, exposure, unit, reference, outcome, measure, effect, ci_low,
   * ci_high, population, citation, doi, verified}; a row whose {@code verified} is not y is left
   * out. The stream is not closed.
   */
  public static EvidenceTable fromCsv(InputStream in) throws IOException {
    List<EvidenceRow> rows = new ArrayList<>();
    for (CsvTable.Row row : CsvTable.read(in).rows()) {
      if ("y".equals(row.get("verified"))) {
        rows.add(row(row));
      }
    }
    return new EvidenceTable(rows);
  }

  /** All verified rows of a factor, in file order. */
  public List<EvidenceRow> of(String factor) {
    return rows.stream().filter(row -> row.factor().equals(factor)).toList();
  }

  /** The verified rows of one factor, outcome and study, in file order. */
  public List<EvidenceRow> of(String factor, String outcome, String study) {
    return of(factor).stream()
        .filter(row -> row.outcome().equals(outcome) && row.citation().startsWith(study))
        .toList();
  }

  private static EvidenceRow row(CsvTable.Row row) {
    @Nullable Double effect = number(row.get("effect"));
    return new EvidenceRow(
        row.require("factor"),
        orEmpty(row.get("exposure")),
        row.get("unit"),
        row.get("reference"),
        row.require("outcome"),
        row.require("measure"),
        effect,
        number(row.get("ci_low")),
        number(row.get("ci_high")),
        row.require("population"),
        row.require("citation"),
        row.get("doi"));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** A number; a range in words, as some overviews print, is none. */
  private static @Nullable Double number(@Nullable String text) {
    return text != null && text.matches("\\d+(\\.\\d+)?") ? Double.valueOf(text) : null;
  }

  private static EvidenceTable load() {
    try (InputStream in =
        EvidenceTable.class.getResourceAsStream("/evidence/lifestyle-evidence.csv")) {
      if (in == null) {
        throw new IllegalStateException("resource missing: lifestyle-evidence.csv");
      }
      return fromCsv(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
