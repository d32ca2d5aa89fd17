package health.lifelong.analytics.setpoint.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.setpoint.domain.Origin;
import health.lifelong.analytics.setpoint.domain.SeriesBreak;
import health.lifelong.analytics.setpoint.domain.SeriesBreak.Cause;
import health.lifelong.analytics.setpoint.domain.SetPointParameters;
import health.lifelong.analytics.setpoint.domain.SetPointReport;
import health.lifelong.analytics.setpoint.domain.StreamBreak;
import health.lifelong.analytics.setpoint.domain.Visit;
import health.lifelong.analytics.setpoint.domain.VisitVerdict;
import health.lifelong.analytics.setpoint.domain.VisitVerdict.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesBreakTest {
  private static final LocalDate FIRST = LocalDate.of(2017, 5, 2);

  private final SetPointParameters parameters = SetPointParameters.standard();

  @ParameterizedTest
  @CsvSource({
    "UNIT, mg/dL, hexokinase, seoul, A, mmol/L, hexokinase, seoul, A",
    "METHOD, mg/dL, hexokinase, seoul, A, mg/dL, oxidase, seoul, A",
    "CENTRE, mg/dL, hexokinase, seoul, A, mg/dL, hexokinase, busan, A",
    "ANALYSER, mg/dL, hexokinase, seoul, A, mg/dL, hexokinase, seoul, B"
  })
  void aDeclaredChangeStartsANewLine(
      Cause cause,
      String u1,
      String m1,
      String c1,
      String a1,
      String u2,
      String m2,
      String c2,
      String a2) {
    Origin before = new Origin(u1, m1, c1, a1);
    Origin after = new Origin(u2, m2, c2, a2);
    SetPointReport report =
        report(parameters, "GLU_F", visits(before, 90, 92), visits(after, 110, 111));
    assertThat(report.breaks()).containsExactly(new SeriesBreak(day(2), Set.of(cause)));
    assertThat(report.verdicts())
        .extracting(VisitVerdict::verdict)
        .containsExactly(Verdict.FIRST, Verdict.STABLE, Verdict.FIRST, Verdict.STABLE);
    assertThat(report.verdicts().get(2).changePct()).isNull();
    assertThat(report.currentLine()).hasSize(2);
  }

  @Test
  void theLevelAfterABreakIsThatOfTheNewLineAlone() {
    Origin old = new Origin("", "jaffe", "seoul", "");
    Origin now = new Origin("", "enzymatic", "seoul", "");
    SetPointReport parted =
        report(parameters, "CREAT", visits(old, 0.9, 0.91, 0.9), visits(now, 0.7, 0.71));
    SetPointReport alone = report(parameters, "CREAT", List.of(), visitsFrom(3, now, 0.7, 0.71));
    assertThat(parted.setPoint()).isEqualTo(alone.setPoint());
    assertThat(parted.lastAgainstEarlier()).isNull();
  }

  @Test
  void whatIsNotDeclaredIsNoChange() {
    Origin known = new Origin("mg/dL", " Hexokinase", "seoul", "");
    Origin same = new Origin("mg/dL", "hexokinase ", "SEOUL", "");
    SetPointReport report =
        report(
            parameters,
            "GLU_F",
            visits(known, 90, 92),
            visits(Origin.UNDECLARED, 91),
            visits(same, 93));
    assertThat(report.breaks()).isEmpty();
  }

  @Test
  void aChangeIsSeenAcrossAVisitThatDeclaresNothing() {
    Origin before = new Origin("", "a", "", "");
    Origin after = new Origin("", "b", "", "");
    SetPointReport report =
        report(
            parameters,
            "GLU_F",
            visits(before, 90),
            visits(Origin.UNDECLARED, 91),
            visits(after, 93));
    assertThat(report.breaks()).extracting(SeriesBreak::date).containsExactly(day(2));
  }

  @Test
  void theMethodOfOneCentreIsNotComparedWithThatOfAnother() {
    SetPointReport report =
        report(
            parameters,
            "GLU_F",
            visits(new Origin("", "a", "seoul", ""), 90),
            visits(new Origin("", "", "busan", ""), 91),
            visits(new Origin("", "b", "busan", ""), 92));
    assertThat(report.breaks()).containsExactly(new SeriesBreak(day(1), Set.of(Cause.CENTRE)));
  }

  @Test
  void aShiftThatTheStreamShowedPartsTheLinesOfThatCentreAndItemOnly() {
    SetPointParameters found =
        parameters.withStreamBreaks("x", List.of(new StreamBreak("Seoul", "GLU_F", day(2))));
    Origin seoul = new Origin("", "", "seoul", "");
    Origin busan = new Origin("", "", "busan", "");
    assertThat(report(found, "GLU_F", visits(seoul, 90, 91, 95, 96)).breaks())
        .containsExactly(new SeriesBreak(day(2), Set.of(Cause.FOUND_IN_STREAM)));
    assertThat(report(found, "GLU_F", visits(busan, 90, 91, 95, 96)).breaks()).isEmpty();
    assertThat(report(found, "TC", visits(seoul, 190, 191, 195, 196)).breaks()).isEmpty();
    assertThat(report(found, "GLU_F", visits(Origin.UNDECLARED, 90, 91, 95)).breaks()).isEmpty();
  }

  @Test
  void aLineInAnotherUnitHasNoLevelFromThePopulationOfThisOne() {
    Origin molar = new Origin("mmol/L", "", "", "");
    SetPointReport report = report(parameters, "GLU_F", visits(molar, 5.1, 5.2));
    assertThat(report.setPoint()).isNull();
    assertThat(Objects.requireNonNull(report.noSetPoint()).reason())
        .isEqualTo(RefusalReason.OUT_OF_RANGE);
    assertThat(report.verdicts().getLast().verdict()).isEqualTo(Verdict.STABLE);
  }

  /** The parts one after the other, a visit a year. */
  @SafeVarargs
  private static SetPointReport report(
      SetPointParameters parameters, String item, List<Visit>... parts) {
    List<Visit> all = new ArrayList<>();
    for (List<Visit> part : parts) {
      for (Visit visit : part) {
        int years = visit.date().getYear() - FIRST.getYear();
        all.add(new Visit(day(Math.max(years, all.size())), visit.value(), visit.origin()));
      }
    }
    return (SetPointReport) new SetPoints(parameters).report(item, Sex.M, 40.0, all);
  }

  private static List<Visit> visits(Origin origin, double... values) {
    return visitsFrom(0, origin, values);
  }

  private static List<Visit> visitsFrom(int from, Origin origin, double... values) {
    List<Visit> visits = new ArrayList<>();
    for (double value : values) {
      visits.add(new Visit(day(from + visits.size()), value, origin));
    }
    return visits;
  }

  private static LocalDate day(int year) {
    return FIRST.plusYears(year);
  }
}
