package health.lifelong.ingestion.lifestyle.algorithm;

import health.lifelong.ingestion.lifestyle.domain.Signal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Apple's record types that are signals, and the stages of its sleep records (ingestion-formats
 * section 7.1).
 */
final class AppleTypes {
  private static final String SLEEP = "HKCategoryTypeIdentifierSleepAnalysis";
  private static final String QUANTITY = "HKQuantityTypeIdentifier";
  private static final String STAGE = "HKCategoryValueSleepAnalysis";

  private static final Map<String, Signal> SIGNALS =
      Map.ofEntries(
          Map.entry("StepCount", Signal.STEPS),
          Map.entry("DistanceWalkingRunning", Signal.DISTANCE),
          Map.entry("ActiveEnergyBurned", Signal.ACTIVE_ENERGY),
          Map.entry("AppleExerciseTime", Signal.EXERCISE_MINUTES),
          Map.entry("HeartRate", Signal.HEART_RATE),
          Map.entry("RestingHeartRate", Signal.RESTING_HEART_RATE),
          Map.entry("HeartRateVariabilitySDNN", Signal.HRV_SDNN),
          Map.entry("VO2Max", Signal.VO2MAX),
          Map.entry("BodyMass", Signal.WEIGHT),
          Map.entry("BodyFatPercentage", Signal.BODY_FAT),
          Map.entry("BloodPressureSystolic", Signal.SBP),
          Map.entry("BloodPressureDiastolic", Signal.DBP),
          Map.entry("BloodGlucose", Signal.GLUCOSE),
          Map.entry("OxygenSaturation", Signal.SPO2),
          Map.entry("RespiratoryRate", Signal.RESPIRATORY_RATE));

  private AppleTypes() {}

  static Optional<Signal> signal(String type) {
    if (isSleep(type)) {
      return Optional.of(Signal.SLEEP_ASLEEP);
    }
    return type.startsWith(QUANTITY)
        ? Optional.ofNullable(SIGNALS.get(type.substring(QUANTITY.length())))
        : Optional.empty();
  }

  static boolean isSleep(String type) {
    return type.equals(SLEEP);
  }

  /**
   * 1 for asleep, 0 for in bed or awake. Exports write names, the programming interface numbers.
   */
  static AppleUnits.Reading stage(@Nullable String value) {
    if (value == null) {
      return new AppleUnits.Reading.NoNumber();
    }
    String stage = value.startsWith(STAGE) ? value.substring(STAGE.length()) : value;
    return switch (stage) {
      case "Asleep",
          "AsleepUnspecified",
          "AsleepCore",
          "AsleepDeep",
          "AsleepREM",
          "1",
          "3",
          "4",
          "5" ->
          new AppleUnits.Reading.Number(1);
      case "InBed", "Awake", "0", "2" -> new AppleUnits.Reading.Number(0);
      default -> new AppleUnits.Reading.UnitUnknown();
    };
  }
}
