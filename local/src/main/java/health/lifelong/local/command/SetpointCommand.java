package health.lifelong.local.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import health.lifelong.analytics.model.domain.ModelResult;
import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.setpoint.algorithm.SetPoints;
import health.lifelong.analytics.setpoint.domain.Interval;
import health.lifelong.analytics.setpoint.domain.SetPoint;
import health.lifelong.analytics.setpoint.domain.SetPointOutcome;
import health.lifelong.analytics.setpoint.domain.SetPointParameters;
import health.lifelong.analytics.setpoint.domain.SetPointReport;
import health.lifelong.analytics.setpoint.domain.Visit;
import health.lifelong.analytics.setpoint.domain.VisitVerdict;
import health.lifelong.local.http.Http;
import health.lifelong.local.suite.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One series against the person's own level. Runs without a suite. */
public final class SetpointCommand implements Command {
  @Override
  public String usage() {
    return "setpoint --item CODE --sex F|M --age A < series.csv";
  }

  @Override
  public String purpose() {
    return "a series (date,value a row) against the person's own level";
  }

  /** What is printed; a part that cannot be said is a refusal with its reason. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Line(
      String item,
      @Nullable Double setpoint,
      @Nullable Double sd,
      double @Nullable [] interval,
      @Nullable Double level,
      double @Nullable [] prediction,
      List<Verdict> verdicts,
      @Nullable Refusal refusal) {}

  /** One visit's verdict. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Verdict(
      String date,
      double value,
      @Nullable @JsonProperty("change_pct") Double changePct,
      @JsonProperty("rcv_up_pct") double rcvUpPct,
      @JsonProperty("rcv_down_pct") double rcvDownPct,
      String verdict) {}

  /** Why something cannot be said. */
  public record Refusal(
      String reason, String detail, @JsonProperty("would_help") String wouldHelp) {}

  @Override
  public int run(Arguments arguments) throws IOException {
    String item = arguments.require("item");
    Sex sex =
        Sex.of(arguments.require("sex").toUpperCase(Locale.ROOT))
            .orElseThrow(() -> new Failure("--sex is F or M"));
    SetPointOutcome outcome =
        new SetPoints(SetPointParameters.standard())
            .report(item, sex, number(arguments.require("age"), "--age"), series());
    Line line =
        switch (outcome) {
          case SetPointReport report -> line(report);
          case SetPointOutcome.NoReport(ModelResult.Refused refused) ->
              new Line(item, null, null, null, null, null, List.of(), refusal(refused));
        };
    System.out.println(Http.JSON.writeValueAsString(line));
    return 0;
  }

  private static Line line(SetPointReport report) {
    List<Verdict> verdicts = report.verdicts().stream().map(SetpointCommand::verdict).toList();
    SetPoint own = report.setPoint();
    if (own == null) {
      ModelResult.Refused why = report.noSetPoint();
      return new Line(
          report.item(), null, null, null, null, null, verdicts, why == null ? null : refusal(why));
    }
    return new Line(
        report.item(),
        own.setpoint(),
        own.sd(),
        pair(own.interval()),
        own.level(),
        pair(own.prediction()),
        verdicts,
        null);
  }

  private static Refusal refusal(ModelResult.Refused refused) {
    return new Refusal(refused.reason().name(), refused.detail(), refused.wouldHelp());
  }

  private static double[] pair(Interval interval) {
    return new double[] {interval.low(), interval.high()};
  }

  private static Verdict verdict(VisitVerdict visit) {
    return new Verdict(
        visit.date().toString(),
        visit.value(),
        visit.changePct(),
        visit.rcvUpPct(),
        visit.rcvDownPct(),
        visit.verdict().name().toLowerCase(Locale.ROOT));
  }

  private static List<Visit> series() throws IOException {
    List<Visit> visits = new ArrayList<>();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    int row = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      row++;
      if (line.isBlank() || (row == 1 && line.toLowerCase(Locale.ROOT).startsWith("date"))) {
        continue;
      }
      String[] cells = line.split(",", -1);
      if (cells.length != 2) {
        throw new Failure("row " + row + ": date,value is expected");
      }
      try {
        visits.add(
            new Visit(LocalDate.parse(cells[0].strip()), number(cells[1].strip(), "row " + row)));
      } catch (DateTimeParseException e) {
        throw new Failure("row " + row + ": the date is YYYY-MM-DD");
      }
    }
    return visits;
  }

  private static double number(String text, String where) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new Failure(where + ": not a number: " + text);
    }
  }
}
