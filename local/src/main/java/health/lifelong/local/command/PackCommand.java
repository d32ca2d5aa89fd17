package health.lifelong.local.command;

import health.lifelong.analytics.insight.algorithm.InsightEngine;
import health.lifelong.analytics.pack.domain.PackFinding;
import health.lifelong.analytics.pack.store.RegionPackDirectory;
import health.lifelong.local.suite.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Validates a region pack. Runs without a suite. */
public final class PackCommand implements Command {
  private static final int FINDINGS = 3;

  @Override
  public String usage() {
    return "pack check DIR";
  }

  @Override
  public String purpose() {
    return "validate a region pack: every finding, a line each";
  }

  @Override
  public int run(Arguments arguments) throws IOException {
    List<String> words = arguments.words();
    if (words.size() != 2 || !words.getFirst().equals("check")) {
      throw new Failure("use: " + usage());
    }
    Path directory = Path.of(words.getLast());
    if (!Files.isDirectory(directory)) {
      throw new Failure("no such folder: " + directory);
    }
    List<PackFinding> findings =
        RegionPackDirectory.check(directory, InsightEngine.servableModels());
    findings.forEach(System.out::println);
    if (findings.isEmpty()) {
      System.out.println("no findings");
      return 0;
    }
    return FINDINGS;
  }
}
