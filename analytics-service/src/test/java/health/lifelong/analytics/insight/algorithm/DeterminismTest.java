package health.lifelong.analytics.insight.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.insight.GoldenPerson;
import health.lifelong.analytics.insight.TestGenome;
import health.lifelong.analytics.insight.TestPack;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Viewer;
import health.lifelong.analytics.insight.grpc.InsightMapper;
import health.lifelong.analytics.record.domain.LifestyleDay;
import health.lifelong.analytics.record.domain.Observation;
import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.analytics.record.domain.Visit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The same revision gives the same bytes, in whatever order the record's parts arrive. */
class DeterminismTest {
  private static final long SEED = 20260901;

  private final InsightEngine engine = new InsightEngine(TestPack.read(TestPack.korea()));

  private byte[] bytes(InsightEngine with, PersonRecord record) {
    return InsightMapper.response(
            with.report(
                record,
                TestGenome.carrier(),
                "ko",
                record.latestDay().orElseThrow(),
                Viewer.CLINICIAN))
        .toByteArray();
  }

  @Test
  void theSameInputTwiceIsTheSameBytes() {
    InsightEngine another = new InsightEngine(TestPack.read(TestPack.korea()));

    assertThat(bytes(engine, GoldenPerson.record()))
        .isEqualTo(bytes(engine, GoldenPerson.record()))
        .isEqualTo(bytes(another, GoldenPerson.record()));
  }

  @Test
  void orderOfVisitsObservationsAndDaysDoesNotMatter() {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    byte[] expected = bytes(engine, GoldenPerson.record());

    for (int i = 0; i < 20; i++) {
      assertThat(bytes(engine, shuffled(GoldenPerson.record(), random))).isEqualTo(expected);
    }
  }

  @Test
  void everyInsightHasItsOwnIdAndRestsOnDatedInputs() {
    PersonRecord record = GoldenPerson.record();
    List<Insight> insights =
        engine
            .report(
                record, TestGenome.carrier(), "en", record.latestDay().orElseThrow(), Viewer.PERSON)
            .insights();

    assertThat(insights.stream().map(Insight::id)).doesNotHaveDuplicates();
    Insight fusion = insights.getFirst();
    assertThat(fusion.model()).isEqualTo("aldh2_alcohol");
    assertThat(fusion.kinds()).hasSize(3);
    assertThat(fusion.inputsUsed().stream().filter(u -> u.date() != null).count())
        .isGreaterThanOrEqualTo(20);
  }

  private static PersonRecord shuffled(PersonRecord record, Random random) {
    List<Visit> visits = new ArrayList<>();
    for (Visit visit : record.visits()) {
      List<Observation> observations = new ArrayList<>(visit.observations());
      Collections.shuffle(observations, random);
      visits.add(
          new Visit(
              visit.id(),
              visit.centre(),
              visit.date(),
              observations,
              visit.statements(),
              visit.completeLists()));
    }
    Collections.shuffle(visits, random);
    List<LifestyleDay> days = new ArrayList<>(record.lifestyleDays());
    Collections.shuffle(days, random);
    return new PersonRecord(
        record.personId(),
        record.sex(),
        record.birth(),
        record.revision(),
        visits,
        record.genomes(),
        days,
        record.withheld());
  }
}
