package health.lifelong.analytics.history;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.history.algorithm.Concepts;
import health.lifelong.analytics.history.algorithm.History;
import health.lifelong.analytics.history.domain.Exclusion;
import health.lifelong.analytics.history.domain.Latest;
import health.lifelong.analytics.history.domain.Latest.Why;
import health.lifelong.analytics.history.domain.Reading;
import health.lifelong.analytics.history.domain.Series;
import health.lifelong.analytics.insight.TestPerson;
import health.lifelong.analytics.record.domain.Observation.Status;
import health.lifelong.analytics.record.domain.Statement.Kind;
import health.lifelong.analytics.record.domain.Value;
import health.lifelong.analytics.record.domain.Value.Comparator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final LocalDate TODAY = LocalDate.parse("2025-06-01");

  private static History of(TestPerson person) {
    return new History(person.record(), new Concepts(person.record(), 1100), Set.of());
  }

  private static Exclusion onlyExclusion(TestPerson person, String item) {
    Series series = of(person).series(item);
    assertThat(series.readings()).isEmpty();
    assertThat(series.excluded()).hasSize(1);
    return series.excluded().getFirst().reason();
  }

  @Test
  void seriesIsOldestFirstAndInOneUnit() {
    Series series =
        of(TestPerson.man().value("2025-05-01", "HGB", "15.1").value("2023-05-01", "HGB", "14.8"))
            .series("HGB");

    assertThat(series.unit()).isEqualTo("g/dL");
    assertThat(series.readings()).extracting(Reading::value).containsExactly(14.8, 15.1);
  }

  @Test
  void oneValueAVisitAndTheOthersAreSaidToBeRepeated() {
    Series series =
        of(TestPerson.man().value("2025-05-01", "SBP", "141").value("2025-05-01", "SBP", "133"))
            .series("SBP");

    assertThat(series.readings()).hasSize(1);
    assertThat(series.excluded())
        .extracting(Series.Left::reason)
        .containsExactly(Exclusion.REPEATED);
  }

  @Test
  void everyValueThatDoesNotCountIsLeftOutWithItsReason() {
    String day = "2025-05-01";
    assertThat(onlyExclusion(TestPerson.man().implausible(day, "HGB", "29"), "HGB"))
        .isEqualTo(Exclusion.IMPLAUSIBLE);
    assertThat(onlyExclusion(TestPerson.man().status(day, "HGB", "14", Status.PRELIMINARY), "HGB"))
        .isEqualTo(Exclusion.PRELIMINARY);
    assertThat(onlyExclusion(TestPerson.man().held(day, "HGB", "14"), "HGB"))
        .isEqualTo(Exclusion.HELD);
    assertThat(
            onlyExclusion(
                TestPerson.man().observation(day, "HGB", TestPerson.quantity("140", "g/L")), "HGB"))
        .isEqualTo(Exclusion.UNIT);
    assertThat(onlyExclusion(TestPerson.man().observation(day, "HGB", below("3")), "HGB"))
        .isEqualTo(Exclusion.BEYOND_LIMIT);
    assertThat(
            onlyExclusion(TestPerson.man().observation(day, "HGB", new Value.Text("low")), "HGB"))
        .isEqualTo(Exclusion.NOT_A_NUMBER);
    assertThat(onlyExclusion(TestPerson.man().born("2010-01-01").value(day, "HGB", "14"), "HGB"))
        .isEqualTo(Exclusion.UNDER_18);
    assertThat(
            onlyExclusion(TestPerson.man().value(day, "HGB", "9.9").condition(day, "Z99.2"), "HGB"))
        .isEqualTo(Exclusion.DIALYSIS);
  }

  private static Value below(String number) {
    return new Value.Quantity(new BigDecimal(number), "g/dL", Comparator.LESS);
  }

  @Test
  void withdrawnValueIsNotEvenMentioned() {
    Series series =
        of(TestPerson.man().status("2025-05-01", "HGB", "14", Status.WITHDRAWN)).series("HGB");

    assertThat(series.readings()).isEmpty();
    assertThat(series.excluded()).isEmpty();
  }

  @Test
  void visitInPregnancyStaysOutOfTheBaselineAndTheNextYearsCountAgain() {
    TestPerson person =
        TestPerson.woman()
            .born("1990-01-01")
            .value("2022-05-01", "HGB", "13.2")
            .value("2023-05-01", "HGB", "10.9")
            .value("2024-06-01", "HGB", "13.0")
            .statement(
                "2023-05-01", Kind.PREGNANCY, "http://snomed.info/sct", "77386006", "active");

    Series series = of(person).series("HGB");

    assertThat(series.readings()).extracting(Reading::value).containsExactly(13.2, 13.0);
    assertThat(series.excluded())
        .extracting(Series.Left::reason)
        .containsExactly(Exclusion.PREGNANCY);
  }

  @Test
  void latestSaysWhyThereIsNone() {
    assertThat(of(TestPerson.man()).latest("HGB", TODAY, 800))
        .isEqualTo(new Latest.None(Why.NOT_MEASURED));
    assertThat(of(TestPerson.man().value("2020-01-01", "HGB", "14")).latest("HGB", TODAY, 800))
        .isEqualTo(new Latest.None(Why.TOO_OLD));
    assertThat(
            of(TestPerson.man()
                    .observation("2025-05-01", "HGB", new Value.Absent(Value.Reason.NOT_DONE)))
                .latest("HGB", TODAY, 800))
        .isEqualTo(new Latest.None(Why.UNKNOWN));
    assertThat(
            of(TestPerson.man().observation("2025-05-01", "HGB", TestPerson.quantity("140", "g/L")))
                .latest("HGB", TODAY, 800))
        .isEqualTo(new Latest.None(Why.UNMAPPED));
    assertThat(of(TestPerson.man().held("2025-05-01", "HGB", "14")).latest("HGB", TODAY, 800))
        .isEqualTo(new Latest.None(Why.WITHHELD));
  }

  @Test
  void valueOfAPregnancyIsNotTakenForTodayAYearLater() {
    TestPerson person =
        TestPerson.woman()
            .born("1990-01-01")
            .value("2024-05-01", "CREAT", "0.45")
            .statement(
                "2024-05-01", Kind.PREGNANCY, "http://snomed.info/sct", "77386006", "active");

    assertThat(of(person).latest("CREAT", LocalDate.parse("2025-09-01"), 800))
        .isEqualTo(new Latest.None(Why.UNKNOWN));
  }

  @Test
  void latestKeepsTheComparatorOfABound() {
    Latest latest =
        of(TestPerson.man().observation("2025-05-01", "HGB", below("3"))).latest("HGB", TODAY, 800);

    assertThat(latest).isInstanceOf(Latest.Found.class);
    assertThat(((Latest.Found) latest).reading().comparator()).isEqualTo(Comparator.LESS);
  }

  @Test
  void silencedItemHasNeitherSeriesNorLatest() {
    TestPerson person = TestPerson.man().value("2025-05-01", "K", "7.0");
    History history =
        new History(person.record(), new Concepts(person.record(), 1100), Set.of("K"));

    assertThat(history.series("K").readings()).isEmpty();
    assertThat(history.latest("K", TODAY, 800)).isEqualTo(new Latest.None(Why.WITHHELD));
    assertThat(history.itemsWithSeries()).isEmpty();
  }
}
