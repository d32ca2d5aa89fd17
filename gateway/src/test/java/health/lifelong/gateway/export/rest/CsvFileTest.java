package health.lifelong.gateway.export.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** An export as a file that a spreadsheet program opens. */
class CsvFileTest {

  @Test
  void itBeginsWithAByteOrderMarkAndTheNamesOfTheColumns() throws IOException {
    assertThat(text()).startsWith("\uFEFF\"kind\",\"date\",\"centre\",\"code\",\"name_ko\"");
  }

  @Test
  void aValueStandsWithItsDateUnitAndRangeAndWhatTheSenderWrote() throws IOException {
    assertThat(text())
        .contains("\"observation\",\"2025-03-04T08:30:00+09:00\",\"seoul\",\"GLU_F\"")
        .contains("\"\",\"7.40\",\"mmol/L\",\"3.9-5.5\",\"H\",\"final\"")
        .contains("\"<\",\"0.3\",\"mg/L\"")
        .contains("\"A  1\",\"무엇\",\"12\",\"U\"");
  }

  @Test
  void aValueThatWouldBeAFormulaIsText() throws IOException {
    assertThat(text()).contains("\"'=HYPERLINK(\"\"http://x\"\")\"");
  }

  @Test
  void everyKindOfThingHasItsRowsAndWhatIsMissingIsSaid() throws IOException {
    assertThat(text())
        .contains("\"person\",", "\"visit\",", "\"condition\",", "\"medication\",", "\"allergy\",")
        .contains("\"list\",", "\"document\",", "\"lifestyle_day\",", "\"genome\",", "\"consent\",")
        .containsSubsequence(
            "\"not_included\",\"\",\"\",\"genetic_report\"",
            "\"not_included\",\"\",\"\",\"held\"",
            "\"not_included\",\"\",\"\",\"genetic_raw\"");
  }

  private static String text() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CsvFile(Sample.small()).write(out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
