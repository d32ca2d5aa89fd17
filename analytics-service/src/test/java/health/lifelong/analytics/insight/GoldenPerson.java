package health.lifelong.analytics.insight;

import health.lifelong.analytics.record.domain.PersonRecord;

/**
 * A man of 53 with six checkups, a genome and a phone: the one person in whom everything can be
 * said.
 */
public final class GoldenPerson {
  private GoldenPerson() {}

  public static PersonRecord record() {
    return builder().record();
  }

  /** The same person, to be changed by a test. */
  public static TestPerson builder() {
    TestPerson person = TestPerson.man().genome("GRCh37");
    visit(
        person,
        "2020-05-11",
        "SBP 122, DBP 78, GGT 38, AST 24, ALT 26, CREAT 0.92, GLU_F 94",
        "2",
        "2");
    visit(
        person,
        "2021-05-17",
        "SBP 124, DBP 79, GGT 41, AST 25, ALT 27, CREAT 0.90, GLU_F 96",
        "2",
        "2");
    visit(
        person,
        "2022-05-20",
        "SBP 127, DBP 81, GGT 44, AST 23, ALT 25, CREAT 0.93, GLU_F 95",
        "3",
        "4");
    visit(
        person,
        "2023-05-15",
        "SBP 130, DBP 83, GGT 58, AST 27, ALT 31, CREAT 0.91, GLU_F 98",
        "3",
        "5");
    visit(
        person,
        "2024-05-13",
        "SBP 133, DBP 85, GGT 71, AST 28, ALT 34, CREAT 0.94, GLU_F 101",
        "3",
        "6");
    visit(
        person,
        "2025-05-12",
        "SBP 136, DBP 87, GGT 88, AST 30, ALT 37, CREAT 0.95, GLU_F 104",
        "4",
        "6");
    return person
        .values(
            "2025-05-12", "WEIGHT 78.4, HEIGHT 172.0, BMI 26.5, WAIST 91, HGB 15.1, TC 214, HDL 49")
        .values(
            "2025-05-12", "LDL 137, TG 168, ALB 4.5, PLT 242, WBC 6.1, LYMPH_PCT 33.0, MCV 91.2")
        .values("2025-05-12", "RDW 12.9, ALP 68, HSCRP 0.9, EGFR 92, NA 141")
        .code("2025-05-12", "U_PRO", "1")
        .phone("2024-05-20", 20, "steps", "/d", 7200)
        .phone("2025-05-20", 20, "steps", "/d", 6100)
        .phone("2024-05-20", 20, "resting_heart_rate", "/min", 61)
        .phone("2025-05-20", 20, "resting_heart_rate", "/min", 66);
  }

  private static void visit(
      TestPerson person, String date, String values, String frequency, String drinks) {
    person
        .values(date, values)
        .code(date, "ALC_FREQ", frequency)
        .value(date, "ALC_QTY", drinks)
        .code(date, "SMK_STATUS", "2")
        .listsAsked(date);
  }
}
