package health.lifelong.analytics.polygenic;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.polygenic.algorithm.ScoreMatcher;
import health.lifelong.analytics.polygenic.algorithm.ScoringFileReader;
import health.lifelong.analytics.polygenic.algorithm.TargetVariants;
import health.lifelong.analytics.polygenic.domain.MatchedRow;
import health.lifelong.analytics.polygenic.domain.ScoreRow;
import health.lifelong.analytics.polygenic.domain.ScoringFile;
import health.lifelong.analytics.polygenic.domain.ScoringFileOutcome;
import health.lifelong.testing.SharedData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** Scoring files for tests. */
final class ScoringFiles {
  private ScoringFiles() {}

  static ScoringFileOutcome shared(String name) throws IOException {
    try (InputStream in =
        Files.newInputStream(SharedData.path("data/genomics/pgs/scoring/" + name))) {
      return ScoringFileReader.read(in, name);
    }
  }

  static ScoringFile sharedScore(String name) throws IOException {
    return accepted(shared(name));
  }

  static ScoringFileOutcome text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  static ScoringFileOutcome bytes(byte[] bytes) {
    return ScoringFileReader.read(new ByteArrayInputStream(bytes), "test");
  }

  static ScoringFile score(String text) {
    return accepted(text(text));
  }

  private static ScoringFile accepted(ScoringFileOutcome outcome) {
    assertThat(outcome).isInstanceOf(ScoringFileOutcome.Accepted.class);
    return ((ScoringFileOutcome.Accepted) outcome).scores().getFirst();
  }

  /** What became of each row of a score. */
  static List<MatchedRow> match(List<ScoreRow> rows, TargetVariants targets) {
    return rows.stream().map(new ScoreMatcher(rows, targets)::match).toList();
  }
}
