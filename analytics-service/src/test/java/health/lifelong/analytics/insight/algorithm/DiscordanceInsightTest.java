package health.lifelong.analytics.insight.algorithm;

import static health.lifelong.analytics.insight.algorithm.Said.insights;
import static health.lifelong.analytics.insight.algorithm.Said.of;
import static health.lifelong.analytics.insight.algorithm.Said.one;
import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.insight.GoldenPerson;
import health.lifelong.analytics.insight.TestGenome;
import health.lifelong.analytics.insight.TestPack;
import health.lifelong.analytics.insight.TestPerson;
import health.lifelong.analytics.insight.domain.Channel;
import health.lifelong.analytics.insight.domain.DataKind;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Viewer;
import health.lifelong.analytics.record.domain.PersonRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Disagreements, as they come out of the engine. */
class DiscordanceInsightTest {
  private static final String DAY = "2025-05-12";

  private final InsightEngine engine = new InsightEngine(TestPack.read(TestPack.korea()));

  @Test
  void contradictionsOfARecordAreListedWithBothSidesAndTheirDates() {
    TestPerson person =
        TestPerson.man()
            .code("2023-05-12", "SMK_STATUS", "3")
            .code(DAY, "SMK_STATUS", "1")
            .value(DAY, "SMK_CPD", "10")
            .code(DAY, "ALC_FREQ", "0")
            .value(DAY, "ALC_QTY", "4")
            .code(DAY, "PH_HTN", "0")
            .code(DAY, "PH_DM", "0")
            .medicine(DAY, "C09AA05")
            .medicine(DAY, "A10BA02")
            .values(DAY, "GGT 140, BMI 22.5, WAIST 92, WEIGHT 80, HEIGHT 170")
            .values(DAY, "HBA1C 7.1, GLU_F 92, SBP 120, PA_DAYS 6, PA_MIN 40")
            .phone("2025-05-20", 20, "steps", "/d", 2400)
            .phone("2025-05-20", 20, "sbp", "mm[Hg]", 142);

    List<Insight> found =
        of(insights(engine, person.record(), null, "en", Viewer.PERSON), "discordance");

    assertThat(found)
        .extracting(Insight::subject)
        .containsExactly(
            "smoking_history",
            "smoking_amount",
            "alcohol_answers",
            "alcohol_ggt",
            "activity_steps",
            "bmi_waist",
            "bmi_weight",
            "pressure_home",
            "glucose_hba1c",
            "diabetes_medicine",
            "pressure_medicine");
    assertThat(found)
        .allMatch(i -> i.inputsUsed().size() >= 2)
        .allMatch(i -> i.inputsUsed().stream().allMatch(u -> u.date() != null));
    assertThat(one(found, "discordance", "activity_steps").kinds())
        .containsExactlyInAnyOrder(DataKind.CHECKUP, DataKind.LIFESTYLE);
  }

  @Test
  void aRecordThatFitsListsNothing() {
    assertThat(
            of(
                insights(engine, GoldenPerson.record(), TestGenome.carrier(), "en", Viewer.PERSON),
                "discordance"))
        .isEmpty();
  }

  @Test
  void clopidogrelBesideItsGeneIsForTheClinicianAndOnlyWhereItIsTaken() {
    PersonRecord taken = GoldenPerson.builder().medicine("2025-05-12", "B01AC04").record();

    Insight card =
        one(
            insights(engine, taken, TestGenome.carrier(), "en", Viewer.CLINICIAN),
            "discordance",
            "medicine_gene_clopidogrel");
    assertThat(card.channel()).isEqualTo(Channel.CLINICIAN);
    assertThat(card.kinds()).contains(DataKind.GENOME);

    List<Insight> person =
        of(insights(engine, taken, TestGenome.carrier(), "en", Viewer.PERSON), "discordance");
    assertThat(person).singleElement().extracting(Insight::subject).isEqualTo("held");
    assertThat(person.getFirst().summary()).doesNotContain("clopidogrel", "gene");

    assertThat(
            of(
                insights(
                    engine, GoldenPerson.record(), TestGenome.carrier(), "en", Viewer.CLINICIAN),
                "discordance"))
        .isEmpty();
    assertThat(of(insights(engine, taken, null, "en", Viewer.CLINICIAN), "discordance")).isEmpty();
  }

  @Test
  void anInactiveGeneBesideMuchAlcoholIsSaidAndTheAnswerCounts() {
    List<Insight> found =
        of(
            insights(
                engine, GoldenPerson.record(), TestGenome.withAldh2("AA"), "en", Viewer.PERSON),
            "discordance");

    assertThat(found).singleElement().extracting(Insight::subject).isEqualTo("alcohol_gene");
  }
}
