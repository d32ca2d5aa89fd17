package health.lifelong.profile.identity.algorithm;

import health.lifelong.profile.identity.algorithm.GeneratedPopulation.Error;
import health.lifelong.profile.identity.algorithm.GeneratedPopulation.Record;
import health.lifelong.profile.identity.domain.Shares;
import health.lifelong.profile.identity.domain.Verdict;
import health.lifelong.profile.identity.domain.Zone;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Matches generated populations as the job would, and counts how it came out over all of them. */
final class MatchingFigures {
  private static final int LARGEST_BLOCK = 1_000;

  private final Matcher matcher = new Matcher(StandardWeights.read());
  private final Map<Error, int[]> byError = new EnumMap<>(Error.class);
  private final List<String> wrongLinks = new ArrayList<>();
  private int compared;
  private int linked;
  private int rightlyLinked;
  private int review;
  private int reviewOfOnePerson;
  private int twinsLinked;
  private int pairs;

  void take(List<Record> records) {
    Map<String, List<Integer>> blocks = new HashMap<>();
    for (int i = 0; i < records.size(); i++) {
      for (String word : BlockingKeys.kept(records.get(i).traits())) {
        blocks.computeIfAbsent(word, w -> new ArrayList<>()).add(i);
      }
      Error error = records.get(i).error();
      if (error != null) {
        pairs++;
        of(error)[0]++;
      }
    }
    Set<Long> seen = new HashSet<>();
    for (int i = 0; i < records.size(); i++) {
      for (String word : BlockingKeys.sought(records.get(i).traits())) {
        List<Integer> block = blocks.getOrDefault(word, List.of());
        for (int other : block.size() > LARGEST_BLOCK ? List.<Integer>of() : block) {
          long pair = (long) Math.min(i, other) << 32 | Math.max(i, other);
          if (other != i && seen.add(pair)) {
            compare(
                records.get(Math.min(i, other)), records.get(Math.max(i, other)), blocks, records);
          }
        }
      }
    }
  }

  private int[] of(Error error) {
    return byError.computeIfAbsent(error, e -> new int[3]);
  }

  private void compare(
      Record one, Record other, Map<String, List<Integer>> blocks, List<Record> records) {
    Shares shares =
        new Shares(
            records.size(),
            records.size(),
            count(BlockingKeys.born(one.traits()), blocks),
            bearers(one, blocks),
            bearers(other, blocks));
    count(one, other, matcher.compare(one.traits(), other.traits(), shares));
  }

  private static Shares.Bearers bearers(Record record, Map<String, List<Integer>> blocks) {
    return new Shares.Bearers(
        count(BlockingKeys.name(record.traits()), blocks),
        count(BlockingKeys.nameDecade(record.traits()), blocks),
        count(BlockingKeys.given(record.traits()), blocks));
  }

  private static int count(Optional<String> word, Map<String, List<Integer>> blocks) {
    return word.map(w -> blocks.getOrDefault(w, List.of()).size()).orElse(0);
  }

  private void count(Record one, Record other, Verdict verdict) {
    compared++;
    boolean same = one.person() == other.person();
    Error error = other.error();
    int[] kind = same && error != null ? of(error) : new int[3];
    if (verdict.zone() == Zone.LINK) {
      linked++;
      rightlyLinked += same ? 1 : 0;
      kind[1]++;
      if (!same) {
        twinsLinked += areTwins(one, other) ? 1 : 0;
        wrongLinks.add(one.traits() + " / " + other.traits() + " " + verdict);
      }
    }
    if (verdict.zone() == Zone.REVIEW) {
      review++;
      reviewOfOnePerson += same ? 1 : 0;
      kind[2]++;
    }
  }

  private static boolean areTwins(Record one, Record other) {
    return (one.twin() || other.twin()) && Math.abs(one.person() - other.person()) == 1;
  }

  int twinsLinked() {
    return twinsLinked;
  }

  double precision() {
    return (double) rightlyLinked / linked;
  }

  /** Links found among the pairs of records that are of one person. */
  double recall() {
    return (double) rightlyLinked / pairs;
  }

  /** Pairs linked or put up for review among the pairs of records that are of one person. */
  double found() {
    return (double) (rightlyLinked + reviewOfOnePerson) / pairs;
  }

  /** Pairs for review among all that were compared. */
  double reviewShare() {
    return (double) review / compared;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        "matching: %d pairs of one person, %d compared; precision %.5f, recall %.4f, twins linked %d%n"
            .formatted(pairs, compared, precision(), recall(), twinsLinked));
    text.append(
        "matching: review %d: %.2f %% of pairs compared, %.2f %% of pairs of one person; %d of them one person%n"
            .formatted(review, 100 * reviewShare(), 100.0 * review / pairs, reviewOfOnePerson));
    byError.forEach(
        (error, n) ->
            text.append(
                "  %-14s %5d: linked %.4f, review %.4f, separate %.4f%n"
                    .formatted(
                        error,
                        n[0],
                        (double) n[1] / n[0],
                        (double) n[2] / n[0],
                        1 - (double) (n[1] + n[2]) / n[0])));
    wrongLinks.forEach(link -> text.append("  wrongly linked: ").append(link).append('\n'));
    return text.toString();
  }
}
