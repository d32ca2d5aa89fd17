package health.lifelong.ingestion.mapping.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.record.domain.Value.Comparator;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NumberTextTest {
  @Test
  void digitsAreKeptAsSent() {
    assertThat(number("7.40")).isEqualTo("EQUAL 7.40");
    assertThat(number("+5")).isEqualTo("EQUAL 5");
    assertThat(number("-2.5")).isEqualTo("EQUAL -2.5");
    assertThat(number(".5")).isEqualTo("EQUAL 0.5");
    assertThat(number("１２.５")).isEqualTo("EQUAL 12.5");
    assertThat(number("−3")).isEqualTo("EQUAL -3");
    assertThat(number("1.2e3")).isEqualTo("EQUAL 1.2E+3");
  }

  @Test
  void aCommaIsAThousandsMarkOrRefused() {
    assertThat(number("1,234")).isEqualTo("EQUAL 1234");
    assertThat(number("1,234,567.8")).isEqualTo("EQUAL 1234567.8");
    for (String raw :
        new String[] {"95,5", "1,23", "1,2345", "1234,567", ",5", "1,,234", "1,234,5"}) {
      assertThat(NumberText.parse(raw)).as(raw).isEmpty();
    }
  }

  @Test
  void comparatorsStandBeforeOrInKoreanBehind() {
    assertThat(number("<5")).isEqualTo("LESS 5");
    assertThat(number("<= 5")).isEqualTo("LESS_OR_EQUAL 5");
    assertThat(number(">1000")).isEqualTo("GREATER 1000");
    assertThat(number("≥60")).isEqualTo("GREATER_OR_EQUAL 60");
    assertThat(number("≤60")).isEqualTo("LESS_OR_EQUAL 60");
    assertThat(number("=60")).isEqualTo("EQUAL 60");
    assertThat(number("60 이상")).isEqualTo("GREATER_OR_EQUAL 60");
    assertThat(number("60이하")).isEqualTo("LESS_OR_EQUAL 60");
    assertThat(number("60초과")).isEqualTo("GREATER 60");
    assertThat(number("60 미만")).isEqualTo("LESS 60");
  }

  @Test
  void rangesHaveTwoEndsInOrder() {
    assertThat(NumberText.parse("5-10"))
        .contains(new NumberText.Span(new BigDecimal("5"), new BigDecimal("10")));
    assertThat(NumberText.parse("0~1"))
        .contains(new NumberText.Span(new BigDecimal("0"), new BigDecimal("1")));
    assertThat(NumberText.parse("10-5")).isEmpty();
    assertThat(NumberText.parse("<5-10")).isEmpty();
  }

  @Test
  void whatIsNoNumberIsNone() {
    for (String raw :
        new String[] {
          "",
          " ",
          "-",
          "+",
          ".",
          "++",
          "1+",
          "NaN",
          "Infinity",
          "0x10",
          "1e999",
          "1e",
          "5 mg",
          "high",
          "<",
          "이상",
          "1 2",
          "9".repeat(40),
          "1:128",
          "٣"
        }) {
      assertThat(NumberText.parse(raw)).as(raw).isEqualTo(Optional.empty());
    }
  }

  private static String number(String raw) {
    NumberText.Number number = (NumberText.Number) NumberText.parse(raw).orElseThrow();
    Comparator comparator = number.comparator();
    return comparator + " " + number.value();
  }
}
