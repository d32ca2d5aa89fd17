package health.lifelong.analytics.polygenic.algorithm;

import health.lifelong.analytics.polygenic.domain.FrequencyPanel;
import health.lifelong.analytics.polygenic.domain.MatchedRow;
import health.lifelong.analytics.polygenic.domain.MatchedRow.MatchType;
import health.lifelong.analytics.polygenic.domain.MatchedRow.Reason;
import health.lifelong.analytics.polygenic.domain.MatchedRow.Status;
import health.lifelong.analytics.polygenic.domain.ScoreRow;
import health.lifelong.analytics.polygenic.domain.TargetVariant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What some consecutive rows of a score come to. Only the terms and the names of the counted rows
 * are kept: a score has millions of rows.
 */
final class PartialScore {
  private final int[] reasons = new int[Reason.values().length];
  private final StringBuilder names = new StringBuilder();
  private double[] terms;
  private int counted;
  private int matched;
  private int missing;
  private int imputed;

  private PartialScore(int rows) {
    terms = new double[rows];
  }

  static PartialScore of(
      List<ScoreRow> rows, ScoreMatcher matcher, @Nullable FrequencyPanel panel) {
    PartialScore part = new PartialScore(rows.size());
    for (ScoreRow row : rows) {
      part.add(matcher.match(row), panel);
    }
    part.terms = Arrays.copyOf(part.terms, part.counted);
    return part;
  }

  int matched() {
    return matched;
  }

  /** Matched rows without a genotype. */
  int missing() {
    return missing;
  }

  /** Those of the missing that the panel filled in. */
  int imputed() {
    return imputed;
  }

  int notCounted(Reason reason) {
    return reasons[reason.ordinal()];
  }

  /** Adds the terms in the order of the rows, and the names of the rows to their digest. */
  void addTo(CompensatedSum sum, MessageDigest variants) {
    for (double term : terms) {
      sum.add(term);
    }
    variants.update(names.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void add(MatchedRow row, @Nullable FrequencyPanel panel) {
    Reason reason = row.reason();
    if (reason != null) {
      reasons[reason.ordinal()]++;
    }
    TargetVariant target = row.target();
    if (row.status() != Status.MATCHED || target == null) {
      return;
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
      terms[counted++] = term.getAsDouble();
      name(row.row());
    }
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

  private void name(ScoreRow row) {
    names.append(row.chromosome()).append(':').append(row.position()).append(':');
    names.append(row.effectAllele()).append(':').append(row.otherAllele()).append(':');
    names.append(row.weightText()).append('\n');
  }

  /** The effect allele on the genome's strand. */
  private static String effectAllele(MatchedRow row) {
    MatchType type = row.type();
    String allele = row.row().effectAllele();
    return type != null && type.flipped() ? ScoreMatcher.complement(allele) : allele;
  }
}
