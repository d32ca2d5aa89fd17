package health.lifelong.analytics.insight.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.insight.TestPack;
import health.lifelong.analytics.insight.TestPerson;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.Facts.Fact;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Outcome;
import health.lifelong.analytics.insight.domain.Place;
import health.lifelong.analytics.insight.domain.Viewer;
import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.analytics.record.domain.Visit;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetPointBreakTest {
  private final InsightEngine engine = new InsightEngine(TestPack.read(TestPack.korea()));

  private final TestPerson rising =
      TestPerson.man()
          .values("2019-05-02", "TC 150")
          .values("2020-05-02", "TC 152")
          .values("2021-05-02", "TC 150")
          .values("2022-05-02", "TC 210")
          .values("2023-05-02", "TC 211");

  @Test
  void afterAMoveToAnotherCentreTheValuesAreNotComparedAndThePersonIsTold() {
    Insight insight = cholesterol(moved(rising.record(), LocalDate.of(2022, 1, 1)));

    assertThat(insight.place()).isNotEqualTo(Place.CHANGED);
    assertThat(insight.limits()).anyMatch(limit -> limit.contains("2022"));
    assertThat(facts(insight).values()).containsKey("breaks");
    assertThat(trajectory(insight).values())
        .containsEntry("refused", new Fact.Text("TOO_FEW_VISITS"));
  }

  @Test
  void withoutABreakTheSameValuesAreAChangeAndALine() {
    Insight insight = cholesterol(rising.record());

    assertThat(insight.limits()).noneMatch(limit -> limit.contains("2022"));
    assertThat(facts(insight).values()).doesNotContainKey("breaks");
    assertThat(trajectory(insight).values()).containsKeys("change_per_year", "from", "visits");
  }

  private Insight cholesterol(PersonRecord record) {
    LocalDate day = record.latestDay().orElseThrow();
    return engine.report(record, null, "en", day, Viewer.PERSON).insights().stream()
        .filter(i -> i.model().equals("setpoint") && i.subject().equals("TC"))
        .findFirst()
        .orElseThrow();
  }

  private static Facts facts(Insight insight) {
    return ((Outcome.Result) insight.outcome()).facts();
  }

  private static Facts trajectory(Insight insight) {
    Fact fact = facts(insight).values().get("trajectory");
    assertThat(fact).isInstanceOf(Fact.Group.class);
    return ((Fact.Group) fact).facts();
  }

  /** The same record, its visits from a day on at another centre. */
  private static PersonRecord moved(PersonRecord record, LocalDate from) {
    List<Visit> visits =
        record.visits().stream()
            .map(
                visit -> {
                  LocalDate date = visit.date();
                  String centre = date != null && !date.isBefore(from) ? "busan" : "seoul";
                  return new Visit(
                      visit.id(),
                      centre,
                      date,
                      visit.observations(),
                      visit.statements(),
                      visit.completeLists());
                })
            .toList();
    return new PersonRecord(
        record.personId(),
        record.sex(),
        record.birth(),
        record.revision(),
        visits,
        record.genomes(),
        record.lifestyleDays(),
        record.withheld());
  }
}
