package health.lifelong.analytics.insight.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.insight.GoldenPerson;
import health.lifelong.analytics.insight.TestGenome;
import health.lifelong.analytics.insight.TestPack;
import health.lifelong.analytics.insight.TestPerson;
import health.lifelong.analytics.insight.domain.Channel;
import health.lifelong.analytics.insight.domain.InputMissing;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.InsightReport;
import health.lifelong.analytics.insight.domain.Outcome;
import health.lifelong.analytics.insight.domain.Outcome.Reason;
import health.lifelong.analytics.insight.domain.Place;
import health.lifelong.analytics.insight.domain.Viewer;
import health.lifelong.analytics.record.domain.DataCategory;
import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.analytics.record.domain.Statement;
import health.lifelong.vocabulary.genome.Genotypes;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine does not say, and why. */
class RefusalTest {
  private static final String DAY = "2025-05-12";

  private final InsightEngine engine = new InsightEngine(TestPack.read(TestPack.korea()));

  private List<Insight> insights(TestPerson person, @Nullable Genotypes genome, Viewer viewer) {
    return insights(engine, person, genome, viewer);
  }

  private static List<Insight> insights(
      InsightEngine engine, TestPerson person, @Nullable Genotypes genome, Viewer viewer) {
    PersonRecord record = person.record();
    LocalDate asOf = record.latestDay().orElse(LocalDate.EPOCH);
    InsightReport report = engine.report(record, genome, "en", asOf, viewer);
    return report.insights();
  }

  private static Insight of(List<Insight> insights, String model, String subject) {
    return insights.stream()
        .filter(i -> i.model().equals(model) && i.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  private static Outcome.Refusal refusal(Insight insight) {
    assertThat(insight.outcome()).as(insight.summary()).isInstanceOf(Outcome.Refusal.class);
    return (Outcome.Refusal) insight.outcome();
  }

  @Test
  void unknownTreatmentIsAskedForAndNeverTakenAsNo() {
    TestPerson person =
        TestPerson.man()
            .values(DAY, "TC 214, HDL 49, SBP 136, BMI 26.5, CREAT 0.95")
            .code(DAY, "SMK_STATUS", "1");

    Insight risk = of(insights(person, null, Viewer.PERSON), "prevent_base", "cvd_10y");

    assertThat(refusal(risk).reason()).isEqualTo(Reason.UNKNOWN_HISTORY);
    assertThat(refusal(risk).wouldHelp()).contains("blood pressure medicine", "statin", "diabetes");
    assertThat(risk.inputsMissing()).allMatch(m -> m.why() == InputMissing.Why.UNKNOWN);
  }

  @Test
  void missingMeasurementIsNamed() {
    TestPerson person =
        TestPerson.man()
            .values(DAY, "TC 214, SBP 136, BMI 26.5, CREAT 0.95")
            .code(DAY, "SMK_STATUS", "1")
            .listsAsked(DAY);

    Insight risk = of(insights(person, null, Viewer.PERSON), "prevent_base", "cvd_10y");

    assertThat(refusal(risk).reason()).isEqualTo(Reason.INPUT_MISSING);
    assertThat(refusal(risk).wouldHelp()).contains("HDL cholesterol").doesNotContain("Creatinine");
  }

  @Test
  void unknownEarlierDiseaseGivesAConditionalAnswerWithTheQuestion() {
    TestPerson person =
        TestPerson.man()
            .values(DAY, "TC 214, HDL 49, SBP 136, BMI 26.5, CREAT 0.95")
            .code(DAY, "SMK_STATUS", "1")
            .code(DAY, "PH_DM", "0");
    TestPerson asked =
        TestPerson.man()
            .values(DAY, "TC 214, HDL 49, SBP 136, BMI 26.5, CREAT 0.95")
            .code(DAY, "SMK_STATUS", "1")
            .listsAsked(DAY);
    person.statement(
        DAY, Statement.Kind.MEDICATION, "http://www.whocc.no/atc", "C09CA01", "active");
    person.statement(
        DAY, Statement.Kind.MEDICATION, "http://www.whocc.no/atc", "C10AA05", "active");

    Insight conditional = of(insights(person, null, Viewer.PERSON), "prevent_base", "cvd_10y");
    Insight plain = of(insights(asked, null, Viewer.PERSON), "prevent_base", "cvd_10y");

    assertThat(conditional.outcome()).isInstanceOf(Outcome.Result.class);
    assertThat(conditional.summary()).startsWith("If you have not had heart disease");
    assertThat(conditional.limits()).anyMatch(l -> l.contains("heart disease, a stroke"));
    assertThat(plain.summary()).startsWith("Of 100 people like you");
  }

  @ParameterizedTest
  @CsvSource({"I21.9", "I63.0", "I70.2", "I50.0"})
  void earlierHeartDiseaseMakesPreventionRiskRefuse(String icd10) {
    TestPerson person =
        TestPerson.man()
            .values(DAY, "TC 214, HDL 49, SBP 136, BMI 26.5, CREAT 0.95")
            .code(DAY, "SMK_STATUS", "1")
            .condition(DAY, icd10)
            .listsAsked(DAY);

    Insight risk = of(insights(person, null, Viewer.PERSON), "prevent_base", "cvd_10y");

    assertThat(refusal(risk).reason()).isEqualTo(Reason.POPULATION);
  }

  @Test
  void pregnancyRefusesWhatDoesNotHoldAndKeepsTheVisitOutOfTheBaseline() {
    TestPerson person =
        TestPerson.woman()
            .born("1992-01-05")
            .values("2024-02-01", "CREAT 0.70, HGB 13.1")
            .values(DAY, "CREAT 0.52, HGB 11.2")
            .statement(
                DAY, Statement.Kind.PREGNANCY, "http://snomed.info/sct", "77386006", "active");

    List<Insight> insights = insights(person, null, Viewer.PERSON);

    assertThat(refusal(of(insights, "ckd_epi", "EGFR")).reason()).isEqualTo(Reason.POPULATION);
    assertThat(refusal(of(insights, "setpoint", "all")).reason()).isEqualTo(Reason.POPULATION);
  }

  @Test
  void aMinorGetsNoAdultModel() {
    TestPerson person =
        TestPerson.man().born("2010-06-01").values(DAY, "CREAT 0.7, HGB 14.0, AST 20, ALT 18");

    List<Insight> insights = insights(person, TestGenome.carrier(), Viewer.PERSON);

    assertThat(insights).allMatch(i -> i.outcome() instanceof Outcome.Refusal);
    assertThat(refusal(of(insights, "ckd_epi", "all")).reason()).isEqualTo(Reason.POPULATION);
    assertThat(refusal(of(insights, "aldh2", "ALDH2")).reason()).isEqualTo(Reason.POPULATION);
  }

  @Test
  void valueOutsideTheRangeOfAModelGivesNoNumber() {
    TestPerson person =
        TestPerson.man()
            .born("1940-01-01")
            .values(DAY, "TC 214, HDL 49, SBP 136, BMI 26.5, CREAT 0.95")
            .code(DAY, "SMK_STATUS", "1")
            .listsAsked(DAY);

    assertThat(
            refusal(of(insights(person, null, Viewer.PERSON), "prevent_base", "cvd_10y")).reason())
        .isEqualTo(Reason.OUT_OF_RANGE);
  }

  @Test
  void withheldGeneticsIsSaidAsConsentEverywhereAndNothingOfItIsServed() {
    TestPerson person = GoldenPerson.builder().withheld(DataCategory.GENETIC_RAW);

    List<Insight> insights = insights(person, TestGenome.carrier(), Viewer.CLINICIAN);

    for (String model :
        List.of("aldh2", "pharmacogene", "drug_advice", "polygenic_score", "aldh2_alcohol")) {
      assertThat(insights.stream().filter(i -> i.model().equals(model)).toList())
          .isNotEmpty()
          .allSatisfy(i -> assertThat(refusal(i).reason()).isEqualTo(Reason.CONSENT));
    }
    assertThat(insights.toString()).doesNotContain("rs671=", "*1/*2", "AG");
  }

  @Test
  void nothingIsSaidFromAGenomeThatStandsUnderAnotherPersonToo() {
    TestPerson person = GoldenPerson.builder().genomeInQuestion();

    List<Insight> insights = insights(person, TestGenome.carrier(), Viewer.CLINICIAN);

    for (String model :
        List.of("aldh2", "pharmacogene", "drug_advice", "polygenic_score", "aldh2_alcohol")) {
      assertThat(insights.stream().filter(i -> i.model().equals(model)).toList())
          .isNotEmpty()
          .allSatisfy(i -> assertThat(refusal(i).reason()).isEqualTo(Reason.COVERAGE));
    }
    assertThat(insights.toString()).doesNotContain("rs671=", "*1/*2");
  }

  @Test
  void eachMissingKindOfDataIsNamedByTheFusion() {
    TestPerson noPhone = TestPerson.man().genome("GRCh37").values(DAY, "GGT 40, SBP 120, DBP 78");
    noPhone.code(DAY, "ALC_FREQ", "2").value(DAY, "ALC_QTY", "3");
    TestPerson noAnswer =
        TestPerson.man().genome("GRCh37").values(DAY, "GGT 40").phone(DAY, 20, "steps", "/d", 6000);
    TestPerson noValue = TestPerson.man().genome("GRCh37").phone(DAY, 20, "steps", "/d", 6000);
    noValue.code(DAY, "ALC_FREQ", "0");
    TestPerson lifestyleWithheld = GoldenPerson.builder().withheld(DataCategory.LIFESTYLE);

    assertThat(fusion(noPhone, TestGenome.carrier()).reason()).isEqualTo(Reason.INPUT_MISSING);
    assertThat(fusion(noPhone, TestGenome.carrier()).wouldHelp()).contains("phone");
    assertThat(fusion(noAnswer, TestGenome.carrier()).reason()).isEqualTo(Reason.UNKNOWN_HISTORY);
    assertThat(fusion(noAnswer, TestGenome.carrier()).wouldHelp())
        .contains("how often and how much");
    assertThat(fusion(noValue, TestGenome.carrier()).wouldHelp()).contains("gamma-GT");
    assertThat(fusion(GoldenPerson.builder(), null).reason()).isEqualTo(Reason.INPUT_MISSING);
    assertThat(fusion(GoldenPerson.builder(), null).wouldHelp()).contains("gene test");
    assertThat(fusion(lifestyleWithheld, TestGenome.carrier()).reason()).isEqualTo(Reason.CONSENT);
    assertThat(fusion(lifestyleWithheld, TestGenome.carrier()).wouldHelp()).contains("daily life");
  }

  private Outcome.Refusal fusion(TestPerson person, @Nullable Genotypes genome) {
    return refusal(of(insights(person, genome, Viewer.PERSON), "aldh2_alcohol", "alcohol"));
  }

  @Test
  void siteThatWasNotReadIsCoverageAndNeverTheCommonForm() {
    Genotypes unread = TestGenome.empty().unread("12", 112241766, "rs671").build();

    List<Insight> insights = insights(GoldenPerson.builder(), unread, Viewer.PERSON);

    assertThat(refusal(of(insights, "aldh2", "ALDH2")).reason()).isEqualTo(Reason.COVERAGE);
    assertThat(refusal(of(insights, "aldh2_alcohol", "alcohol")).reason())
        .isEqualTo(Reason.COVERAGE);
    assertThat(refusal(of(insights, "pharmacogene", "CYP2C19")).reason())
        .isEqualTo(Reason.COVERAGE);
  }

  @Test
  void genomeOfUnknownBuildIsReadForNothing() {
    Genotypes unknown = TestGenome.empty().site("12", 112241766, "rs671", "AA").ofUnknownBuild();

    assertThat(
            refusal(of(insights(GoldenPerson.builder(), unknown, Viewer.PERSON), "aldh2", "ALDH2"))
                .reason())
        .isEqualTo(Reason.COVERAGE);
  }

  @Test
  void genomeThatCannotBeThisPersonsIsReadForNothing() {
    TestGenome swapped = TestGenome.empty().site("12", 112241766, "rs671", "AA");
    for (int i = 0; i < 500; i++) {
      swapped.site("X", 10_000_000 + i * 1000, "rs" + (900_000 + i), i % 2 == 0 ? "AG" : "CC");
    }

    List<Insight> insights = insights(GoldenPerson.builder(), swapped.build(), Viewer.CLINICIAN);

    assertThat(refusal(of(insights, "aldh2", "ALDH2")).reason()).isEqualTo(Reason.COVERAGE);
    assertThat(refusal(of(insights, "aldh2_alcohol", "alcohol")).reason())
        .isEqualTo(Reason.COVERAGE);
  }

  @Test
  void resultsOfTheClinicianChannelAreOneSilentLineForThePerson() {
    List<Insight> person = insights(GoldenPerson.builder(), TestGenome.carrier(), Viewer.PERSON);
    List<Insight> clinician =
        insights(GoldenPerson.builder(), TestGenome.carrier(), Viewer.CLINICIAN);

    Insight held = of(person, "drug_advice", "held");
    assertThat(refusal(held).reason()).isEqualTo(Reason.NOT_RELEASED);
    assertThat(held.inputsUsed()).isEmpty();
    assertThat(held.sources()).isEmpty();
    assertThat(person.stream().filter(i -> i.model().equals("drug_advice"))).hasSize(1);
    assertThat(clinician.stream().filter(i -> i.model().equals("drug_advice")))
        .hasSizeGreaterThan(3)
        .allMatch(i -> i.channel() == Channel.CLINICIAN)
        .anyMatch(i -> i.subject().equals("clopidogrel"));
    assertThat(of(person, "phenoage", "held").summary()).doesNotContainPattern("\\d");
    assertThat(of(clinician, "phenoage", "phenoage").outcome()).isInstanceOf(Outcome.Result.class);
  }

  @Test
  void wellnessPackServesNeitherDiseaseRiskNorDrugAdvice(@TempDir Path folder) {
    Path pack = TestPack.copy(folder);
    TestPack.replace(pack, "pack.properties", "mode = clinical", "mode = wellness");
    InsightEngine wellness = new InsightEngine(TestPack.read(pack));

    List<Insight> insights =
        insights(wellness, GoldenPerson.builder(), TestGenome.carrier(), Viewer.CLINICIAN);

    for (String model : List.of("prevent_base", "drug_advice", "polygenic_score")) {
      assertThat(refusal(of(insights, model, "all")).reason()).isEqualTo(Reason.NOT_SERVED);
    }
    assertThat(of(insights, "ckd_epi", "EGFR").outcome()).isInstanceOf(Outcome.Result.class);
  }

  @Test
  void itemWithoutKnownVariationIsNotCompared() {
    Insight waist = of(insights(GoldenPerson.builder(), null, Viewer.PERSON), "setpoint", "WAIST");

    assertThat(refusal(waist).reason()).isEqualTo(Reason.NOT_SERVED);
    assertThat(waist.place()).isEqualTo(Place.CONTEXT);
  }

  @Test
  void overallJudgementIsNotGivenWhileADueLineIsMissing() {
    TestPerson person = TestPerson.man().values(DAY, "SBP 110, DBP 70, AST 20, ALT 20");

    Insight overall = of(insights(person, null, Viewer.PERSON), "knhs_judgement", "overall");

    assertThat(refusal(overall).reason()).isEqualTo(Reason.INPUT_MISSING);
    assertThat(refusal(overall).wouldHelp()).contains("Fasting glucose", "Waist");
  }

  @Test
  void whatACentreWouldHaveReckonedFromTheSameVisitIsReckonedForTheJudgement() {
    List<Insight> said =
        insights(
            TestPerson.man().values(DAY, "HEIGHT 170, WEIGHT 66, CREAT 0.9"), null, Viewer.PERSON);
    assertThat(of(said, "knhs_judgement", "BMI").outcome()).isInstanceOf(Outcome.Result.class);
    assertThat(of(said, "knhs_judgement", "EGFR").outcome()).isInstanceOf(Outcome.Result.class);

    List<Insight> minor =
        insights(
            TestPerson.man().born("2012-01-01").values(DAY, "HEIGHT 170, CREAT 0.9"),
            null,
            Viewer.PERSON);
    assertThat(minor)
        .noneMatch(
            i ->
                i.model().equals("knhs_judgement")
                    && i.outcome() instanceof Outcome.Result
                    && Set.of("BMI", "EGFR").contains(i.subject()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"N18.3", "E78.01"})
  void kidneyDiseaseAndInheritedCholesterolKeepSomebodyOutOfTheEuropeanRiskFamily(String icd10) {
    List<Insight> said =
        insights(GoldenPerson.builder().condition(DAY, icd10), null, Viewer.PERSON);
    assertThat(refusal(of(said, "score2_asia_pacific", "cvd_10y")).reason())
        .isEqualTo(Reason.POPULATION);
  }

  @Test
  void oldValuesAreNotToday() {
    TestPerson person = TestPerson.man().values("2015-03-01", "CREAT 0.9").values(DAY, "HGB 14");

    Insight kidney = of(insights(person, null, Viewer.PERSON), "ckd_epi", "EGFR");

    assertThat(refusal(kidney).reason()).isEqualTo(Reason.INPUT_MISSING);
    assertThat(kidney.inputsMissing()).anyMatch(m -> m.why() == InputMissing.Why.TOO_OLD);
  }

  @Test
  void sexThatWasNotToldIsAskedFor() {
    TestPerson person = TestPerson.man().sexNotTold().values(DAY, "CREAT 0.9, HGB 14");

    List<Insight> insights = insights(person, null, Viewer.PERSON);

    assertThat(refusal(of(insights, "ckd_epi", "EGFR")).wouldHelp()).contains("sex at birth");
    assertThat(refusal(of(insights, "setpoint", "all")).wouldHelp()).contains("sex at birth");
    assertThat(refusal(of(insights, "knhs_judgement", "overall")).wouldHelp())
        .contains("sex at birth");
  }

  @Test
  void emptyRecordIsAllRefusalsAndNoResult() {
    assertThat(insights(TestPerson.man(), null, Viewer.PERSON))
        .isNotEmpty()
        .allMatch(i -> i.outcome() instanceof Outcome.Refusal);
  }
}
