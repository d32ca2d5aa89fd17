package health.lifelong.ingestion.fhir.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.record.domain.EffectiveTime.Precision;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FhirPartsTest {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  @Test
  void utf8IsJudgedAsTheJdkJudgesIt() {
    long seed = 99;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    int[] interesting = {
      0x00, 0x7F, 0x80, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF, 0x9F,
      0xA0, 0x8F, 0x90
    };
    for (int round = 0; round < 200_000; round++) {
      byte[] bytes = new byte[1 + random.nextInt(6)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) interesting[random.nextInt(interesting.length)];
      }
      boolean valid = Utf8.firstFault(bytes, 0, bytes.length) == Utf8.VALID;
      assertThat(valid).isEqualTo(jdkTakes(bytes));
    }
  }

  private static boolean jdkTakes(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).limit() >= 0;
    } catch (CharacterCodingException invalid) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "7.40",
        "1e5",
        "1E-22",
        "-1.5e+3",
        "1.00000065022141624642",
        "9007199254740993",
        "0e999"
      })
  void decimalsAreRead(String text) {
    assertThat(Decimals.parse(text)).contains(new BigDecimal(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "-", ".5", "5.", "01", "+1", "1e", "1e+", "1e1000", "1e400", "1e-400", "0x1", "1,5",
        "NaN", "1 ", "١"
      })
  void whatIsNoDecimalIsNot(String text) {
    assertThat(Decimals.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2024, 2023-12-31T15:00:00Z, YEAR",
    "2024-02, 2024-01-31T15:00:00Z, MONTH",
    "2024-02-29, 2024-02-28T15:00:00Z, DAY",
    "2024-02-29T10:00, 2024-02-29T01:00:00Z, MINUTE",
    "2024-02-29T10:00:05, 2024-02-29T01:00:05Z, SECOND",
    "2024-02-29T10:00:05Z, 2024-02-29T10:00:05Z, SECOND",
    "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z, SECOND",
    "1988-06-01T10:00:00, 1988-06-01T00:00:00Z, SECOND",
  })
  void timesAreReadInTheSendersZone(String text, Instant start, Precision precision) {
    assertThat(FhirTimes.parse(text, SEOUL))
        .hasValueSatisfying(
            time -> {
              assertThat(time.start()).isEqualTo(start);
              assertThat(time.precision()).isEqualTo(precision);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "24",
        "2023-02-29",
        "2024-13",
        "2024-01-01T25:00:00Z",
        "2024-01-01T10:00:61Z",
        "2024-01-01T10:00:00+19:00",
        "20240101",
        "today"
      })
  void whatIsNoTimeIsNot(String text) {
    assertThat(FhirTimes.parse(text, SEOUL)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/entry/3/resource/component/0, Bundle, Bundle.entry[3].resource.component[0]",
    "/, Patient, Patient",
    "'line 3, column 7', Patient, ''",
  })
  void placesBecomeFhirPath(String place, String root, String expression) {
    assertThat(FhirPaths.of(place, root)).isEqualTo(expression);
  }
}
