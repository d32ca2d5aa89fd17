package health.lifelong.gateway.export.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line that no spreadsheet program runs, and every reader of RFC 4180 reads. */
class CsvLineTest {

  @Test
  void quotesCommasAndLinesStayInsideTheirCell() {
    assertThat(CsvLine.of(List.of("a,b", "say \"hi\"", "one\ntwo", "")))
        .isEqualTo("\"a,b\",\"say \"\"hi\"\"\",\"one\ntwo\",\"\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2+3+cmd",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1+1",
        "\uFF1D1+1",
        "\u00A0=1",
        "-",
        "+82-10"
      })
  void aCellThatWouldBeAFormulaIsText(String text) {
    assertThat(CsvLine.of(List.of(text))).startsWith("\"'" + text.charAt(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1.50", "+2", "7.40", "1e-3", "-0.5E+10", "음성", "< 5", "2026-11-24"})
  void aNumberOrAPlainTextStaysAsItIs(String text) {
    assertThat(CsvLine.of(List.of(text))).isEqualTo("\"" + text + "\"\r\n");
  }
}
