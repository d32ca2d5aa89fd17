package health.lifelong.analytics.history;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.history.algorithm.Concepts;
import health.lifelong.analytics.history.domain.Answer;
import health.lifelong.analytics.history.domain.Concept;
import health.lifelong.analytics.insight.TestPerson;
import health.lifelong.analytics.record.domain.Statement.Kind;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Treatments, diseases and pregnancy by clinical-concepts.csv: yes, no, and unknown are three
 * things.
 */
class ConceptsTest {
  private static final String DAY = "2025-05-12";
  private static final String ATC = "http://www.whocc.no/atc";
  private static final String SNOMED = "http://snomed.info/sct";

  private static Answer on(TestPerson person, Concept concept, String day) {
    return new Concepts(person.record(), 1100).on(concept, LocalDate.parse(day));
  }

  @Test
  void noListIsUnknownAndNeverNo() {
    for (Concept concept : Concept.values()) {
      assertThat(on(TestPerson.man().value(DAY, "HGB", "14"), concept, DAY))
          .isInstanceOf(Answer.Unknown.class);
    }
  }

  @Test
  void completeListThatDoesNotNameItIsNo() {
    TestPerson person = TestPerson.man().listsAsked(DAY);

    assertThat(on(person, Concept.BP_TREATED, DAY)).isInstanceOf(Answer.No.class);
    assertThat(on(person, Concept.STROKE, DAY)).isInstanceOf(Answer.No.class);
    assertThat(on(person, Concept.PREGNANCY, DAY)).isInstanceOf(Answer.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource({
    "BP_TREATED,C09CA01",
    "BP_TREATED,C03AA03",
    "STATIN,C10AA05",
    "STATIN,C10BA02",
    "GLUCOSE_LOWERING,A10BA02",
    "FIBRATE_OR_NIACIN,C10AB05",
    "CANCER_THERAPY,L01XC03"
  })
  void medicineOfTheConceptIsYes(Concept concept, String atc) {
    assertThat(on(TestPerson.man().medicine(DAY, atc).listsAsked(DAY), concept, DAY))
        .isInstanceOf(Answer.Yes.class);
  }

  @ParameterizedTest
  @CsvSource({
    "STATIN,C10AC01",
    "BP_TREATED,C01DA02",
    "GLUCOSE_LOWERING,A11CC05",
    "FIBRATE_OR_NIACIN,C10AA05"
  })
  void neighbouringMedicineIsNot(Concept concept, String atc) {
    assertThat(on(TestPerson.man().medicine(DAY, atc).listsAsked(DAY), concept, DAY))
        .isInstanceOf(Answer.No.class);
  }

  @ParameterizedTest
  @CsvSource({
    "DIABETES,E11.9", "DIABETES,E10", "DIABETES,E14.2", "CHD,I21.9", "CHD,I25", "STROKE,I63.9",
    "STROKE,G45.9", "PAD,I70.2", "PAD,I73.9", "HEART_FAILURE,I50.0", "DIALYSIS,Z99.2",
        "TRANSPLANT,Z94.0",
    "CANCER_THERAPY,Z51.1"
  })
  void diagnosisOfTheConceptIsYes(Concept concept, String icd10) {
    assertThat(on(TestPerson.man().condition(DAY, icd10), concept, DAY))
        .isInstanceOf(Answer.Yes.class);
  }

  @ParameterizedTest
  @CsvSource({
    "DIABETES,E15",
    "CHD,I26.0",
    "STROKE,I65.2",
    "PAD,I70.0",
    "PAD,I73.0",
    "DIALYSIS,Z99.1"
  })
  void neighbouringDiagnosisIsNot(Concept concept, String icd10) {
    assertThat(on(TestPerson.man().condition(DAY, icd10).listsAsked(DAY), concept, DAY))
        .isInstanceOf(Answer.No.class);
  }

  @Test
  void theSameLettersOfAnotherSystemAreNoDiagnosis() {
    TestPerson person =
        TestPerson.man()
            .statement(DAY, Kind.CONDITION, "http://example.org/local", "I21.9", "active");

    assertThat(on(person, Concept.CHD, DAY)).isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void medicineThatWasStoppedIsNoLongerTaken() {
    TestPerson person =
        TestPerson.man()
            .medicine("2024-05-01", "C09CA01")
            .statement(DAY, Kind.MEDICATION, ATC, "C09CA01", "stopped");

    assertThat(on(person, Concept.BP_TREATED, "2024-06-01")).isInstanceOf(Answer.Yes.class);
    assertThat(on(person, Concept.BP_TREATED, DAY)).isInstanceOf(Answer.No.class);
  }

  @Test
  void olderListDoesNotAnswerForEver() {
    TestPerson person = TestPerson.man().listsAsked("2015-05-01").value(DAY, "HGB", "14");

    assertThat(on(person, Concept.BP_TREATED, DAY)).isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void diseaseOnceHadIsPriorDiseaseForGood() {
    TestPerson person =
        TestPerson.man()
            .statement(
                "2001-05-01", Kind.CONDITION, "http://hl7.org/fhir/sid/icd-10", "I21.9", "resolved")
            .listsAsked(DAY);

    assertThat(on(person, Concept.CHD, DAY)).isInstanceOf(Answer.Yes.class);
  }

  @Test
  void statementEnteredInErrorIsNone() {
    TestPerson person =
        TestPerson.man()
            .statement(
                DAY, Kind.CONDITION, "http://hl7.org/fhir/sid/icd-10", "I21.9", "entered-in-error");

    assertThat(on(person, Concept.CHD, DAY)).isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void pastHistoryAnswersCount() {
    assertThat(on(TestPerson.man().code(DAY, "PH_DM", "1"), Concept.DIABETES, DAY))
        .isInstanceOf(Answer.Yes.class);
    assertThat(on(TestPerson.man().code(DAY, "PH_DM", "0"), Concept.DIABETES, DAY))
        .isInstanceOf(Answer.No.class);
  }

  @Test
  void pregnancyHoldsUntilTwelveWeeksAfterItsLongestEnd() {
    TestPerson person =
        TestPerson.woman().statement("2024-01-10", Kind.PREGNANCY, SNOMED, "77386006", "active");

    assertThat(on(person, Concept.PREGNANCY, "2024-01-10")).isInstanceOf(Answer.Yes.class);
    assertThat(on(person, Concept.PREGNANCY, "2025-01-08")).isInstanceOf(Answer.Yes.class);
    assertThat(on(person, Concept.PREGNANCY, "2025-01-09")).isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void possiblePregnancyCountsAndADeniedOneIsNo() {
    TestPerson possible =
        TestPerson.woman().statement(DAY, Kind.PREGNANCY, SNOMED, "152231000119106", "unconfirmed");
    TestPerson denied =
        TestPerson.woman().statement(DAY, Kind.PREGNANCY, "http://loinc.org", "LA26683-5", "final");
    TestPerson unknown =
        TestPerson.woman().statement(DAY, Kind.PREGNANCY, "http://loinc.org", "LA4489-6", "final");

    assertThat(on(possible, Concept.PREGNANCY, DAY)).isInstanceOf(Answer.Yes.class);
    assertThat(on(denied, Concept.PREGNANCY, DAY)).isInstanceOf(Answer.No.class);
    assertThat(on(unknown, Concept.PREGNANCY, DAY)).isInstanceOf(Answer.Unknown.class);
  }
}
