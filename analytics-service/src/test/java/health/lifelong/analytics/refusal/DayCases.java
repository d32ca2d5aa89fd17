package health.lifelong.analytics.refusal;

import health.lifelong.analytics.insight.TestPerson;
import health.lifelong.analytics.insight.domain.Outcome.Reason;
import health.lifelong.analytics.record.domain.DataCategory;
import health.lifelong.analytics.refusal.EngineCases.Case;
import java.util.List;

/** Refusals of what is said from a person's days: steps, habits, values taken at home. */
final class DayCases {
  private DayCases() {}

  static void add(List<Case> cases) {
    steps(cases);
    habits(cases);
    homeValues(cases);
  }

  private static void steps(List<Case> cases) {
    String model = "steps_mortality";
    EngineCases.add(
        cases,
        model,
        "steps",
        "no consent to daily life",
        () -> EngineCases.golden().withheld(DataCategory.LIFESTYLE),
        Reason.CONSENT);
    EngineCases.add(
        cases,
        model,
        "steps",
        "a minor",
        () -> EngineCases.golden().born("2010-06-01"),
        Reason.POPULATION);
    EngineCases.add(
        cases,
        model,
        "steps",
        "nothing counted",
        () -> TestPerson.man().values(EngineCases.DAY, "HGB 14"),
        Reason.INPUT_MISSING);
    EngineCases.add(cases, model, "steps", "six days", () -> walks(6, 7000), Reason.INPUT_MISSING);
    EngineCases.add(
        cases,
        model,
        "steps",
        "six days in the last four weeks",
        () -> walks(6, 7000).phone("2025-03-01", 20, "steps", "/d", 7000),
        Reason.INPUT_MISSING);
    EngineCases.add(
        cases,
        model,
        "steps",
        "days of last year",
        () -> EngineCases.man().phone("2024-05-20", 20, "steps", "/d", 7000),
        Reason.INPUT_MISSING);
    EngineCases.add(
        cases,
        model,
        "steps",
        "only the heart rate",
        () -> EngineCases.man().phone(EngineCases.DAY, 20, "resting_heart_rate", "/min", 62),
        Reason.INPUT_MISSING);
    for (int count : List.of(0, 2000, 3552, 10902, 15000)) {
      EngineCases.add(
          cases,
          model,
          "steps",
          count + " steps are off the curve",
          () -> walks(20, count),
          Reason.OUT_OF_RANGE);
    }
  }

  private static void habits(List<Case> cases) {
    String model = "habits";
    String pulse = "resting_heart_rate";
    EngineCases.add(
        cases,
        model,
        "all",
        "a minor",
        () -> EngineCases.golden().born("2010-06-01"),
        Reason.POPULATION);
    EngineCases.add(
        cases,
        model,
        "all",
        "a child",
        () -> EngineCases.golden().born("2019-06-01"),
        Reason.POPULATION);
    EngineCases.add(
        cases,
        model,
        pulse,
        "no consent to daily life",
        () -> EngineCases.golden().withheld(DataCategory.LIFESTYLE),
        Reason.CONSENT);
    EngineCases.add(
        cases,
        model,
        pulse,
        "nothing measured",
        () -> TestPerson.man().values(EngineCases.DAY, "HGB 14"),
        Reason.INPUT_MISSING);
    EngineCases.add(cases, model, pulse, "only steps", () -> walks(20, 7000), Reason.INPUT_MISSING);
    EngineCases.add(
        cases,
        model,
        pulse,
        "six days",
        () -> EngineCases.man().phone(EngineCases.DAY, 6, pulse, "/min", 62),
        Reason.INPUT_MISSING);
    EngineCases.add(
        cases,
        model,
        pulse,
        "six days in the last four weeks",
        () ->
            EngineCases.man()
                .phone(EngineCases.DAY, 6, pulse, "/min", 62)
                .phone("2025-03-01", 20, pulse, "/min", 62),
        Reason.INPUT_MISSING);
    EngineCases.add(
        cases,
        model,
        pulse,
        "days of four years ago",
        () ->
            EngineCases.man()
                .values(EngineCases.DAY, "HGB 14")
                .phone("2021-05-12", 20, pulse, "/min", 62),
        Reason.INPUT_MISSING);
    for (int beats : List.of(0, 12, 24, 201, 400)) {
      EngineCases.add(
          cases,
          model,
          pulse,
          beats + " beats are no pulse at rest",
          () -> EngineCases.man().phone(EngineCases.DAY, 20, pulse, "/min", beats),
          Reason.OUT_OF_RANGE);
    }
  }

  private static void homeValues(List<Case> cases) {
    String model = "home_values";
    EngineCases.add(
        cases,
        model,
        "all",
        "a minor",
        () -> EngineCases.golden().born("2010-06-01"),
        Reason.POPULATION);
    for (DataCategory category : List.of(DataCategory.LIFESTYLE, DataCategory.CHECKUP)) {
      EngineCases.add(
          cases,
          model,
          "all",
          "no consent to " + category,
          () ->
              EngineCases.golden()
                  .phone(EngineCases.DAY, 20, "sbp", "mm[Hg]", 128)
                  .withheld(category),
          Reason.CONSENT);
    }
    for (List<String> pair :
        List.of(
            List.of("sbp", "SBP", "mm[Hg]"),
            List.of("dbp", "DBP", "mm[Hg]"),
            List.of("glucose", "GLU_F", "mg/dL"))) {
      String signal = pair.get(0);
      String item = pair.get(1);
      String unit = pair.get(2);
      EngineCases.add(
          cases,
          model,
          item,
          "six days at home",
          () ->
              EngineCases.man()
                  .values(EngineCases.DAY, item + " 90")
                  .phone(EngineCases.DAY, 6, signal, unit, 91),
          Reason.INPUT_MISSING);
      EngineCases.add(
          cases,
          model,
          item,
          "measured at home half a year before the checkup",
          () ->
              EngineCases.man()
                  .values(EngineCases.DAY, item + " 90")
                  .phone("2024-11-01", 20, signal, unit, 91),
          Reason.INPUT_MISSING);
      EngineCases.add(
          cases,
          model,
          item,
          "never measured at a centre",
          () ->
              EngineCases.man()
                  .values(EngineCases.DAY, "HGB 14")
                  .phone(EngineCases.DAY, 20, signal, unit, 91),
          Reason.INPUT_MISSING);
    }
  }

  static TestPerson walks(int days, int steps) {
    return EngineCases.man().phone(EngineCases.DAY, days, "steps", "/d", steps);
  }
}
