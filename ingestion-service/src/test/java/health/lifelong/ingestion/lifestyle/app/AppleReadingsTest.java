package health.lifelong.ingestion.lifestyle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import health.lifelong.ingestion.lifestyle.domain.LifestyleReading;
import health.lifelong.ingestion.record.domain.LifestyleDay;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppleReadingsTest {
  private static final String WATCH = Exports.WATCH;

  private static String at(String time) {
    return "2026-03-01 " + time + " +0900";
  }

  @Test
  void readingsShowStatisticsOfTheRankedSourceAlone() {
    List<String> records = new ArrayList<>();
    for (String value : List.of("60", "90", "70", "80")) {
      records.add(
          Exports.quantity(
              "HeartRate",
              "count/min",
              WATCH,
              at("1" + value.charAt(0) + ":00:00"),
              at("1" + value.charAt(0) + ":00:00"),
              value));
    }
    records.add(
        Exports.quantity("HeartRate", "count/min", "App", at("10:00:00"), at("10:00:00"), "190"));
    LifestyleReading reading = Exports.read(records.toArray(String[]::new));
    assertThat(reading.days())
        .extracting(
            LifestyleDay::statistic, day -> day.value().toPlainString(), LifestyleDay::samples)
        .containsExactly(
            tuple("maximum", "90", 4), tuple("median", "75", 4), tuple("minimum", "60", 4));
    assertThat(reading.days().getFirst().sources()).containsExactly("App", WATCH);
  }

  @ParameterizedTest
  @CsvSource({
    "BodyMass, lb, 100, weight, 45.359237", "BodyMass, kg, 75.0, weight, 75",
    "OxygenSaturation, %, 0.98, spo2, 98", "OxygenSaturation, %, 96, spo2, 96",
    "BodyFatPercentage, %, 0.178, body_fat, 17.8", "VO2Max, mL/min·kg, 47.5, vo2max, 47.5",
    "BloodGlucose, mmol&lt;180.1558800000541&gt;/L, 5.55, glucose, 100",
        "BloodGlucose, mg/dL, 101, glucose, 101",
    "DistanceWalkingRunning, mi, 1, distance, 1.609344",
        "ActiveEnergyBurned, Cal, 12.5, active_energy, 12.5",
    "ActiveEnergyBurned, kJ, 4.184, active_energy, 1",
        "AppleExerciseTime, min, 1, exercise_minutes, 1",
    "HeartRateVariabilitySDNN, ms, 44.5, hrv_sdnn, 44.5",
        "RespiratoryRate, count/min, 16, respiratory_rate, 16",
    "BloodPressureSystolic, mmHg, 121, sbp, 121", "BloodPressureDiastolic, mmHg, 79, dbp, 79"
  })
  void unitsOfExportsAreConverted(
      String type, String unit, String value, String signal, String expected) {
    LifestyleReading reading =
        Exports.read(Exports.quantity(type, unit, "Source", at("08:00:00"), at("08:00:00"), value));
    assertThat(Exports.day(reading, signal, "2026-03-01").value()).isEqualByComparingTo(expected);
    assertThat(reading.unmapped()).isZero();
  }

  @Test
  void anUnknownUnitIsCountedAndGivesNoDay() {
    LifestyleReading reading =
        Exports.read(Exports.quantity("BodyMass", "st", "S", at("08:00:00"), at("08:00:00"), "11"));
    assertThat(reading.unmapped()).isEqualTo(1);
    assertThat(reading.days()).isEmpty();
  }

  @Test
  void aNightIsTheUnionOfAsleepIntervalsOfOneSource() {
    LifestyleReading reading =
        Exports.read(
            Exports.sleep(WATCH, "InBed", at("22:30:00"), "2026-03-02 07:30:00 +0900"),
            Exports.sleep(WATCH, "AsleepCore", at("23:00:00"), "2026-03-02 03:00:00 +0900"),
            Exports.sleep(
                WATCH,
                "AsleepUnspecified",
                "2026-03-02 02:00:00 +0900",
                "2026-03-02 04:00:00 +0900"),
            Exports.sleep(WATCH, "Awake", "2026-03-02 04:00:00 +0900", "2026-03-02 05:00:00 +0900"),
            Exports.sleep(
                WATCH, "AsleepREM", "2026-03-02 05:00:00 +0900", "2026-03-02 07:00:00 +0900"),
            Exports.sleep(
                WATCH, "Asleep", "2026-03-02 14:00:00 +0900", "2026-03-02 14:30:00 +0900"),
            Exports.sleep("Sleep App", "Asleep", at("22:00:00"), "2026-03-02 08:00:00 +0900"));
    LifestyleDay night = Exports.day(reading, "sleep_asleep", "2026-03-02");
    assertThat(night.value()).isEqualByComparingTo("7");
    assertThat(night.source()).isEqualTo(WATCH);
    assertThat(night.unit()).isEqualTo("h/d");
    assertThat(night.coverageMinutes()).isEqualTo(480);
    assertThat(Exports.day(reading, "sleep_nap", "2026-03-02").value()).isEqualByComparingTo("0.5");
    assertThat(reading.lifestyleDays()).isEqualTo(1);
  }

  @Test
  void twoNightsThatEndOnOneDateDoNotOverwriteEachOther() {
    LifestyleReading reading =
        Exports.read(
            Exports.sleep(
                WATCH, "Asleep", "2026-03-01 20:00:00 +0900", "2026-03-02 00:20:00 +0900"),
            Exports.sleep(
                WATCH, "Asleep", "2026-03-02 04:00:00 +0900", "2026-03-02 09:00:00 +0900"));
    assertThat(Exports.day(reading, "sleep_asleep", "2026-03-02").value())
        .isEqualByComparingTo("5");
    assertThat(Exports.day(reading, "sleep_nap", "2026-03-02").value())
        .isEqualByComparingTo("4.333333");
  }
}
