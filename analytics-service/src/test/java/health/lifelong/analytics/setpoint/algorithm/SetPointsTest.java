package health.lifelong.analytics.setpoint.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.setpoint.domain.Interval;
import health.lifelong.analytics.setpoint.domain.PopulationInterval;
import health.lifelong.analytics.setpoint.domain.Scale;
import health.lifelong.analytics.setpoint.domain.SetPoint;
import health.lifelong.analytics.setpoint.domain.SetPointOutcome;
import health.lifelong.analytics.setpoint.domain.SetPointParameters;
import health.lifelong.analytics.setpoint.domain.SetPointParameters.ItemInterval;
import health.lifelong.analytics.setpoint.domain.SetPointReport;
import health.lifelong.analytics.setpoint.domain.Variation.Analytical;
import health.lifelong.analytics.setpoint.domain.Visit;
import health.lifelong.analytics.setpoint.domain.VisitVerdict;
import health.lifelong.analytics.setpoint.domain.VisitVerdict.Expectation;
import health.lifelong.analytics.setpoint.domain.VisitVerdict.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SetPointsTest {
  private final SetPointParameters parameters = SetPointParameters.standard();
  private final SetPoints setPoints = new SetPoints(parameters);

  @Test
  void theKoreanPopulationComesBeforeTheJapaneseAndDecisionLimitsNever() {
    assertThat(parameters.interval("HGB", Sex.M, 40).orElseThrow().population()).isEqualTo("KR");
    assertThat(parameters.interval("HGB", Sex.M, 40).orElseThrow().lower()).isEqualTo(12.7);
    assertThat(parameters.interval("WBC", Sex.F, 40).orElseThrow().population()).isEqualTo("JP");
    assertThat(parameters.interval("BMI", Sex.F, 40)).isEmpty();
  }

  @Test
  void onlyVerifiedTwoSidedIntervalsOfAPopulationAreTaken() throws IOException {
    String variation =
        """
        checkup_item,sex,cvi_pct,source
        CREAT,A,4.7,one
        CREAT,A,4.4,other
        ,A,9,not in the catalogue
        """;
    String intervals =
        """
        item_code,sex,lower,upper,kind,population,confidence,source
        A1,A,1,2,reference_interval,XX,C,unverified
        A2,A,1,2,decision_limit,XX,A,decision
        A3,A,,2,reference_interval,XX,A,one-sided
        A4,A,1,2,reference_interval,XX,B,good
        A4,M,3,4,reference_interval,YY,A,second choice
        """;
    SetPointParameters read =
        SetPointParameters.fromCsv("test", "t", stream(variation), stream(intervals));
    assertThat(read.variation("CREAT", Sex.F).orElseThrow().cviPct()).isEqualTo(4.7);
    assertThat(read.items()).containsExactly("CREAT");
    for (String item : List.of("A1", "A2", "A3")) {
      assertThat(read.interval(item, Sex.M, 40)).as(item).isEmpty();
    }
    assertThat(read.interval("A4", Sex.M, 40).orElseThrow().population()).isEqualTo("XX");
  }

  @Test
  void anIntervalHoldsForItsSexAndAgesOnly() throws IOException {
    String variation = "checkup_item,sex,cvi_pct,source\nHGB,A,2.7,one\n";
    String intervals =
        """
        item_code,sex,age_from,age_below,lower,upper,kind,population,confidence,source
        HGB,F,18,50,10,15,reference_interval,XX,A,one
        HGB,F,50,,11,16,reference_interval,XX,A,one
        HGB,M,,,13,17,reference_interval,XX,A,one
        """;
    SetPointParameters read =
        SetPointParameters.fromCsv("test", "t", stream(variation), stream(intervals));
    assertThat(read.interval("HGB", Sex.F, 17)).isEmpty();
    assertThat(read.interval("HGB", Sex.F, 49.9).orElseThrow().lower()).isEqualTo(10);
    assertThat(read.interval("HGB", Sex.F, 50).orElseThrow().lower()).isEqualTo(11);
    assertThat(read.interval("HGB", Sex.M, 90).orElseThrow().lower()).isEqualTo(13);
    SetPoints own = new SetPoints(read);
    assertThat(own.prior("HGB", Sex.F, 60).orElseThrow().mean()).isEqualTo(13.5);
    assertThat(((SetPointReport) own.report("HGB", Sex.F, 60.0, visits(13))).basis().interval())
        .isEqualTo(read.interval("HGB", Sex.F, 60).orElseThrow());
  }

  @Test
  void theReportNamesTheParameterSetAndItsVersion() {
    SetPointReport report = report("HGB", Sex.M, 14);
    assertThat(report.basis().parameters()).isEqualTo("published");
    assertThat(report.basis().version()).isEqualTo(parameters.version());
    assertThat(report.basis().step()).isEqualTo(0.1);
    assertThat(parameters.withNoise("x", report.basis().noise()).version()).isEqualTo("x");
  }

  @Test
  void anItemWithoutAVerifiedIntervalGivesNoSetPoint() {
    assertThat(parameters.interval("URIC", Sex.M, 40)).isEmpty();
    SetPointReport report = report("URIC", Sex.M, 5.0, 6.8);
    assertThat(report.setPoint()).isNull();
    assertThat(Objects.requireNonNull(report.noSetPoint()).reason())
        .isEqualTo(RefusalReason.NOT_SERVED);
    assertThat(report.verdicts().getLast().verdict()).isEqualTo(Verdict.RISE);
    assertThat(report.verdicts().getLast().expectation()).isNull();
  }

  @Test
  void anItemWithoutSourcedVariationIsRefused() {
    assertThat(reason(setPoints.report("SBP", Sex.M, 40.0, visits(120))))
        .isEqualTo(RefusalReason.NOT_SERVED);
  }

  @Test
  void everyOtherRefusalHasItsReason() {
    assertThat(reason(setPoints.report("HGB", null, 40.0, visits(14))))
        .isEqualTo(RefusalReason.INPUT_MISSING);
    assertThat(reason(setPoints.report("HGB", Sex.M, null, visits(14))))
        .isEqualTo(RefusalReason.INPUT_MISSING);
    assertThat(reason(setPoints.report("HGB", Sex.M, 40.0, List.of())))
        .isEqualTo(RefusalReason.INPUT_MISSING);
    assertThat(reason(setPoints.report("HGB", Sex.M, 17.9, visits(14))))
        .isEqualTo(RefusalReason.POPULATION);
    for (double value : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThat(reason(setPoints.report("HGB", Sex.M, 40.0, visits(14, value))))
          .isEqualTo(RefusalReason.OUT_OF_RANGE);
    }
  }

  @Test
  void theMethodOfCreatinineBeingUnknownTheLargerVariationHolds() {
    assertThat(parameters.variation("CREAT", Sex.F).orElseThrow().cviPct()).isEqualTo(4.7);
    assertThat(parameters.variation("WBC", Sex.F).orElseThrow().cviPct()).isEqualTo(12.82);
    assertThat(parameters.variation("WBC", Sex.M).orElseThrow().cviPct()).isEqualTo(7.96);
  }

  @Test
  void anUnknownAnalyticalVariationIsTheDesirableOneAndLabelled() {
    SetPointReport report = report("TC", Sex.F, 190);
    assertThat(report.basis().variation().analytical()).isEqualTo(Analytical.DESIRABLE);
    assertThat(report.basis().variation().cvaPct()).isEqualTo(2.59);
  }

  @Test
  void skewedItemsAreReadOnTheLogarithmicScaleForBothSexes() {
    for (Sex sex : Sex.values()) {
      assertThat(setPoints.prior("GGT", sex, 40).orElseThrow().scale()).isEqualTo(Scale.LOG);
      assertThat(setPoints.prior("GLU_F", sex, 40).orElseThrow().scale()).isEqualTo(Scale.LOG);
      assertThat(setPoints.prior("NA", sex, 40).orElseThrow().scale()).isEqualTo(Scale.LINEAR);
    }
  }

  @Test
  void anIntervalNoWiderThanOnePersonsVariationGivesNoSetPoint() {
    PopulationInterval narrow = new PopulationInterval(139.9, 140.1, "X", "test");
    SetPoints narrowed =
        new SetPoints(parameters.withIntervals("x", List.of(new ItemInterval("NA", null, narrow))));
    assertThat(narrowed.prior("NA", Sex.F, 40)).isEmpty();
    assertThat(((SetPointReport) narrowed.report("NA", Sex.F, 40.0, visits(140))).noSetPoint())
        .isNotNull();
  }

  @Test
  void visitsAreReadInOrderOfTimeWhateverTheirOrder() {
    List<Visit> ordered = visits(14, 14.2, 13.9, 15.8);
    List<Visit> shuffled = new ArrayList<>(ordered.reversed());
    assertThat(setPoints.report("HGB", Sex.M, 40.0, shuffled))
        .isEqualTo(setPoints.report("HGB", Sex.M, 40.0, ordered));
  }

  @Test
  void eachVisitIsComparedWithTheOneBeforeAndTheLastWithTheMeanOfAllEarlier() {
    SetPointReport report = report("TG", Sex.M, 100, 110, 105, 200);
    assertThat(report.verdicts())
        .extracting(VisitVerdict::verdict)
        .containsExactly(Verdict.FIRST, Verdict.STABLE, Verdict.STABLE, Verdict.RISE);
    VisitVerdict last = report.verdicts().getLast();
    assertThat(last.daysApart()).isEqualTo(365L);
    assertThat(last.changePct()).isCloseTo(100 * 95 / 105.0, within(1e-9));
    VisitVerdict mean = Objects.requireNonNull(report.lastAgainstEarlier());
    assertThat(mean.changePct()).isCloseTo(100 * 95 / 105.0, within(1e-9));
    assertThat(mean.rcvUpPct()).isLessThan(last.rcvUpPct());
    double sigma = Math.sqrt(Math.log(1 + 0.099 * 0.099) + Math.log(1 + 0.198 * 0.198));
    assertThat(mean.rcvUpPct())
        .isCloseTo(100 * Math.expm1(1.96 * Math.sqrt(4 / 3.0) * sigma), within(1e-9));
    assertThat(Objects.requireNonNull(report("TG", Sex.M, 100, 40).verdicts().getLast()).verdict())
        .isEqualTo(Verdict.FALL);
  }

  @Test
  void aVisitIsReadAgainstWhatTheEarlierOnesPredicted() {
    SetPointReport report = report("HGB", Sex.M, 14.5, 14.6, 14.4, 12.0);
    assertThat(report.verdicts())
        .extracting(VisitVerdict::expectation)
        .containsExactly(
            Expectation.WITHIN, Expectation.WITHIN, Expectation.WITHIN, Expectation.BELOW);
  }

  @Test
  void thePersonalIntervalIsNarrowerThanThePopulationFromTheFirstVisitOn() {
    for (String item : parameters.items()) {
      if (setPoints.prior(item, Sex.F, 40).isPresent()) {
        PopulationInterval population = parameters.interval(item, Sex.F, 40).orElseThrow();
        double middle = Math.sqrt(population.lower() * population.upper());
        SetPoint point = Objects.requireNonNull(report(item, Sex.F, middle).setPoint());
        Interval interval = point.interval();
        assertThat(interval.high() - interval.low())
            .as(item)
            .isLessThan(population.upper() - population.lower());
        assertThat(interval.contains(point.setpoint())).as(item).isTrue();
        assertThat(point.level()).isEqualTo(0.95);
      }
    }
  }

  private SetPointReport report(String item, Sex sex, double... values) {
    return (SetPointReport) setPoints.report(item, sex, 40.0, visits(values));
  }

  private static @Nullable RefusalReason reason(SetPointOutcome outcome) {
    return switch (outcome) {
      case SetPointReport report -> null;
      case SetPointOutcome.NoReport none -> none.refusal().reason();
    };
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Visit> visits(double... values) {
    List<Visit> visits = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      visits.add(new Visit(LocalDate.of(2017, 5, 2).plusDays(365L * i), values[i]));
    }
    return visits;
  }
}
