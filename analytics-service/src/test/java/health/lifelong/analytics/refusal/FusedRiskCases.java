package health.lifelong.analytics.refusal;

import health.lifelong.analytics.insight.domain.Outcome.Reason;
import health.lifelong.analytics.record.domain.DataCategory;
import health.lifelong.analytics.refusal.EngineCases.Case;
import java.util.List;

/** Where there is no heart risk that a habit or a gene could enter. */
final class FusedRiskCases {
  private static final String MODEL = "fused_risk";
  private static final String SUBJECT = "cvd_10y";

  private FusedRiskCases() {}

  static void add(List<Case> cases) {
    for (String born : List.of("1996-06-01", "1945-03-02", "1930-01-01")) {
      EngineCases.add(
          cases,
          MODEL,
          SUBJECT,
          "born " + born + ", outside 30 to 79",
          () -> EngineCases.golden().born(born),
          Reason.OUT_OF_RANGE);
    }
    EngineCases.add(
        cases,
        MODEL,
        SUBJECT,
        "sex not told",
        () -> EngineCases.golden().sexNotTold(),
        Reason.INPUT_MISSING);
    EngineCases.add(
        cases,
        MODEL,
        SUBJECT,
        "birth not told",
        () -> EngineCases.golden().born(""),
        Reason.INPUT_MISSING);
    EngineCases.add(
        cases,
        MODEL,
        SUBJECT,
        "pregnant",
        () -> EngineCases.pregnant().phone(EngineCases.DAY, 20, "steps", "/d", 7000),
        Reason.POPULATION);
    for (String icd10 : List.of("Z99.2", "Z94.0", "Z51.1", "I25.2", "I63.9", "I50.0")) {
      EngineCases.add(
          cases, MODEL, SUBJECT, icd10, () -> EngineCases.ill(icd10), Reason.POPULATION);
    }
    EngineCases.add(
        cases,
        MODEL,
        SUBJECT,
        "no cholesterol",
        () -> EngineCases.man().phone(EngineCases.DAY, 20, "steps", "/d", 7000),
        Reason.INPUT_MISSING);
    EngineCases.add(
        cases,
        MODEL,
        "all",
        "no consent to checkups",
        () -> EngineCases.golden().withheld(DataCategory.CHECKUP),
        Reason.CONSENT);
    EngineCases.add(
        cases,
        MODEL,
        "all",
        "a minor",
        () -> EngineCases.golden().born("2010-06-01"),
        Reason.POPULATION);
  }
}
