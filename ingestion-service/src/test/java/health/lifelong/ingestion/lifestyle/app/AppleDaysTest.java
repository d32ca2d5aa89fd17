package health.lifelong.ingestion.lifestyle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import health.lifelong.ingestion.lifestyle.domain.LifestyleReading;
import health.lifelong.ingestion.record.domain.LifestyleDay;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.ingestion.record.domain.RecordOutcome.Rejected;
import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AppleDaysTest {
  private static final String WATCH = Exports.WATCH;
  private static final String PHONE = Exports.PHONE;

  private static String at(String time) {
    return "2026-03-01 " + time + " +0900";
  }

  private static BigDecimal steps(LifestyleReading reading, String day) {
    return Exports.day(reading, "steps", day).value();
  }

  @Test
  void phoneAndWatchThatOverlapAreCountedOnce() {
    LifestyleReading reading =
        Exports.read(
            Exports.steps(PHONE, at("10:00:00"), at("11:00:00"), "600"),
            Exports.steps(WATCH, at("10:30:00"), at("11:30:00"), "900"));
    LifestyleDay day = Exports.day(reading, "steps", "2026-03-01");
    assertThat(day.value()).isEqualByComparingTo("1200");
    assertThat(day.source()).isEqualTo(WATCH);
    assertThat(day.sources()).containsExactly(WATCH, PHONE);
    assertThat(day.samples()).isEqualTo(2);
    assertThat(day.coverageMinutes()).isEqualTo(90);
    assertThat(day.unit()).isEqualTo("/d");
    assertThat(day.statistic()).isEqualTo("sum");
    assertThat(day.algorithmVersion()).isEqualTo("apple-days-1");
  }

  @Test
  void theRankIsWatchPhoneAppManual() {
    String manual =
        Exports.steps(WATCH, at("10:00:00"), at("11:00:00"), "4000")
            .replace("/>", "><MetadataEntry key=\"HKWasUserEntered\" value=\"1\"/></Record>");
    String app = Exports.steps("Walker", at("10:00:00"), at("11:00:00"), "3000");
    String phone = Exports.steps(PHONE, at("10:00:00"), at("11:00:00"), "2000");
    String watch = Exports.steps(WATCH, at("10:00:00"), at("11:00:00"), "1000");
    assertThat(steps(Exports.read(manual), "2026-03-01")).isEqualByComparingTo("4000");
    assertThat(steps(Exports.read(manual, app), "2026-03-01")).isEqualByComparingTo("3000");
    assertThat(steps(Exports.read(manual, app, phone), "2026-03-01")).isEqualByComparingTo("2000");
    assertThat(steps(Exports.read(manual, app, phone, watch), "2026-03-01"))
        .isEqualByComparingTo("1000");
  }

  @Test
  void aDeviceNameTellsAWatchWhereTheSourceDoesNot() {
    String gadget =
        Exports.steps("Kim", at("10:00:00"), at("11:00:00"), "700")
            .replace(
                "unit=",
                "device=\"&lt;&lt;HKDevice: 0x2&gt;, model:Watch, hardware:Watch6,1&gt;\" unit=");
    String phone = Exports.steps(PHONE, at("10:00:00"), at("11:00:00"), "900");
    assertThat(steps(Exports.read(phone, gadget), "2026-03-01")).isEqualByComparingTo("700");
  }

  @Test
  void insideOneSourceTheNewestRecordWins() {
    String old =
        Exports.steps(WATCH, at("10:00:00"), at("11:00:00"), "600")
            .replace("unit=", "creationDate=\"2026-03-01 11:00:00 +0900\" unit=");
    String corrected =
        Exports.steps(WATCH, at("10:30:00"), at("11:00:00"), "100")
            .replace("unit=", "creationDate=\"2026-03-02 11:00:00 +0900\" unit=");
    assertThat(steps(Exports.read(old, corrected), "2026-03-01")).isEqualByComparingTo("400");
    assertThat(steps(Exports.read(corrected, old), "2026-03-01")).isEqualByComparingTo("400");
  }

  @Test
  void anInstantCountsInFullOnceUnlessABetterSourceCoversIt() {
    String instant = Exports.steps(PHONE, at("10:30:00"), at("10:30:00"), "50");
    assertThat(steps(Exports.read(instant, instant), "2026-03-01")).isEqualByComparingTo("50");
    assertThat(
            steps(
                Exports.read(instant, Exports.steps(WATCH, at("10:00:00"), at("11:00:00"), "600")),
                "2026-03-01"))
        .isEqualByComparingTo("600");
    assertThat(
            steps(
                Exports.read(
                    instant, Exports.steps("Walker", at("10:00:00"), at("11:00:00"), "600")),
                "2026-03-01"))
        .isEqualByComparingTo("650");
  }

  @Test
  void aSampleOverMidnightIsSplitInProportion() {
    LifestyleReading reading =
        Exports.read(
            Exports.steps(PHONE, "2026-03-01 23:45:00 +0900", "2026-03-02 00:15:00 +0900", "300"));
    assertThat(steps(reading, "2026-03-01")).isEqualByComparingTo("150");
    assertThat(steps(reading, "2026-03-02")).isEqualByComparingTo("150");
    assertThat(reading.lifestyleDays()).isEqualTo(2);
  }

  @Test
  void aDayOfAClockChangeHasItsOwnLengthAndLosesNothing() {
    // Europe/London went from +0000 to +0100 on 2026-03-29 at 01:00Z
    LifestyleReading reading =
        Exports.read(
            Exports.steps(PHONE, "2026-03-29 00:30:00 +0000", "2026-03-29 02:30:00 +0100", "100"),
            Exports.steps(PHONE, "2026-03-29 22:30:00 +0100", "2026-03-30 00:30:00 +0100", "200"));
    assertThat(steps(reading, "2026-03-29")).isEqualByComparingTo("250");
    assertThat(steps(reading, "2026-03-30")).isEqualByComparingTo("50");
  }

  @Test
  void aFlightToHonoluluLivesTheSameDayTwiceAndCountsEachStepOnce() {
    LifestyleReading reading =
        Exports.read(
            Exports.steps(PHONE, "2026-03-01 20:00:00 +0900", "2026-03-01 20:10:00 +0900", "500"),
            Exports.steps(PHONE, "2026-03-01 09:00:00 -1000", "2026-03-01 09:10:00 -1000", "700"),
            // the watch still shows Seoul while the phone shows Honolulu
            Exports.steps(WATCH, "2026-03-02 04:00:00 +0900", "2026-03-02 04:10:00 +0900", "690"));
    assertThat(steps(reading, "2026-03-01")).isEqualByComparingTo("500");
    assertThat(steps(reading, "2026-03-02")).isEqualByComparingTo("690");
  }

  @Test
  void aTimeWithoutOffsetIsAssumedKoreanAndSaysSo() {
    LifestyleReading reading =
        Exports.read(Exports.steps(PHONE, "2026-03-01 00:10:00", "2026-03-01 00:20:00", "10"));
    assertThat(Exports.day(reading, "steps", "2026-03-01").zoneAssumed()).isTrue();
    LifestyleReading told =
        Exports.read(Exports.steps(PHONE, at("00:10:00"), at("00:20:00"), "10"));
    assertThat(Exports.day(told, "steps", "2026-03-01").zoneAssumed()).isFalse();
  }

  @Test
  void aCorrelationRepeatsRecordsAndIsNotCounted() {
    String sbp =
        Exports.quantity(
            "BloodPressureSystolic", "mmHg", "Cuff", at("08:00:00"), at("08:00:00"), "121");
    LifestyleReading reading =
        Exports.read(
            "<Correlation type=\"HKCorrelationTypeIdentifierBloodPressure\">"
                + sbp
                + "</Correlation>",
            sbp);
    assertThat(reading.records()).isEqualTo(1);
    assertThat(Exports.day(reading, "sbp", "2026-03-01").samples()).isEqualTo(1);
  }

  @Test
  void theVendorsDailySumIsTakenOnlyWhereThereAreNoSamples() {
    String summary =
        "<ActivitySummary dateComponents=\"2026-03-0%d\" activeEnergyBurned=\"500\" activeEnergyBurnedUnit=\"kcal\""
            + " appleExerciseTime=\"30\"/>";
    LifestyleReading reading =
        Exports.read(
            Exports.quantity(
                "ActiveEnergyBurned", "kcal", WATCH, at("08:00:00"), at("09:00:00"), "300"),
            summary.formatted(1),
            summary.formatted(2),
            "<ActivitySummary dateComponents=\"1969-12-31\" activeEnergyBurned=\"0\"/>",
            "<ActivitySummary dateComponents=\"soon\"/>");
    assertThat(reading.activitySummaries()).isEqualTo(4);
    assertThat(reading.rejectedRecords()).isEqualTo(1);
    assertThat(Exports.day(reading, "active_energy", "2026-03-01").value())
        .isEqualByComparingTo("300");
    assertThat(Exports.day(reading, "active_energy", "2026-03-02").value())
        .isEqualByComparingTo("500");
    assertThat(Exports.day(reading, "exercise_minutes", "2026-03-01").source())
        .isEqualTo("Apple activity summary");
    assertThat(reading.lifestyleDays()).isEqualTo(2);
  }

  @Test
  void workoutsOfTwoSourcesThatOverlapAreOne() {
    String workout =
        "<Workout workoutActivityType=\"HKWorkoutActivityTypeRunning\" sourceName=\"%s\" startDate=\"%s\" endDate=\"%s\"/>";
    LifestyleReading reading =
        Exports.read(
            workout.formatted(WATCH, at("08:00:00"), at("08:40:00")),
            workout.formatted("Run App", at("08:05:00"), at("08:45:00")));
    assertThat(reading.workouts()).isEqualTo(2);
    assertThat(Exports.day(reading, "workout_minutes", "2026-03-01").value())
        .isEqualByComparingTo("45");
  }

  @Test
  void aBadRecordIsNamedAndTheOthersGoOn() {
    LifestyleReading reading =
        Exports.read(
            Exports.steps(PHONE, at("11:00:00"), at("10:00:00"), "1"),
            Exports.steps(PHONE, "2026-03-01 10:00:00 +0900", "2026-03-03 10:00:00 +0900", "1"),
            Exports.steps(PHONE, "2026-02-30 10:00:00 +0900", at("10:00:00"), "1"),
            Exports.steps(PHONE, at("10:00:00"), at("10:10:00"), "NaN"),
            Exports.steps(PHONE, at("10:00:00"), at("10:10:00"), "-5"),
            Exports.steps(PHONE, at("10:00:00"), at("10:10:00"), "1e999"),
            "<Record sourceName=\"x\"/>",
            Exports.steps(PHONE, at("10:00:00"), at("10:10:00"), "42"));
    assertThat(reading.rejected())
        .extracting(Rejected::index, Rejected::path)
        .containsExactlyElementsOf(
            IntStream.range(0, 7)
                .mapToObj(i -> tuple(i, "/HealthData/Record[" + (i + 1) + "]"))
                .toList());
    assertThat(reading.rejected()).extracting(Rejected::reason).contains(Reason.FIELD_MISSING);
    assertThat(reading.records()).isEqualTo(8);
    assertThat(steps(reading, "2026-03-01")).isEqualByComparingTo("42");
  }
}
