package health.lifelong.analytics.polygenic.domain;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sum of one score over one genome, as {@code plink2 --score} would print it.
 *
 * @param denominator two for every matched variant that counts
 * @param matched rows matched to a variant, with or without a genotype
 * @param missing matched rows without a usable genotype
 * @param imputed those of them that a panel's frequency stands for
 * @param notCounted rows that do not count, by reason
 * @param panel name of the frequency panel, or null where nothing was imputed
 * @param variants SHA-256 over the variants and effect alleles that count; a reference distribution
 *     must be made of the very same
 */
public record ScoreResult(
    String id,
    String build,
    double sum,
    int denominator,
    int matched,
    int total,
    int missing,
    int imputed,
    Map<MatchedRow.Reason, Integer> notCounted,
    @Nullable String panel,
    String variants) {

  /**
   * Below this share of matched rows a score is not compared with anybody (PGS Catalog calculator).
   */
  public static final double LEAST_COVERAGE = 0.75;

  public ScoreResult {
    EnumMap<MatchedRow.Reason, Integer> sorted = new EnumMap<>(MatchedRow.Reason.class);
    sorted.putAll(notCounted);
    notCounted = Collections.unmodifiableMap(sorted);
  }

  /** SUM / DENOM. */
  public double average() {
    return sum / denominator;
  }

  /** Matched rows / rows. */
  public double coverage() {
    return (double) matched / total;
  }
}
