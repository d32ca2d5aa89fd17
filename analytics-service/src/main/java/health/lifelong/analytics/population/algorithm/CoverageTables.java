package health.lifelong.analytics.population.algorithm;

import health.lifelong.analytics.population.domain.Coverage;
import health.lifelong.analytics.population.domain.PopulationReport;
import health.lifelong.analytics.population.domain.Stratum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The coverage of a report: whom a model gives a number, and why not the others. */
final class CoverageTables {
  /** Everything of a line but the choice: choices for which all is the same share a line. */
  private record Line(String model, List<String> outputs, Map<Stratum, Coverage> cells) {}

  private CoverageTables() {}

  static String of(PopulationReport report) {
    Map<Line, List<String>> lines = lines(report.coverage());
    StringBuilder out = new StringBuilder("\n### Coverage\n\n");
    out.append(
        "Share of persons to whom a number may be shown, by the policy that serves a person. Conditional: it holds only if something unknown is so.\n\n");
    row(
        out,
        List.of("model", "outputs", "given %", "conditional %", "refused %", "most often for"));
    out.append(ReportMarkdown.tableRule(6)).append('\n');
    lines.forEach((line, choices) -> reasons(out, line, choices));
    out.append("\nGiven %, by sex and age band, where anyone is given a number:\n\n");
    List<Stratum> strata =
        report.persons().stream().map(PopulationReport.Persons::stratum).toList();
    List<String> head = new ArrayList<>(List.of("model", "outputs"));
    strata.forEach(stratum -> head.add(ReportMarkdown.label(stratum)));
    row(out, head);
    out.append(ReportMarkdown.tableRule(head.size())).append('\n');
    lines.forEach((line, choices) -> strata(out, line, choices, strata));
    return out.toString();
  }

  private static Map<Line, List<String>> lines(List<Coverage> coverage) {
    Map<List<Object>, Map<Stratum, Coverage>> cells = new LinkedHashMap<>();
    for (Coverage cell : coverage) {
      cells
          .computeIfAbsent(
              List.of(cell.model(), cell.choice(), cell.outputs()), key -> new TreeMap<>())
          .put(cell.stratum(), cell);
    }
    Map<Line, List<String>> lines = new LinkedHashMap<>();
    for (Map<Stratum, Coverage> byStratum : cells.values()) {
      Coverage all = byStratum.get(Stratum.ALL);
      if (all != null) {
        Map<Stratum, Coverage> same = new TreeMap<>();
        byStratum.forEach((stratum, cell) -> same.put(stratum, withoutChoice(cell)));
        lines
            .computeIfAbsent(new Line(all.model(), all.outputs(), same), line -> new ArrayList<>())
            .add(all.choice());
      }
    }
    return lines;
  }

  private static Coverage withoutChoice(Coverage cell) {
    return new Coverage(
        cell.model(),
        "",
        cell.outputs(),
        cell.stratum(),
        cell.persons(),
        cell.given(),
        cell.conditional(),
        cell.refused(),
        cell.blamed());
  }

  private static void reasons(StringBuilder out, Line line, List<String> choices) {
    Coverage all = line.cells().get(Stratum.ALL);
    if (all == null) {
      return;
    }
    String refused =
        all.refused().entrySet().stream()
            .map(
                reason ->
                    reason.getKey() + " " + ReportMarkdown.share(reason.getValue(), all.persons()))
            .collect(Collectors.joining(", "));
    row(
        out,
        List.of(
            name(line, choices),
            String.join(", ", line.outputs()),
            ReportMarkdown.share(all.given(), all.persons()),
            ReportMarkdown.share(all.conditional(), all.persons()),
            refused,
            String.join(", ", all.blamed())));
  }

  private static void strata(
      StringBuilder out, Line line, List<String> choices, List<Stratum> strata) {
    Coverage all = line.cells().get(Stratum.ALL);
    if (all == null || all.given() == 0) {
      return;
    }
    List<String> cells = new ArrayList<>();
    cells.add(name(line, choices));
    cells.add(String.join(", ", line.outputs()));
    for (Stratum stratum : strata) {
      Coverage cell = line.cells().get(stratum);
      cells.add(cell == null ? "" : ReportMarkdown.share(cell.given(), cell.persons()));
    }
    row(out, cells);
  }

  private static String name(Line line, List<String> choices) {
    String words = String.join(", ", choices);
    return words.isBlank() ? line.model() : line.model() + " (" + words + ")";
  }

  private static void row(StringBuilder out, List<String> cells) {
    out.append(ReportMarkdown.tableRow(cells)).append('\n');
  }
}
