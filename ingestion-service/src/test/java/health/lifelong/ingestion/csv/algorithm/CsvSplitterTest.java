package health.lifelong.ingestion.csv.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import health.lifelong.ingestion.csv.algorithm.CsvSplitter.Row;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** FastCSV is the oracle: what it writes and reads, this reads the same. */
class CsvSplitterTest {

  private static List<Row> split(String text) {
    CsvSplitter splitter = new CsvSplitter(new StringReader(text), ',', 1 << 20);
    List<Row> rows = new ArrayList<>();
    try {
      for (Row row = splitter.next(); row != null; row = splitter.next()) {
        rows.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  @Test
  void rowsAreCutAsTheLibraryCutsThem() throws IOException {
    long seed = 20261124;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    String alphabet = "ab\"가, \n.;";
    for (int file = 0; file < 200; file++) {
      StringWriter out = new StringWriter();
      try (CsvWriter writer = CsvWriter.builder().build(out)) {
        for (int row = 0; row < 20; row++) {
          List<String> cells = new ArrayList<>();
          cells.add("row" + row);
          for (int cell = 0; cell < random.nextInt(6); cell++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < random.nextInt(6); i++) {
              text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            cells.add(text.toString());
          }
          writer.writeRecord(cells);
        }
      }
      List<Row> expected = new ArrayList<>();
      try (CsvReader<CsvRecord> reader =
          CsvReader.builder()
              .allowExtraFields(true)
              .allowMissingFields(true)
              .ofCsvRecord(out.toString())) {
        reader.forEach(
            record ->
                expected.add(
                    new Row.Cells(
                        record.getStartingLineNumber(), List.copyOf(record.getFields()))));
      }
      assertThat(split(out.toString())).isEqualTo(expected);
    }
  }

  @Test
  void anOpenQuoteCostsOneLineOnly() {
    assertThat(split("a,b\n1,\"x\n2,y\n3,\"z\"\n"))
        .containsExactly(
            new Row.Cells(1, List.of("a", "b")),
            new Row.Fault(2, Row.Kind.QUOTE_UNCLOSED),
            new Row.Cells(3, List.of("2", "y")),
            new Row.Cells(4, List.of("3", "z")));
  }

  @Test
  void textAfterAClosedQuoteAndControlCharactersAreFaults() {
    assertThat(split("\"a\"b,c\nd\u0000\ne\r\nf\rg"))
        .containsExactly(
            new Row.Fault(1, Row.Kind.TEXT_AFTER_QUOTE),
            new Row.Fault(2, Row.Kind.CONTROL_CHARACTER),
            new Row.Cells(3, List.of("e")),
            new Row.Cells(4, List.of("f")),
            new Row.Cells(5, List.of("g")));
  }
}
