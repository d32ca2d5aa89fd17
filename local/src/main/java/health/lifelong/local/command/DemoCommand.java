package health.lifelong.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import health.lifelong.local.http.Http;
import health.lifelong.local.push.FileKind;
import health.lifelong.local.push.PushResult;
import health.lifelong.local.push.Pusher;
import health.lifelong.local.sample.SampleFiles;
import health.lifelong.local.suite.Failure;
import health.lifelong.local.suite.Layout;
import health.lifelong.local.suite.LocalKeys;
import health.lifelong.local.suite.LocalTokens;
import health.lifelong.local.suite.Ports;
import health.lifelong.local.suite.Running;
import health.lifelong.local.suite.Service;
import health.lifelong.local.suite.SignInPage;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From seven centres' files to one person's fused report, step by visible step. */
public final class DemoCommand implements Command {
  /** Each cell is a decision of its own; nothing is granted in a bundle. */
  private static final List<Map.Entry<String, String>> CONSENTS =
      List.of(
          Map.entry("identity", "health_management"),
          Map.entry("checkup", "health_management"),
          Map.entry("special", "health_management"),
          Map.entry("lifestyle", "health_management"),
          Map.entry("genetic_report", "own_access"),
          Map.entry("genetic_report", "health_management"),
          Map.entry("genetic_raw", "health_management"));

  private final Layout layout;

  public DemoCommand(Layout layout) {
    this.layout = layout;
  }

  @Override
  public String usage() {
    return "demo [--language ko|en|vi]";
  }

  @Override
  public String purpose() {
    return "up, then sample files of seven centres, consents, and one person's fused report";
  }

  @Override
  public int run(Arguments arguments) throws IOException, InterruptedException {
    if (Running.find(layout).isEmpty()) {
      new UpCommand(layout).run(Arguments.parse(List.of("--detach"), Set.of(), Set.of("detach")));
    }
    Ports ports = Running.require(layout).ports();
    LocalKeys keys = LocalKeys.of(layout);
    LocalTokens tokens = new LocalTokens(keys);
    String base = "http://localhost:" + ports.http(Service.GATEWAY);
    try (Http http = new Http(keys)) {
      Pusher pusher = new Pusher(ports, http, tokens);
      step("seven centres send their checkups");
      Path folder = layout.state().resolve("samples");
      for (SampleFiles.SampleFile file : SampleFiles.checkups(folder)) {
        push(pusher, file.path(), file.kind(), new Pusher.Options(file.centre(), "", "", ""));
      }
      List<String> persons = persons(http, tokens, base);
      String person = persons.getFirst();
      step("the genetics laboratory sends a genotype file, the phone its export");
      push(
          pusher,
          SampleFiles.genome(folder, layout.pack()),
          FileKind.GENOTYPES,
          new Pusher.Options("seoul", person, "", ""));
      push(
          pusher,
          SampleFiles.phone(folder),
          FileKind.APPLE_HEALTH,
          new Pusher.Options("seoul", person, "", ""));
      step("without consent nothing is computed");
      Http.Answer refused = http.get(base + "/v1/me/insights", tokens.person(person));
      System.out.println(
          "  "
              + refused.status()
              + " "
              + refused.body().path("code").asText()
              + ": "
              + refused.body().path("detail").asText());
      step("the family decides, a cell at a time");
      for (String member : persons) {
        consent(http, tokens, base, member);
      }
      for (Map.Entry<String, String> cell : CONSENTS) {
        System.out.println("  granted: " + cell.getKey() + " for " + cell.getValue());
      }
      String language = arguments.option("language").orElse("ko");
      JsonNode report =
          http.get(base + "/v1/me/report?language=" + language, tokens.person(person))
              .require("report");
      step("the fused report");
      new ReportText(language).print(report, System.out);
      System.out.println();
      System.out.println("look at it: " + SignInPage.address(ports, person));
    }
    return 0;
  }

  private static void step(String what) {
    System.out.println();
    System.out.println(UpCommand.PROGRESS + what);
  }

  private static void push(Pusher pusher, Path file, FileKind kind, Pusher.Options options)
      throws IOException, InterruptedException {
    PushResult result = pusher.push(file, kind, options, records -> {});
    PushResult.Line line = result.line();
    System.out.printf(
        "  %-8s %-12s %-44s %,6d records  %,6d values  %,6d variants  %,5d days  %d refused%n",
        options.centre(),
        line.format(),
        file.getFileName(),
        line.records(),
        line.observations(),
        line.variants(),
        line.lifestyleDays(),
        line.rejected().size());
    if (result.someRejected()) {
      throw new Failure(
          "the sample file "
              + file.getFileName()
              + " was not taken whole: "
              + line.rejected().getFirst());
    }
  }

  /** The family's ids, the person who is shown first; the local sign-in page lists them. */
  private List<String> persons(Http http, LocalTokens tokens, String base)
      throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (SampleFiles.Member member : SampleFiles.members()) {
      String id =
          PersonCommand.resolve(http, tokens, base, member.centre() + "/" + member.chartNumber());
      ids.add(id);
      lines.add(id + "\t" + member.label());
    }
    Files.write(SignInPage.persons(layout), lines);
    return ids;
  }

  /** Grants what insights need, as a person would, a cell at a time. */
  static void consent(Http http, LocalTokens tokens, String base, String person)
      throws IOException, InterruptedException {
    for (Map.Entry<String, String> cell : CONSENTS) {
      String body =
          Http.JSON.writeValueAsString(
              Map.of(
                  "category", cell.getKey(),
                  "purpose", cell.getValue(),
                  "decision", "grant",
                  "language", "ko",
                  "evidence", "demonstration"));
      // The same decision told twice is still that decision.
      http.patiently(
              () ->
                  http.post(
                      base + "/v1/me/consents",
                      tokens.person(person),
                      "application/json",
                      HttpRequest.BodyPublishers.ofString(body)))
          .require("consent");
    }
  }
}
