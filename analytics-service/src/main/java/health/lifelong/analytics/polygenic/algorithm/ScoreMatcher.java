package health.lifelong.analytics.polygenic.algorithm;

import health.lifelong.analytics.genotype.domain.SiteRecord;
import health.lifelong.analytics.polygenic.domain.Effect;
import health.lifelong.analytics.polygenic.domain.MatchedRow;
import health.lifelong.analytics.polygenic.domain.MatchedRow.MatchType;
import health.lifelong.analytics.polygenic.domain.MatchedRow.Reason;
import health.lifelong.analytics.polygenic.domain.MatchedRow.Status;
import health.lifelong.analytics.polygenic.domain.ScoreRow;
import health.lifelong.analytics.polygenic.domain.TargetVariant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the variant of each row of a score (pgscatalog-match rules, genomics.md 5.2). The genome is
 * never altered: a row on the other strand is turned, not the person. Every row ends as matched,
 * excluded or unmatched, with its reason.
 */
public final class ScoreMatcher {
  private final TargetVariants targets;

  /** Places that more than one row names: the few on which two rows can mean one variant. */
  private final Set<Long> crowded;

  /** How many rows were matched to each variant of the crowded places. */
  private final Map<String, Integer> uses = new HashMap<>();

  /**
   * A score on one genome.
   *
   * @param rows all of the score: whether a row counts depends on those beside it
   */
  public ScoreMatcher(List<ScoreRow> rows, TargetVariants targets) {
    this.targets = targets;
    this.crowded = crowded(rows);
    if (crowded.isEmpty()) {
      return;
    }
    for (ScoreRow row : rows) {
      if (crowded.contains(place(row))) {
        MatchedRow match = match(row, targets);
        TargetVariant target = match.target();
        if (match.status() == Status.MATCHED && target != null) {
          uses.merge(target.id(), 1, Integer::sum);
        }
      }
    }
  }

  private record Best(TargetVariant target, MatchType type, boolean ambiguous) {}

  /** What becomes of one row of the score. */
  public MatchedRow match(ScoreRow row) {
    MatchedRow match = match(row, targets);
    TargetVariant target = match.target();
    boolean shared =
        match.status() == Status.MATCHED
            && target != null
            && !crowded.isEmpty()
            && crowded.contains(place(row))
            && uses.getOrDefault(target.id(), 0) > 1;
    return shared
        ? new MatchedRow(
            match.row(),
            target,
            match.type(),
            match.ambiguous(),
            Status.EXCLUDED,
            Reason.SEVERAL_ROWS_ON_ONE_VARIANT)
        : match;
  }

  private static Set<Long> crowded(List<ScoreRow> rows) {
    long[] places = rows.stream().mapToLong(ScoreMatcher::place).sorted().toArray();
    Set<Long> crowded = new HashSet<>();
    for (int i = 1; i < places.length; i++) {
      if (places[i] == places[i - 1]) {
        crowded.add(places[i]);
      }
    }
    return crowded;
  }

  /** Of a row without a place as good as any: it matches nothing. */
  private static long place(ScoreRow row) {
    String chromosome = row.chromosome();
    Integer position = row.position();
    return chromosome == null || position == null
        ? -1
        : (long) chromosome.hashCode() << 32 | position;
  }

  private static MatchedRow match(ScoreRow row, TargetVariants targets) {
    if (row.effect() instanceof Effect.Complex) {
      return without(row, Status.EXCLUDED, Reason.NOT_SCORABLE);
    }
    String chromosome = row.chromosome();
    Integer position = row.position();
    if (chromosome == null || position == null) {
      return without(row, Status.UNMATCHED, Reason.NO_PLACE);
    }
    List<TargetVariant> variants = targets.at(chromosome, position);
    Best best = best(row, variants);
    if (best == null) {
      boolean covered = targets.covered(chromosome, position);
      return without(row, Status.UNMATCHED, absence(variants, covered));
    }
    Reason excluded = null;
    if (best.ambiguous()) {
      excluded = Reason.AMBIGUOUS;
    } else if (best.target().reference() != null && best.target().alternatives().size() > 1) {
      excluded = Reason.MULTI_ALLELIC;
    }
    return new MatchedRow(
        row,
        best.target(),
        best.type(),
        best.ambiguous(),
        excluded == null ? Status.MATCHED : Status.EXCLUDED,
        excluded);
  }

  private static Reason absence(List<TargetVariant> variants, boolean covered) {
    if (variants.isEmpty()) {
      return covered ? Reason.REFERENCE_BASE_UNKNOWN : Reason.NOT_IN_GENOME;
    }
    boolean nameless =
        variants.stream().allMatch(v -> v.reference() == null && v.alternatives().isEmpty());
    return nameless ? Reason.NO_CALL : Reason.OTHER_ALLELES;
  }

  private static MatchedRow without(ScoreRow row, Status status, Reason reason) {
    return new MatchedRow(row, null, null, false, status, reason);
  }

  private static @Nullable Best best(ScoreRow row, List<TargetVariant> variants) {
    Best best = null;
    for (TargetVariant variant : variants) {
      for (Best candidate : candidates(row, variant)) {
        if (best == null || candidate.type().compareTo(best.type()) < 0) {
          best = candidate;
        }
      }
    }
    return best;
  }

  private static List<Best> candidates(ScoreRow row, TargetVariant variant) {
    String reference = variant.reference();
    if (reference == null) {
      return array(row, variant);
    }
    List<Best> candidates = new ArrayList<>();
    if (variant.alternatives().isEmpty()) {
      monomorphic(row, variant, reference, candidates);
    }
    for (String alternative : variant.alternatives()) {
      MatchType type = type(row, reference, alternative);
      if (type != null) {
        candidates.add(new Best(variant, type, complement(reference).equals(alternative)));
      }
    }
    return candidates;
  }

  private static @Nullable MatchType type(ScoreRow row, String reference, String alternative) {
    String effect = row.effectAllele();
    String other = row.otherAllele();
    String flipped = complement(effect);
    if (other == null) {
      if (effect.equals(reference)) {
        return MatchType.NO_OA_REF;
      }
      if (effect.equals(alternative)) {
        return MatchType.NO_OA_ALT;
      }
      if (flipped.equals(reference)) {
        return MatchType.NO_OA_REF_FLIP;
      }
      return flipped.equals(alternative) ? MatchType.NO_OA_ALT_FLIP : null;
    }
    if (effect.equals(reference) && other.equals(alternative)) {
      return MatchType.REFALT;
    }
    if (effect.equals(alternative) && other.equals(reference)) {
      return MatchType.ALTREF;
    }
    String otherFlipped = complement(other);
    if (flipped.equals(reference) && otherFlipped.equals(alternative)) {
      return MatchType.REFALT_FLIP;
    }
    return flipped.equals(alternative) && otherFlipped.equals(reference)
        ? MatchType.ALTREF_FLIP
        : null;
  }

  private static void monomorphic(
      ScoreRow row, TargetVariant variant, String reference, List<Best> candidates) {
    String other = row.otherAllele();
    if (reference.equals(row.effectAllele()) || reference.equals(other)) {
      boolean ambiguous = complement(row.effectAllele()).equals(other);
      candidates.add(new Best(variant, MatchType.MONOMORPHIC, ambiguous));
    }
  }

  /** The reader of the array has put it on the plus strand, so nothing is turned here. */
  private static List<Best> array(ScoreRow row, TargetVariant variant) {
    String effect = row.effectAllele();
    String other = row.otherAllele();
    String flipped = complement(effect);
    if (variant.alternatives().isEmpty()) {
      return List.of();
    }
    if (other != null) {
      return List.of(effect, other).containsAll(variant.alternatives())
          ? List.of(new Best(variant, MatchType.ARRAY, flipped.equals(other)))
          : List.of();
    }
    boolean bases = variant.alternatives().stream().allMatch(SiteRecord::bases);
    return bases
        ? List.of(new Best(variant, MatchType.ARRAY, variant.alternatives().contains(flipped)))
        : List.of();
  }

  /** The bases of the other strand, read in that strand's direction. */
  static String complement(String bases) {
    if (bases.length() == 1) {
      return String.valueOf(complement(bases.charAt(0)));
    }
    StringBuilder other = new StringBuilder(bases.length());
    for (int i = bases.length() - 1; i >= 0; i--) {
      other.append(complement(bases.charAt(i)));
    }
    return other.toString();
  }

  private static char complement(char base) {
    return switch (base) {
      case 'A' -> 'T';
      case 'C' -> 'G';
      case 'G' -> 'C';
      default -> 'A';
    };
  }
}
