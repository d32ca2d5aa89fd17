package health.lifelong.ingestion.hl7v2.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.record.domain.EffectiveTime;
import health.lifelong.ingestion.record.domain.EffectiveTime.Precision;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class Hl7TimeTest {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  @Test
  void everyPrecisionIsKept() {
    assertThat(time("2026")).isEqualTo(seoul("2025-12-31T15:00:00Z", Precision.YEAR));
    assertThat(time("202603")).isEqualTo(seoul("2026-02-28T15:00:00Z", Precision.MONTH));
    assertThat(time("20260304")).isEqualTo(seoul("2026-03-03T15:00:00Z", Precision.DAY));
    assertThat(time("202603040830")).isEqualTo(seoul("2026-03-03T23:30:00Z", Precision.MINUTE));
    assertThat(time("20260304083001")).isEqualTo(seoul("2026-03-03T23:30:01Z", Precision.SECOND));
    assertThat(time("20260304083001.25"))
        .isEqualTo(seoul("2026-03-03T23:30:01.250Z", Precision.SECOND));
  }

  @Test
  void anOffsetThatWasSentIsNotAssumed() {
    assertThat(time("20260304083000+0000"))
        .isEqualTo(
            new EffectiveTime(
                Instant.parse("2026-03-04T08:30:00Z"), null, 0, false, Precision.SECOND));
    assertThat(time("20260304083000.1234-0500"))
        .isEqualTo(
            new EffectiveTime(
                Instant.parse("2026-03-04T13:30:00.123400Z"), null, -300, false, Precision.SECOND));
  }

  @Test
  void theZoneKnowsTheSummerTimeOf1988() {
    assertThat(time("19880701120000").offsetMinutes()).isEqualTo(600);
    assertThat(time("19890701120000").offsetMinutes()).isEqualTo(540);
  }

  @Test
  void nothingAndAllZerosAreNotTold() {
    for (String raw : new String[] {"", " ", "\"\"", "00000000", "00000000000000", "0000"}) {
      assertThat(Hl7Time.parse(raw, SEOUL)).isInstanceOf(Hl7Time.Parsed.NotTold.class);
    }
  }

  @Test
  void whatIsNotInTheCalendarIsInvalid() {
    for (String raw :
        new String[] {
          "20260230",
          "20261301",
          "202603042460",
          "20260304083061",
          "2026-03-04",
          "26",
          "20260",
          "2026030408300",
          "20260304+9",
          "20260304+0960",
          "20260304+1500",
          "20260304083000.",
          "abcd",
          "２０２６",
          "20260304.5",
          "20260304083000+09:00",
          "+0900"
        }) {
      assertThat(Hl7Time.parse(raw, SEOUL)).as(raw).isNotInstanceOf(Hl7Time.Parsed.Time.class);
    }
    assertThat(Hl7Time.parse("20260230", SEOUL)).isInstanceOf(Hl7Time.Parsed.Invalid.class);
  }

  @Test
  void aBirthDateIsADateAndNoOffsetMovesIt() {
    assertThat(Hl7Time.date("19800102")).contains("1980-01-02");
    assertThat(Hl7Time.date("198001022330-0800")).contains("1980-01-02");
    assertThat(Hl7Time.date("1980")).contains("1980");
    assertThat(Hl7Time.date("198001")).contains("1980-01");
    assertThat(Hl7Time.date("")).contains("");
    assertThat(Hl7Time.date("19801302")).isEmpty();
  }

  private static EffectiveTime time(String raw) {
    return ((Hl7Time.Parsed.Time) Hl7Time.parse(raw, SEOUL)).time();
  }

  private static EffectiveTime seoul(String instant, Precision precision) {
    return new EffectiveTime(Instant.parse(instant), null, 540, true, precision);
  }
}
