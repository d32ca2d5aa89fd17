package health.lifelong.ingestion.csv.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.record.domain.RecordOutcome.CheckupRead;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.ingestion.record.domain.RecordOutcome.Rejected;
import health.lifelong.testing.SharedData;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileCsvTest {

  private static Tables read(String file) throws IOException {
    return Tables.file(SharedData.path("data/hostile/csv/files/" + file));
  }

  @ParameterizedTest
  @CsvSource({
    "bom-utf8.csv, 1",
    "newline-in-field.csv, 1",
    "unit-in-cell.csv, 1",
    "crlf-mix.csv, 2"
  })
  void whatACentreMaySendIsAccepted(String file, int rows) throws IOException {
    assertThat(read(file).outcomes()).hasSize(rows).allMatch(CheckupRead.class::isInstance);
  }

  @ParameterizedTest
  @CsvSource({
    "utf16le-bom.csv, ENCODING_INVALID",
    "dup-header.csv, ROW_SHAPE",
    "tab.csv, FORMAT_UNKNOWN",
    "empty.csv, MALFORMED"
  })
  void aFileThatIsNoTableIsRefusedWhole(String file, Reason reason) throws IOException {
    Tables table = read(file);
    assertThat(table.refusal().reason()).isEqualTo(reason);
    assertThat(table.outcomes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "unclosed-quote.csv, ROW_SHAPE", "short-row.csv, ROW_SHAPE", "nul.csv, MALFORMED",
    "decimal-comma.csv, VALUE_INVALID", "date-2digit.csv, VALUE_INVALID",
        "date-feb30.csv, VALUE_INVALID",
    "born-after-exam.csv, VALUE_INVALID"
  })
  void aBadLineIsNamedAndTheOthersAreRead(String file, Reason reason) throws IOException {
    Tables table = read(file);
    assertThat(table.rejected(0).reason()).isEqualTo(reason);
    assertThat(table.rejected(0).path()).startsWith("line 2");
    assertThat(table.outcomes().stream().filter(Rejected.class::isInstance)).hasSize(1);
  }

  @Test
  void anUnclosedQuoteDoesNotSwallowTheRest() throws IOException {
    assertThat(read("unclosed-quote.csv").outcomes().stream().filter(CheckupRead.class::isInstance))
        .hasSize(3);
  }

  @Test
  void theSameRowTwiceHasTheSameKeysAndSoOneEffect() throws IOException {
    Tables table = read("dup-row.csv");
    assertThat(table.checkup(0).checkup().sourceKey())
        .isEqualTo(table.checkup(1).checkup().sourceKey());
    assertThat(table.checkup(0).person()).isEqualTo(table.checkup(1).person());
  }

  @Test
  void aUnitInACellIsNeverDropped() throws IOException {
    assertThat(read("unit-in-cell.csv").value(0, "GLU_F").rawUnit()).isEqualTo("mg/dL");
  }
}
