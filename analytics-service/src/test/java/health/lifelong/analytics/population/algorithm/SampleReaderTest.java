package health.lifelong.analytics.population.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lifelong.analytics.catalogue.algorithm.ModelCatalogue;
import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.population.domain.AgeBand;
import health.lifelong.analytics.population.domain.ClassCount;
import health.lifelong.analytics.population.domain.Coverage;
import health.lifelong.analytics.population.domain.FollowUp;
import health.lifelong.analytics.population.domain.PopulationReport;
import health.lifelong.analytics.population.domain.Stratum;
import health.lifelong.analytics.population.domain.Subject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Made-up rows of the samples' shapes. */
class SampleReaderTest {
  private static final String NHIS =
      "sex,age_5y_group_lower,height_cm_5,weight_kg_5,waist_cm,sbp_mmhg,dbp_mmhg,creatinine_mg_dl,smoking_1never_2former_3current\n";

  private static final PopulationStudy STUDY = new PopulationStudy(ModelCatalogue.standard());

  @Test
  void columnsAreFoundByHeaderWhateverTheirOrderAndPacking() throws IOException {
    String csv = "\uFEFFextra,age_5y_group_lower,waist_cm,sex\nx,40,81,F\n";
    Subject plain = nhis(csv).getFirst();
    Subject packed = people(gzip(csv), new NhisCheckup()).getFirst();
    assertThat(packed).isEqualTo(plain);
    assertThat(plain.sex()).isEqualTo(Sex.F);
    assertThat(plain.band()).isEqualTo(AgeBand.FROM_40);
    assertThat(plain.inputs()).containsEntry("waist_cm", "81").doesNotContainKey("sbp_mmhg");
  }

  @Test
  void aWaistOf999IsNotRecordedAndAnUnknownHabitIsNoHabit() throws IOException {
    List<Subject> people =
        nhis(
            NHIS
                + "M,45,170,70,999.0,120,80,1,3\nM,45,170,70,90,120,80,1,1\nM,45,170,70,90,120,80,1,\n");
    assertThat(people.getFirst().inputs())
        .doesNotContainKey("waist_cm")
        .containsEntry("current_smoker", "1");
    assertThat(people.get(1).inputs())
        .containsEntry("waist_cm", "90")
        .containsEntry("current_smoker", "0");
    assertThat(people.get(2).inputs()).doesNotContainKey("current_smoker");
  }

  @Test
  void rowsThatCannotBeUsedAreCountedAndSpoilNoOther() throws IOException {
    PopulationReport report =
        STUDY.nhis(
            in(
                NHIS
                    + "X,45,170,70,90,120,80,1,1\nM,,170,70,90,120,80,1,1\nM,45,170\n\nF,45,160,\"60,80,110,70,1,1\nF,50,160,60,80,110,70,0.8,1\n"));
    assertThat(report.rows()).isEqualTo(5);
    assertThat(report.leftOut())
        .containsEntry("sex unknown", 1L)
        .containsEntry("age unknown", 1L)
        .containsEntry("row unreadable", 2L);
    assertThat(report.persons().getFirst()).isEqualTo(new PopulationReport.Persons(Stratum.ALL, 1));
  }

  @Test
  void aFileOfAnotherShapeIsRefusedWithTheColumnsThatItNeeds() {
    assertThatThrownBy(() -> STUDY.nhanes(in(NHIS)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("followup_months_from_exam");
    assertThatThrownBy(() -> STUDY.nhis(in(""))).isInstanceOf(IOException.class);
  }

  @Test
  void aMissingValueIsMissingAndNeverNormal() throws IOException {
    PopulationReport report = STUDY.nhis(in(NHIS + "F,45,160,60,999,,75,,1\n"));
    assertThat(category(report, "KNHS", "WAIST")).isEqualTo("MISSING");
    assertThat(category(report, "KNHS", "BP")).isEqualTo("MISSING");
    assertThat(category(report, "KNHS", "BMI")).isEqualTo("A");
    assertThat(category(report, ScreeningTally.CRITERIA, "COUNT")).isEqualTo("MISSING");
    assertThat(category(report, ScreeningTally.FILTRATION, "G")).isEqualTo("MISSING");
  }

  @Test
  void aCellThatIsNoNumberIsUnreadableAndNotMissing() throws IOException {
    PopulationReport report = STUDY.nhis(in(NHIS + "F,45,160,60,eighty,120,75,1,1\n"));
    assertThat(category(report, "KNHS", "WAIST")).isEqualTo("UNREADABLE");
    assertThat(coverage(report, "anthropometry_osta", "waist_height_ratio").refused())
        .containsOnlyKeys(RefusalReason.INPUT_UNREADABLE);
  }

  @Test
  void coverageIsWhatServingSaysAndUnknownTreatmentIsNotNo() throws IOException {
    PopulationReport report =
        STUDY.nhis(in(NHIS + "F,45,160,60,80,110,70,0.8,1\nM,45,170,70,85,110,70,0.9,1\n"));
    Coverage filtration = coverage(report, "ckd_epi", "egfr_2021");
    assertThat(filtration.persons()).isEqualTo(2);
    assertThat(filtration.given()).isEqualTo(2);
    // Pregnancy and dialysis are unknown: the number is conditional.
    assertThat(filtration.conditional()).isEqualTo(2);
    Coverage heart = coverage(report, "prevent_base", "cvd_10y");
    assertThat(heart.given()).isZero();
    Coverage bone = coverage(report, "anthropometry_osta", "osta_category");
    assertThat(bone.given()).isEqualTo(1);
    assertThat(bone.refused()).containsExactly(Map.entry(RefusalReason.POPULATION, 1L));
  }

  @Test
  void followUpNeedsAKnownEndAndATime() throws IOException {
    String header =
        "sex,age_years,deceased,followup_months_from_exam,hours_fasted,triglyceride_mg_dl\n";
    List<Subject> people =
        people(
            in(header + "F,50,1,118,9,90\nM,60,0,240,3,90\nM,60,,240,,90\nM,60,1,,8,90\n"),
            new Nhanes());
    assertThat(people.stream().map(Subject::followUp))
        .containsExactly(new FollowUp(118, true), new FollowUp(240, false), null, null);
    assertThat(people.stream().map(p -> p.inputs().containsKey("triglyceride_mg_dl")))
        .containsExactly(true, false, false, true);
  }

  @Test
  void bloodTestsWithoutVerifiedAgesGiveNoAgeBand() throws IOException {
    PopulationReport report =
        STUDY.nhis(
            in("row_id,sex,age_group_code,hemoglobin_g_dl,total_chol_mg_dl\n2,M,1,16.9,204\n"));
    assertThat(report.sample()).isEqualTo("nhis_bloodtest");
    assertThat(report.countsByAge()).isEmpty();
    assertThat(category(report, "KNHS", "HB")).isEqualTo("A");
    assertThat(category(report, "KNHS", "TC")).isEqualTo("B");
    assertThat(category(report, "KNHS", "TG")).isEqualTo("MISSING");
  }

  @Test
  void thePageHidesWhatFewPersonsAreBehind() throws IOException {
    StringBuilder rows = new StringBuilder(NHIS);
    for (int i = 0; i < 40; i++) {
      rows.append(i < 3 ? "F,45,160,60,95,110,70,0.8,1\n" : "F,45,160,60,80,110,70,0.8,1\n");
    }
    rows.append("M,20,170,70,85,110,70,0.9,1\n");
    String page = ReportMarkdown.page(List.of(STUDY.nhis(in(rows.toString()))));
    assertThat(page).contains("| WAIST | F | all | 40 | 92.5 | <10 |");
    assertThat(page).contains("| WAIST | M | all | <10 | · | · |");
    assertThat(page).contains("F 40; M <10");
  }

  private static String category(PopulationReport report, String rule, String item) {
    return report.counts().stream()
        .filter(count -> count.rule().equals(rule) && count.item().equals(item))
        .map(ClassCount::category)
        .findFirst()
        .orElseThrow();
  }

  private static Coverage coverage(PopulationReport report, String model, String output) {
    return Objects.requireNonNull(
        report.coverage().stream()
            .filter(c -> c.model().equals(model) && c.outputs().contains(output))
            .filter(c -> c.stratum().equals(Stratum.ALL))
            .findFirst()
            .orElse(null));
  }

  private static List<Subject> nhis(String csv) throws IOException {
    return people(in(csv), new NhisCheckup());
  }

  private static List<Subject> people(InputStream in, Sample sample) throws IOException {
    List<Subject> people = new ArrayList<>();
    SampleReader.open(in, List.of(sample)).forEach(people::add);
    return people;
  }

  private static InputStream in(String csv) {
    return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
  }

  private static InputStream gzip(String csv) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(csv.getBytes(StandardCharsets.UTF_8));
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
