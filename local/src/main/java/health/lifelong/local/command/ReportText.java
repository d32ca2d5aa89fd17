package health.lifelong.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A report as text for a terminal: what changed, what matters, what is next, and what cannot be
 * said.
 */
final class ReportText {
  private static final List<String> PLACES =
      List.of("changed", "matters", "next", "stable", "context");
  private static final int STABLE_SHOWN = 3;
  private static final int NAMES_SHOWN = 8;

  private final boolean korean;

  ReportText(String language) {
    this.korean = language.equals("ko");
  }

  private String word(String place) {
    return switch (place) {
      case "changed" -> korean ? "달라진 것" : "What changed";
      case "matters" -> korean ? "중요한 것" : "What matters";
      case "next" -> korean ? "다음에 할 일" : "What is next";
      case "stable" -> korean ? "평소와 비슷한 것" : "Much like always";
      case "context" -> korean ? "함께 볼 것" : "Beside it";
      default -> place;
    };
  }

  void print(JsonNode report, PrintStream out) {
    JsonNode person = report.path("record").path("person");
    out.printf(
        "%n%s, %s, %s%n",
        person.path("name").asText(),
        person.path("sexAtBirth").asText(),
        person.path("birthDate").asText());
    out.printf(
        korean ? "검진 %d번, 유전자 파일 %d개, 생활 기록 %d건%n" : "%d checkups, %d genomes, %d daily values%n",
        report.path("record").path("checkups").size(),
        report.path("record").path("genomes").size(),
        report.path("record").path("lifestyleDays").size());
    report
        .path("unavailable")
        .forEach(
            part ->
                out.println(
                    "! " + part.path("part").asText() + ": " + part.path("title").asText()));
    report
        .path("insights")
        .path("notices")
        .forEach(notice -> out.println("! " + notice.path("text").asText()));
    JsonNode insights = report.path("insights").path("insights");
    for (String place : PLACES) {
      place(insights, place, out);
    }
    refusals(insights, out);
  }

  private void place(JsonNode insights, String place, PrintStream out) {
    List<JsonNode> here = new ArrayList<>();
    for (JsonNode insight : insights) {
      if (insight.path("place").asText().equals(place) && insight.has("result")) {
        here.add(insight);
      }
    }
    if (here.isEmpty()) {
      return;
    }
    out.printf("%n## %s (%d)%n", word(place), here.size());
    int shown = place.equals("stable") ? Math.min(STABLE_SHOWN, here.size()) : here.size();
    here.subList(0, shown).forEach(insight -> insight(insight, out));
    if (shown < here.size()) {
      out.println("  ... +" + (here.size() - shown));
    }
  }

  private static void insight(JsonNode insight, PrintStream out) {
    out.println("- " + insight.path("summary").asText());
    List<String> kinds = new ArrayList<>();
    insight.path("kinds").forEach(kind -> kinds.add(kind.asText()));
    out.printf(
        "    [%s %s] %s%n",
        insight.path("model").asText(),
        insight.path("modelVersion").asText(),
        String.join(" + ", kinds));
    if (kinds.size() > 1) {
      insight.path("inputsUsed").forEach(input -> out.println("      " + input(input)));
    }
  }

  private static String input(JsonNode input) {
    StringBuilder text =
        new StringBuilder(input.path("name").asText())
            .append(": ")
            .append(input.path("value").asText());
    for (Map.Entry<String, String> part :
        List.of(Map.entry("unit", " "), Map.entry("date", ", "), Map.entry("note", ", "))) {
      String value = input.path(part.getKey()).asText("");
      if (!value.isEmpty()) {
        text.append(part.getValue()).append(value);
      }
    }
    return text.toString();
  }

  private void refusals(JsonNode insights, PrintStream out) {
    List<JsonNode> refused = new ArrayList<>();
    insights.forEach(
        insight -> {
          if (insight.has("refusal")) {
            refused.add(insight);
          }
        });
    if (refused.isEmpty()) {
      return;
    }
    out.printf(
        "%n## %s (%d)%n",
        korean ? "말씀드릴 수 없는 것과 그 이유" : "What cannot be said, and why", refused.size());
    Map<List<String>, List<JsonNode>> alike = new LinkedHashMap<>();
    for (JsonNode insight : refused) {
      alike.computeIfAbsent(saying(insight), key -> new ArrayList<>()).add(insight);
    }
    alike.values().forEach(group -> refusal(group, out));
  }

  /** What a refusal says apart from the thing it says it of. */
  private static List<String> saying(JsonNode insight) {
    String summary = insight.path("summary").asText();
    return List.of(
        insight.path("model").asText(),
        summary.substring(summary.indexOf(": ") + 1),
        insight.path("refusal").path("reason").asText(),
        insight.path("refusal").path("wouldHelp").asText(""));
  }

  /** What is said of several things in the same words is said once, with their names. */
  private static void refusal(List<JsonNode> group, PrintStream out) {
    JsonNode first = group.getFirst();
    String summary = first.path("summary").asText();
    List<String> saying = saying(first);
    String names =
        group.stream()
            .limit(NAMES_SHOWN)
            .map(insight -> insight.path("summary").asText().split(": ", 2)[0])
            .collect(Collectors.joining(", "));
    String more = group.size() > NAMES_SHOWN ? " ... +" + (group.size() - NAMES_SHOWN) : "";
    out.println("- " + (group.size() == 1 ? summary : names + more + ":" + saying.get(1)));
    String help = saying.getLast();
    out.printf(
        "    [%s%s] %s%s%n",
        saying.getFirst(),
        group.size() == 1 ? " " + first.path("subject").asText() : "",
        saying.get(2),
        help.isEmpty() ? "" : ": " + help);
  }
}
