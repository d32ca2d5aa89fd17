package health.lifelong.analytics.population.algorithm;

import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.population.domain.AgeBand;
import health.lifelong.analytics.population.domain.ClassCount;
import health.lifelong.analytics.population.domain.PopulationReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a report as tables of shares: a column a class, a line an item, sex and age band.
 */
final class ClassTables {
  private record Line(String item, Sex sex, @Nullable AgeBand band) {}

  private ClassTables() {}

  static String of(PopulationReport report) {
    StringBuilder out = new StringBuilder();
    List<String> rules = report.counts().stream().map(ClassCount::rule).distinct().toList();
    for (String rule : rules) {
      out.append("\n### Classes: ").append(title(rule)).append("\n\n");
      List<ClassCount> counts = new ArrayList<>();
      report.counts().stream().filter(count -> count.rule().equals(rule)).forEach(counts::add);
      report.countsByAge().stream().filter(count -> count.rule().equals(rule)).forEach(counts::add);
      table(counts, out);
    }
    return out.toString();
  }

  private static String title(String rule) {
    return switch (rule) {
      case ScreeningTally.JUDGEMENT -> "national screening judgement, % of persons";
      case ScreeningTally.CRITERIA ->
          "criteria of the metabolic syndrome met by the values alone, % of persons (medicines are not known)";
      case ScreeningTally.FILTRATION ->
          "category of eGFR (CKD-EPI 2021) at the lower age of the group, % of persons";
      default -> rule;
    };
  }

  private static void table(List<ClassCount> counts, StringBuilder out) {
    List<String> categories =
        counts.stream()
            .map(ClassCount::category)
            .distinct()
            .sorted(Comparator.comparing(ScreeningTally::isNoClass).thenComparing(c -> c))
            .toList();
    List<String> head = new ArrayList<>(List.of("item", "sex", "age", "persons"));
    head.addAll(categories);
    out.append(ReportMarkdown.tableRow(head)).append('\n');
    out.append(ReportMarkdown.tableRule(head.size())).append('\n');
    for (Line line :
        counts.stream().map(c -> new Line(c.item(), c.sex(), c.band())).distinct().toList()) {
      Map<String, Long> shares = new TreeMap<>();
      counts.stream()
          .filter(c -> line.equals(new Line(c.item(), c.sex(), c.band())))
          .forEach(c -> shares.put(c.category(), c.count()));
      long persons = shares.values().stream().mapToLong(Long::longValue).sum();
      AgeBand band = line.band();
      List<String> cells =
          new ArrayList<>(
              List.of(
                  line.item(),
                  line.sex().name(),
                  band == null ? "all" : band.label(),
                  ReportMarkdown.count(persons)));
      categories.forEach(
          category -> cells.add(ReportMarkdown.share(shares.getOrDefault(category, 0L), persons)));
      out.append(ReportMarkdown.tableRow(cells)).append('\n');
    }
  }
}
