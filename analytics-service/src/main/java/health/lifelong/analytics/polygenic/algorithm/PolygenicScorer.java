package health.lifelong.analytics.polygenic.algorithm;

import health.lifelong.analytics.polygenic.domain.FrequencyPanel;
import health.lifelong.analytics.polygenic.domain.MatchedRow.Reason;
import health.lifelong.analytics.polygenic.domain.ScoreOutcome;
import health.lifelong.analytics.polygenic.domain.ScoreResult;
import health.lifelong.analytics.polygenic.domain.ScoringFile;
import health.lifelong.vocabulary.genome.Genotypes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sums a score over one genome as {@code plink2 --score} does. A missing genotype adds nothing and
 * takes its two alleles out of the denominator, unless a frequency panel is given, whose
 * expectation it then adds.
 */
public final class PolygenicScorer {
  private static final int WINDOW = 16_384;

  private PolygenicScorer() {}

  /**
   * Scores a genome.
   *
   * @param panel allele frequencies for missing genotypes, or null to leave them out
   */
  public static ScoreOutcome score(
      ScoringFile file, Genotypes genotypes, @Nullable FrequencyPanel panel) {
    String build = genotypes.build();
    if (!build.startsWith("GRCh")) {
      return new ScoreOutcome.Refused(file.id(), ScoreOutcome.Reason.GENOME_BUILD_UNKNOWN);
    }
    if (file.build() == null) {
      return new ScoreOutcome.Refused(file.id(), ScoreOutcome.Reason.SCORE_BUILD_NOT_STATED);
    }
    if (!build.equals(file.build())) {
      return new ScoreOutcome.Refused(file.id(), ScoreOutcome.Reason.BUILDS_DIFFER);
    }
    return sum(file, build, TargetVariants.of(genotypes), panel);
  }

  private static ScoreOutcome sum(
      ScoringFile file, String build, TargetVariants targets, @Nullable FrequencyPanel panel) {
    ScoreMatcher matcher = new ScoreMatcher(file.rows(), targets);
    int windows = (file.rows().size() + WINDOW - 1) / WINDOW;
    // Windows for themselves, so several at once; what they give is put together in order.
    List<PartialScore> parts =
        IntStream.range(0, windows)
            .parallel()
            .mapToObj(
                window -> {
                  int from = window * WINDOW;
                  int to = Math.min(file.rows().size(), from + WINDOW);
                  return PartialScore.of(file.rows().subList(from, to), matcher, panel);
                })
            .toList();
    CompensatedSum sum = new CompensatedSum();
    MessageDigest variants = sha256();
    for (PartialScore part : parts) {
      part.addTo(sum, variants);
    }
    int matched = parts.stream().mapToInt(PartialScore::matched).sum();
    int missing = parts.stream().mapToInt(PartialScore::missing).sum();
    int imputed = parts.stream().mapToInt(PartialScore::imputed).sum();
    int counted = matched - missing + imputed;
    if (counted == 0) {
      return new ScoreOutcome.Refused(file.id(), ScoreOutcome.Reason.NOTHING_MATCHED);
    }
    return new ScoreOutcome.Scored(
        new ScoreResult(
            file.id(),
            build,
            sum.value(),
            2 * counted,
            matched,
            file.rows().size(),
            missing,
            imputed,
            notCounted(parts),
            panel == null ? null : panel.name(),
            HexFormat.of().formatHex(variants.digest())));
  }

  private static Map<Reason, Integer> notCounted(List<PartialScore> parts) {
    Map<Reason, Integer> counted = new EnumMap<>(Reason.class);
    for (Reason reason : Reason.values()) {
      int rows = parts.stream().mapToInt(part -> part.notCounted(reason)).sum();
      if (rows > 0) {
        counted.put(reason, rows);
      }
    }
    return counted;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
