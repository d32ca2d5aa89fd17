package health.lifelong.analytics.population.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.lifelong.analytics.catalogue.algorithm.ModelCatalogue;
import health.lifelong.analytics.population.domain.Accuracy;
import health.lifelong.analytics.population.domain.Agreement;
import health.lifelong.analytics.population.domain.Area;
import health.lifelong.analytics.population.domain.Calibration;
import health.lifelong.analytics.population.domain.ClassCount;
import health.lifelong.analytics.population.domain.ScoreStudy;
import health.lifelong.analytics.population.domain.Stratum;
import health.lifelong.testing.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The figures that the shared samples are known to give. */
class SharedSamplesTest {
  private static final MortalityStudies NHANES = new MortalityStudies(ModelCatalogue.standard());

  @BeforeAll
  static void readNhanesOnce() throws IOException {
    try (InputStream in = Files.newInputStream(data("nhanes_1988_2018.csv.gz"))) {
      SampleReader.open(in, List.of(new Nhanes())).forEach(NHANES::add);
    }
  }

  @Test
  void biologicalAgesTellDeathWithinTenYearsAsTheReferenceSays() {
    List<ScoreStudy> studies = NHANES.studies();
    for (ScoreStudy study : studies) {
      Accuracy all = study.accuracy().getFirst();
      System.out.printf(
          "%s: %d persons, %d known, %d deaths, AUC %.4f (age %.4f), C %.4f (age %.4f)%n",
          study.id(),
          all.persons(),
          all.known(),
          all.deaths(),
          value(all.area()),
          value(all.ageArea()),
          all.concordance(),
          all.ageConcordance());
    }
    anchored(studies, "phenoage_ln1p_crp_anchor", 0.867, 0.848);
    anchored(studies, "kdm_levine2013_anchor", 0.824, 0.807);
    assertThat(studies).allSatisfy(study -> assertThat(study.accuracy()).hasSizeGreaterThan(15));
  }

  @Test
  void computedBiologicalAgesAreThePackagedOnes() {
    for (Agreement agreement : NHANES.agreement()) {
      System.out.println(agreement);
      assertThat(agreement.both()).isGreaterThan(1000);
      assertThat(agreement.onlyComputed() + agreement.onlyPackaged()).isZero();
      assertThat(agreement.largestDifference()).isLessThan(1e-3);
    }
  }

  @Test
  void screeningClassesAreTheExpectedCounts() throws IOException {
    Sample sample = new NhisCheckup();
    ScreeningTally tally = new ScreeningTally(ModelCatalogue.standard(), sample);
    try (InputStream in = Files.newInputStream(data("nhis_checkup.csv.gz"))) {
      SampleReader.Rows rows = SampleReader.open(in, List.of(sample)).forEach(tally::add);
      assertThat(rows.leftOut()).isEmpty();
    }
    List<String> expected =
        Files.readAllLines(data("nhis_checkup_expected_counts.csv")).stream().skip(1).toList();
    assertThat(tally.counts().stream().map(SharedSamplesTest::line))
        .containsExactlyElementsOf(expected);
  }

  private static void anchored(List<ScoreStudy> studies, String id, double area, double age) {
    Accuracy all =
        studies.stream()
            .filter(s -> s.id().equals(id))
            .findFirst()
            .orElseThrow()
            .accuracy()
            .getFirst();
    assertThat(all.stratum()).isEqualTo(Stratum.ALL);
    assertThat(value(all.area())).isCloseTo(area, within(0.003));
    assertThat(value(all.ageArea())).isCloseTo(age, within(0.003));
    assertThat(Objects.requireNonNull(all.gain()).low()).isPositive();
    assertThat(Objects.requireNonNull(all.concordance())).isBetween(0.75, 0.9);
    Calibration calibration = Objects.requireNonNull(all.calibration());
    assertThat(calibration.groups()).hasSize(10);
    assertThat(calibration.ratio()).isBetween(0.5, 1.5);
  }

  private static double value(@Nullable Area area) {
    return Objects.requireNonNull(area).value();
  }

  private static String line(ClassCount count) {
    return String.join(
        ",",
        count.rule(),
        count.item(),
        count.sex().name(),
        count.category(),
        Long.toString(count.count()));
  }

  private static Path data(String file) {
    return SharedData.path("data/population/" + file);
  }
}
