package health.lifelong.analytics.population.algorithm;

import health.lifelong.analytics.population.domain.Accuracy;
import health.lifelong.analytics.population.domain.AgeBand;
import health.lifelong.analytics.population.domain.Agreement;
import health.lifelong.analytics.population.domain.Area;
import health.lifelong.analytics.population.domain.Calibration;
import health.lifelong.analytics.population.domain.CalibrationGroup;
import health.lifelong.analytics.population.domain.PopulationReport;
import health.lifelong.analytics.population.domain.PopulationReport.Persons;
import health.lifelong.analytics.population.domain.ScoreStudy;
import health.lifelong.analytics.population.domain.Stratum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A report as a page. The page may be published, so it holds shares and figures of groups only, and
 * none that comes from fewer than {@value #SMALLEST} persons.
 */
public final class ReportMarkdown {
  /** A share of fewer persons is not printed. */
  static final int SMALLEST = 10;

  private static final String NONE = "·";

  private final StringBuilder out = new StringBuilder();

  private ReportMarkdown() {}

  /** The page over these samples, ending in a line break. */
  public static String page(List<PopulationReport> reports) {
    ReportMarkdown page = new ReportMarkdown();
    page.line("# What the models say of populations");
    page.line("");
    page.line(
        "Printed by `./lifelong population nhis FILE nhanes FILE --markdown`; a test holds this page equal to it where the shared samples lie.");
    page.line(
        "Groups only, none of fewer than 10 persons (`<10`, or `·` where nothing can be said). Figures over the Korean checkup sample are derived");
    page.line("from data whose licence a person must confirm before this page leaves the project.");
    for (PopulationReport report : reports) {
      page.line("");
      page.report(report);
    }
    return page.out.toString();
  }

  private void report(PopulationReport report) {
    line("## " + report.sample());
    line("");
    line(people(report));
    line("");
    report.notes().forEach(note -> line("- " + note));
    studies(report);
    if (!report.counts().isEmpty()) {
      out.append(ClassTables.of(report));
    }
    out.append(CoverageTables.of(report));
  }

  private static String people(PopulationReport report) {
    String leftOut =
        report.leftOut().entrySet().stream()
            .map(entry -> count(entry.getValue()) + " " + entry.getKey())
            .collect(Collectors.joining(", "));
    String groups =
        report.persons().stream()
            .filter(persons -> persons.stratum().sex() == null || persons.stratum().band() == null)
            .map(ReportMarkdown::group)
            .collect(Collectors.joining("; "));
    return "Rows "
        + report.rows()
        + (leftOut.isEmpty() ? ", all used" : ", left out: " + leftOut)
        + ". Persons: "
        + groups
        + ".";
  }

  private static String group(Persons persons) {
    return label(persons.stratum()) + " " + count(persons.count());
  }

  private void studies(PopulationReport report) {
    if (report.studies().isEmpty()) {
      return;
    }
    section("Death within ten years");
    line(
        "AUC: area under the curve over persons whose state at 10 years is known, with the 95 % interval after DeLong. Gain: that area minus the");
    line(
        "area of age alone in the same persons. C: Harrell's, over the whole follow-up. Observed: one minus Kaplan-Meier at 10 years. Intercept");
    line(
        "and slope: logistic, weighted for censoring (0 and 1 are right). A stratum with fewer than 20 deaths or survivors says nothing (`·`).");
    line("");
    line("In short, over all persons of 30 years and over:");
    line("");
    row("score", "in whom", "AUC", "age alone", "gain", "C", "C of age", "O/P", "slope");
    rule(9);
    report.studies().forEach(this::inShort);
    report.studies().forEach(this::study);
    section("Computed beside packaged");
    row("number", "both", "only ours", "only theirs", "largest difference");
    rule(5);
    for (Agreement agreement : report.agreement()) {
      row(
          agreement.output(),
          count(agreement.both()),
          count(agreement.onlyComputed()),
          count(agreement.onlyPackaged()),
          fixed(agreement.largestDifference(), 4));
    }
  }

  private void inShort(ScoreStudy study) {
    if (study.accuracy().isEmpty()) {
      return;
    }
    Accuracy all = study.accuracy().getFirst();
    Calibration calibration = all.calibration();
    row(
        study.title(),
        study.cohort(),
        interval(all.area()),
        interval(all.ageArea()),
        interval(all.gain()),
        number(all.concordance(), 3),
        number(all.ageConcordance(), 3),
        calibration == null ? NONE : fixed(calibration.ratio(), 2),
        calibration == null ? NONE : fixed(calibration.slope(), 2));
  }

  private void study(ScoreStudy study) {
    line("");
    line("#### " + study.title() + ": " + study.cohort());
    line("");
    boolean calibrated = !study.probability().isEmpty();
    if (calibrated) {
      line("Predicted: " + study.probability() + ".");
      line("");
    }
    row(
        "who",
        "persons",
        "known",
        "deaths",
        "AUC",
        "age alone",
        "gain",
        "C",
        "C of age",
        "predicted %",
        "observed %",
        "O/P",
        "intercept",
        "slope");
    rule(14);
    study.accuracy().stream()
        .filter(accuracy -> accuracy.persons() >= SMALLEST)
        .forEach(this::accuracy);
    Calibration all = study.accuracy().isEmpty() ? null : study.accuracy().getFirst().calibration();
    if (all != null) {
      groups(all.groups());
    }
  }

  private void accuracy(Accuracy accuracy) {
    Calibration calibration = accuracy.calibration();
    row(
        label(accuracy.stratum()),
        count(accuracy.persons()),
        count(accuracy.known()),
        count(accuracy.deaths()),
        interval(accuracy.area()),
        interval(accuracy.ageArea()),
        interval(accuracy.gain()),
        number(accuracy.concordance(), 3),
        number(accuracy.ageConcordance(), 3),
        calibration == null ? NONE : percent(calibration.predicted()),
        calibration == null ? NONE : percent(calibration.observed()),
        calibration == null ? NONE : fixed(calibration.ratio(), 2),
        calibration == null ? NONE : fixed(calibration.intercept(), 2),
        calibration == null ? NONE : fixed(calibration.slope(), 2));
  }

  private void groups(List<CalibrationGroup> groups) {
    line("");
    line(
        "Tenths by predicted risk, predicted → observed %: "
            + groups.stream()
                .filter(group -> group.persons() >= SMALLEST)
                .map(
                    group ->
                        percent(group.predicted())
                            + " → "
                            + (group.observed() == null ? NONE : percent(group.observed())))
                .collect(Collectors.joining("; "))
            + ".");
  }

  private void section(String title) {
    line("");
    line("### " + title);
    line("");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private void row(String... cells) {
    line(tableRow(List.of(cells)));
  }

  private void rule(int columns) {
    line(tableRule(columns));
  }

  /** A row of a table. */
  static String tableRow(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  /** The line under the head of a table. */
  static String tableRule(int columns) {
    return "|" + "---|".repeat(columns);
  }

  /** A stratum in words. */
  static String label(Stratum stratum) {
    AgeBand band = stratum.band();
    String sex = stratum.sex() == null ? "" : stratum.sex().name();
    if (band == null) {
      return sex.isEmpty() ? "all" : sex;
    }
    return sex.isEmpty() ? band.label() : sex + " " + band.label();
  }

  /** A number of persons; a small one is only said to be small. */
  static String count(long persons) {
    return persons > 0 && persons < SMALLEST ? "<" + SMALLEST : Long.toString(persons);
  }

  /** A share in per cent with one decimal; hidden where few persons are behind it. */
  static String share(long part, long whole) {
    if (whole < SMALLEST) {
      return NONE;
    }
    return part > 0 && part < SMALLEST ? "<" + SMALLEST : percent((double) part / whole);
  }

  /** A probability in per cent with one decimal. */
  static String percent(double probability) {
    return fixed(100 * probability, 1);
  }

  private static String interval(@Nullable Area area) {
    return area == null
        ? NONE
        : fixed(area.value(), 3)
            + " ("
            + fixed(area.low(), 3)
            + " to "
            + fixed(area.high(), 3)
            + ")";
  }

  private static String number(@Nullable Double value, int decimals) {
    return value == null ? NONE : fixed(value, decimals);
  }

  private static String fixed(double value, int decimals) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }
}
