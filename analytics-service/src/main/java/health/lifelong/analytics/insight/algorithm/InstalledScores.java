package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.polygenic.algorithm.ScoringFileReader;
import health.lifelong.analytics.polygenic.domain.ScoringFile;
import health.lifelong.analytics.polygenic.domain.ScoringFileOutcome;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The polygenic scores that a pack installs, each on the builds it comes in. */
final class InstalledScores {
  private final List<ScoringFile> files;

  private InstalledScores(List<ScoringFile> files) {
    this.files = List.copyOf(files);
  }

  /** Reads the pack's scoring files, by name; one that is not usable stops the start. */
  static InstalledScores of(Map<String, String> texts) {
    List<ScoringFile> read = new ArrayList<>();
    new TreeMap<>(texts)
        .forEach(
            (name, text) -> {
              byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
              switch (ScoringFileReader.read(new ByteArrayInputStream(bytes), name)) {
                case ScoringFileOutcome.Accepted(List<ScoringFile> accepted) ->
                    read.addAll(accepted);
                case ScoringFileOutcome.Refused refused ->
                    throw new IllegalStateException(
                        "the pack's score " + name + " is not usable: " + refused.reason());
              }
            });
    return new InstalledScores(read);
  }

  /** One file a score, in the order of the pack: that of the build, else the first it has. */
  List<ScoringFile> on(String build) {
    return files.stream()
        .map(ScoringFile::id)
        .distinct()
        .map(
            id ->
                files.stream()
                    .filter(file -> file.id().equals(id) && build.equals(file.build()))
                    .findFirst()
                    .orElseGet(() -> first(id)))
        .toList();
  }

  private ScoringFile first(String id) {
    return files.stream().filter(file -> file.id().equals(id)).findFirst().orElseThrow();
  }
}
