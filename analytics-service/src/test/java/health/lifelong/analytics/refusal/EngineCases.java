package health.lifelong.analytics.refusal;

import health.lifelong.analytics.insight.GoldenPerson;
import health.lifelong.analytics.insight.TestGenome;
import health.lifelong.analytics.insight.TestPerson;
import health.lifelong.analytics.insight.domain.Outcome.Reason;
import health.lifelong.analytics.record.domain.DataCategory;
import health.lifelong.analytics.record.domain.Statement;
import health.lifelong.vocabulary.genome.Genotypes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Refusals of what the engine says from a whole record: a person, a genome, and the reason. */
final class EngineCases {
  static final String DAY = "2025-05-12";

  /** One change of the pack's files; a case without one takes the Korean pack as it is. */
  record PackChange(String file, String from, String to) {}

  /** A refusal to expect of one model about one subject. */
  record Case(
      String model,
      String subject,
      String because,
      Supplier<TestPerson> person,
      Supplier<@Nullable Genotypes> genome,
      @Nullable PackChange pack,
      Reason reason) {
    @Override
    public String toString() {
      return model + " " + subject + ": " + because;
    }
  }

  private EngineCases() {}

  /** Every case. */
  static List<Case> all() {
    List<Case> cases = new ArrayList<>();
    setPoint(cases);
    DayCases.add(cases);
    FusedRiskCases.add(cases);
    actions(cases);
    genetic(cases, "aldh2", "ALDH2", "aldh2_rs671,DTC", true);
    genetic(cases, "aldh2_alcohol", "alcohol", "aldh2_rs671,DTC", true);
    alcohol(cases);
    genetic(cases, "pharmacogene", "all", "pharmacogene_result,MEDICAL", false);
    unread(cases, "pharmacogene", "CYP2C19");
    genetic(cases, "drug_advice", "all", "pharmacogene_advice,MEDICAL", false);
    genetic(cases, "polygenic_score", "PGS000802", "polygenic_disease,MEDICAL", true);
    return List.copyOf(cases);
  }

  private static void setPoint(List<Case> cases) {
    add(
        cases,
        "setpoint",
        "all",
        "sex not told",
        () -> golden().sexNotTold(),
        Reason.INPUT_MISSING);
    add(cases, "setpoint", "all", "birth not told", () -> golden().born(""), Reason.INPUT_MISSING);
    add(cases, "setpoint", "all", "a minor", () -> golden().born("2010-06-01"), Reason.POPULATION);
    add(cases, "setpoint", "all", "pregnant", EngineCases::pregnant, Reason.POPULATION);
    add(cases, "setpoint", "all", "dialysis", () -> ill("Z99.2"), Reason.POPULATION);
    add(cases, "setpoint", "all", "transplant", () -> ill("Z94.0"), Reason.POPULATION);
    add(cases, "setpoint", "all", "cancer therapy", () -> ill("Z51.1"), Reason.POPULATION);
    add(
        cases,
        "setpoint",
        "all",
        "no consent to checkups",
        () -> golden().withheld(DataCategory.CHECKUP),
        Reason.CONSENT);
    for (String item : List.of("WAIST", "HEIGHT", "SBP", "DBP")) {
      add(cases, "setpoint", item, "no sourced variation", EngineCases::golden, Reason.NOT_SERVED);
    }
    add(
        cases,
        "setpoint",
        "URIC",
        "the last value is too old",
        () -> golden().value("2015-03-01", "URIC", "5.1"),
        Reason.INPUT_MISSING);
  }

  /** What is put together from other models: their own refusals are counted with them. */
  private static void actions(List<Case> cases) {
    for (String model : List.of("what_if", "next_measurement", "discordance", "plan")) {
      add(cases, model, "all", "a minor", () -> golden().born("2010-06-01"), Reason.POPULATION);
      add(cases, model, "all", "a child", () -> golden().born("2019-06-01"), Reason.POPULATION);
      add(
          cases,
          model,
          "all",
          "no consent to checkups",
          () -> golden().withheld(DataCategory.CHECKUP),
          Reason.CONSENT);
    }
    add(cases, "what_if", "all", "pregnant", EngineCases::pregnant, Reason.POPULATION);
    add(
        cases,
        "what_if",
        "unknown",
        "nobody knows how much the person moves",
        EngineCases::golden,
        Reason.INPUT_MISSING);
    add(
        cases,
        "plan",
        "next_checkup",
        "birth not told",
        () -> golden().born(""),
        Reason.INPUT_MISSING);
  }

  /** What every reading of a genome refuses, by the record, the file, and the law of the region. */
  private static void genetic(
      List<Case> cases, String model, String subject, String policy, boolean unread) {
    Supplier<@Nullable Genotypes> carrier = TestGenome::carrier;
    for (DataCategory category : List.of(DataCategory.GENETIC_RAW, DataCategory.GENETIC_REPORT)) {
      add(
          cases,
          model,
          subject,
          "no consent to " + category,
          () -> golden().withheld(category),
          carrier,
          Reason.CONSENT);
    }
    add(cases, model, subject, "no genome", EngineCases::golden, () -> null, Reason.INPUT_MISSING);
    add(
        cases,
        model,
        subject,
        "unknown build",
        EngineCases::golden,
        () -> TestGenome.empty().site("12", 112241766, "rs671", "AA").ofUnknownBuild(),
        Reason.COVERAGE);
    add(
        cases,
        model,
        subject,
        "a woman's genome in a man's record",
        EngineCases::golden,
        EngineCases::twoX,
        Reason.COVERAGE);
    add(
        cases,
        model,
        subject,
        "eighteen years old",
        () -> golden().born("2006-06-01"),
        carrier,
        Reason.POPULATION);
    add(
        cases,
        model,
        subject,
        "perhaps eighteen years old",
        () -> golden().born("2006"),
        carrier,
        Reason.POPULATION);
    add(
        cases,
        model,
        subject,
        "birth not told",
        () -> golden().born(""),
        carrier,
        Reason.INPUT_MISSING);
    String channel = policy.substring(policy.indexOf(',') + 1);
    for (String closed : List.of("NEVER", "RESEARCH")) {
      PackChange change =
          new PackChange("channel-policy.csv", policy + ",", policy.replace(channel, closed) + ",");
      cases.add(
          new Case(
              model,
              subject,
              "the law's channel is " + closed,
              EngineCases::golden,
              carrier,
              change,
              Reason.NOT_SERVED));
    }
    if (unread) {
      unread(cases, model, subject);
    }
  }

  private static void unread(List<Case> cases, String model, String subject) {
    add(
        cases,
        model,
        subject,
        "nothing of it was read",
        EngineCases::golden,
        () -> TestGenome.empty().unread("12", 112241766, "rs671").build(),
        Reason.COVERAGE);
  }

  private static void alcohol(List<Case> cases) {
    Supplier<@Nullable Genotypes> carrier = TestGenome::carrier;
    String model = "aldh2_alcohol";
    add(
        cases,
        model,
        "alcohol",
        "nobody asked about drinking",
        () -> DayCases.walks(20, 6000).value(DAY, "GGT", "40"),
        carrier,
        Reason.UNKNOWN_HISTORY);
    add(
        cases,
        model,
        "alcohol",
        "no blood pressure and no gamma-GT",
        () -> DayCases.walks(20, 6000).code(DAY, "ALC_FREQ", "0"),
        carrier,
        Reason.INPUT_MISSING);
    add(
        cases,
        model,
        "alcohol",
        "no phone",
        () -> man().values(DAY, "GGT 40, SBP 120, DBP 78").code(DAY, "ALC_FREQ", "0"),
        carrier,
        Reason.INPUT_MISSING);
  }

  static TestPerson golden() {
    return GoldenPerson.builder();
  }

  static TestPerson man() {
    return TestPerson.man().genome("GRCh37").values(DAY, "HGB 14.8");
  }

  static TestPerson ill(String icd10) {
    return golden().condition(DAY, icd10);
  }

  static TestPerson pregnant() {
    return TestPerson.woman()
        .born("1992-01-05")
        .values("2024-02-01", "HGB 13.1")
        .values(DAY, "HGB 11.2")
        .statement(DAY, Statement.Kind.PREGNANCY, "http://snomed.info/sct", "77386006", "active");
  }

  private static Genotypes twoX() {
    TestGenome genome = TestGenome.empty().site("12", 112241766, "rs671", "AG");
    for (int i = 0; i < 500; i++) {
      genome.site("X", 10_000_000 + i * 1000, "rs" + (900_000 + i), i % 2 == 0 ? "AG" : "CC");
    }
    return genome.build();
  }

  static void add(
      List<Case> cases,
      String model,
      String subject,
      String because,
      Supplier<TestPerson> person,
      Reason reason) {
    add(cases, model, subject, because, person, () -> null, reason);
  }

  static void add(
      List<Case> cases,
      String model,
      String subject,
      String because,
      Supplier<TestPerson> person,
      Supplier<@Nullable Genotypes> genome,
      Reason reason) {
    cases.add(new Case(model, subject, because, person, genome, null, reason));
  }
}
