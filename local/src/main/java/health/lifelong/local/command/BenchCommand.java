package health.lifelong.local.command;

import health.lifelong.local.bench.ConsentBench;
import health.lifelong.local.bench.ForeignBench;
import health.lifelong.local.bench.IngestBench;
import health.lifelong.local.bench.InsightBench;
import health.lifelong.local.bench.InsightReadBench;
import health.lifelong.local.bench.RecordBench;
import health.lifelong.local.http.Http;
import health.lifelong.local.suite.Failure;
import health.lifelong.local.suite.Layout;
import health.lifelong.local.suite.LocalKeys;
import health.lifelong.local.suite.LocalTokens;
import health.lifelong.local.suite.Running;
import health.lifelong.local.suite.Service;
import health.lifelong.local.suite.SignInPage;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;

/** A benchmark against the running suite. */
public final class BenchCommand implements Command {
  private static final int CHECKUPS = 1_600;

  private final Layout layout;

  public BenchCommand(Layout layout) {
    this.layout = layout;
  }

  @Override
  public String usage() {
    return "bench ingest | bench record | bench insight | bench consent";
  }

  @Override
  public String purpose() {
    return "measure the running suite: one JSON object a line, with the machine and configuration";
  }

  @Override
  public int run(Arguments arguments) throws IOException, InterruptedException {
    String name = arguments.word("benchmark");
    if (name.equals("insight")) {
      new InsightBench(layout.pack()).run();
    }
    Running running = Running.require(layout);
    LocalKeys keys = LocalKeys.of(layout);
    LocalTokens tokens = new LocalTokens(keys);
    try (Http http = new Http(keys)) {
      switch (name) {
        case "ingest" -> new IngestBench(running.ports(), http, tokens).run(CHECKUPS);
        case "record" -> {
          List<String> persons = demonstrated();
          new RecordBench(running.ports(), http, tokens).run(persons.getFirst());
          new ForeignBench(running.ports(), http, tokens)
              .run(persons.getLast(), persons.getFirst());
        }
        case "consent" -> {
          String person = demonstrated().getFirst();
          DemoCommand.consent(
              http, tokens, "http://localhost:" + running.ports().http(Service.GATEWAY), person);
          new ConsentBench(running.ports(), http, tokens).run(person);
        }
        case "insight" -> {
          String base = "http://localhost:" + running.ports().http(Service.GATEWAY);
          new InsightReadBench(layout, running.ports(), http, tokens)
              .run(person -> DemoCommand.consent(http, tokens, base, person));
        }
        default -> throw new Failure("a benchmark is ingest, record, insight or consent");
      }
    } catch (SQLException e) {
      throw new Failure("the database could not be asked for the floor: " + e.getMessage(), e);
    }
    return 0;
  }

  private List<String> demonstrated() throws IOException {
    if (!Files.isRegularFile(SignInPage.persons(layout))) {
      throw new Failure(
          "this benchmark reads the person of the demonstration: run ./lifelong demo first");
    }
    return Files.readAllLines(SignInPage.persons(layout)).stream()
        .map(line -> line.split("\t")[0])
        .toList();
  }
}
