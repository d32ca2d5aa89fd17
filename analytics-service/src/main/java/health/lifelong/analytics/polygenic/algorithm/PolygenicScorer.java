package health.lifelong.analytics.polygenic.algorithm;

import health.lifelong.analytics.polygenic.domain.FrequencyPanel;
import health.lifelong.analytics.polygenic.domain.MatchedRow;
import health.lifelong.analytics.polygenic.domain.MatchedRow.MatchType;
import health.lifelong.analytics.polygenic.domain.MatchedRow.Reason;
import health.lifelong.analytics.polygenic.domain.MatchedRow.Status;
import health.lifelong.analytics.polygenic.domain.ScoreOutcome;
import health.lifelong.analytics.polygenic.domain.ScoreResult;
import health.lifelong.analytics.polygenic.domain.ScoreRow;
import health.lifelong.analytics.polygenic.domain.ScoringFile;
import health.lifelong.analytics.polygenic.domain.TargetVariant;
import health.lifelong.vocabulary.genome.Genotypes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Sums a score over one genome as {@code plink2 --score} does. A missing genotype adds nothing and
 * takes its two alleles out of the denominator, unless a frequency panel is given, whose
 * expectation it then adds.
 */
public final class PolygenicScorer {
  private static final int NAMES_AT_ONCE = 8_192;

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
    return sum(file, build, ScoreMatcher.match(file.rows(), TargetVariants.of(genotypes)), panel);
  }

  private static ScoreOutcome sum(
      ScoringFile file, String build, List<MatchedRow> rows, @Nullable FrequencyPanel panel) {
    CompensatedSum sum = new CompensatedSum();
    MessageDigest variants = sha256();
    StringBuilder names = new StringBuilder(NAMES_AT_ONCE + 256);
    Map<Reason, Integer> notCounted = new EnumMap<>(Reason.class);
    int matched = 0;
    int missing = 0;
    int imputed = 0;
    for (MatchedRow row : rows) {
      Reason reason = row.reason();
      if (reason != null) {
        notCounted.merge(reason, 1, Integer::sum);
      }
      TargetVariant target = row.target();
      if (row.status() != Status.MATCHED || target == null) {
        continue;
      }
      matched++;
      String allele = effectAllele(row);
      OptionalInt copies = target.copies(allele);
      OptionalDouble term =
          copies.isPresent()
              ? OptionalDouble.of(row.row().effect().of(copies.getAsInt()))
              : expected(row, target, allele, panel);
      missing += copies.isPresent() ? 0 : 1;
      imputed += copies.isEmpty() && term.isPresent() ? 1 : 0;
      if (term.isPresent()) {
        sum.add(term.getAsDouble());
        name(row.row(), names);
        if (names.length() >= NAMES_AT_ONCE) {
          digest(names, variants);
        }
      }
    }
    digest(names, variants);
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
            rows.size(),
            missing,
            imputed,
            notCounted,
            panel == null ? null : panel.name(),
            HexFormat.of().formatHex(variants.digest())));
  }

  private static OptionalDouble expected(
      MatchedRow row, TargetVariant target, String allele, @Nullable FrequencyPanel panel) {
    if (panel == null) {
      return OptionalDouble.empty();
    }
    OptionalDouble frequency = panel.frequency(target.chromosome(), target.position(), allele);
    return frequency.isPresent()
        ? OptionalDouble.of(row.row().effect().expected(frequency.getAsDouble()))
        : OptionalDouble.empty();
  }

  private static void name(ScoreRow row, StringBuilder to) {
    to.append(row.chromosome()).append(':').append(row.position()).append(':');
    to.append(row.effectAllele()).append(':').append(row.otherAllele()).append(':');
    to.append(row.weightText()).append('\n');
  }

  private static void digest(StringBuilder names, MessageDigest variants) {
    variants.update(names.toString().getBytes(StandardCharsets.UTF_8));
    names.setLength(0);
  }

  /** The effect allele on the genome's strand. */
  private static String effectAllele(MatchedRow row) {
    MatchType type = row.type();
    String allele = row.row().effectAllele();
    return type != null && type.flipped() ? ScoreMatcher.complement(allele) : allele;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
