package health.lifelong.profile.identity.app;

import health.lifelong.profile.genome.app.GenomeDuplicates;
import health.lifelong.profile.identity.algorithm.BlockingKeys;
import health.lifelong.profile.identity.algorithm.Matcher;
import health.lifelong.profile.identity.app.Linking.Found;
import health.lifelong.profile.identity.domain.Pair;
import health.lifelong.profile.identity.domain.Shares;
import health.lifelong.profile.identity.domain.Traits;
import health.lifelong.profile.identity.domain.Verdict;
import health.lifelong.profile.identity.domain.Zone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** One group of persons compared with whom they may be, in memory. */
final class MatchingRound {
  private final Matcher matcher;
  private final Map<UUID, Traits> traits;
  private final Map<Pair, Set<String>> doubts;

  MatchingRound(Matcher matcher, Map<UUID, Traits> traits, Map<Pair, Set<String>> doubts) {
    this.matcher = matcher;
    this.traits = traits;
    this.doubts = Map.copyOf(doubts);
  }

  /** Pairs of the persons who are due with those who share a word with them. */
  static Set<Pair> pairs(Map<UUID, Traits> due, Map<String, List<UUID>> found) {
    Set<Pair> pairs = new LinkedHashSet<>();
    due.forEach(
        (person, told) ->
            BlockingKeys.sought(told).stream()
                .flatMap(word -> found.getOrDefault(word, List.of()).stream())
                .filter(other -> !other.equals(person))
                .forEach(other -> pairs.add(Pair.of(person, other))));
    return pairs;
  }

  /** Why pairs are looked at besides how their fields agree, in words for the reviewer. */
  static Map<Pair, Set<String>> doubts(List<Pair> named, List<GenomeDuplicates.Twins> genomes) {
    Map<Pair, Set<String>> doubts = new LinkedHashMap<>();
    named.forEach(pair -> doubt(doubts, pair, "identifier=conflict"));
    genomes.forEach(twins -> doubt(doubts, Pair.of(twins.person(), twins.other()), "genome=same"));
    return doubts;
  }

  private static void doubt(Map<Pair, Set<String>> doubts, Pair pair, String word) {
    doubts.computeIfAbsent(pair, p -> new LinkedHashSet<>()).add(word);
  }

  /** Words that must be counted to know how common the names and dates of pairs are. */
  static Set<String> counted(Collection<Traits> people) {
    Set<String> words = new LinkedHashSet<>();
    people.forEach(
        told ->
            Stream.of(
                    BlockingKeys.name(told),
                    BlockingKeys.nameDecade(told),
                    BlockingKeys.given(told),
                    BlockingKeys.born(told))
                .flatMap(Optional::stream)
                .forEach(words::add));
    return words;
  }

  /** What did not come out as two persons, the surest first. */
  List<Found> compare(
      Set<Pair> pairs, Map<String, Long> counts, long counted, long leastPopulation) {
    List<Found> found = new ArrayList<>();
    for (Pair pair : pairs) {
      Traits one = traits.get(pair.one());
      Traits other = traits.get(pair.other());
      if (one != null && other != null) {
        add(
            found,
            pair,
            matcher.compare(one, other, shares(one, other, counts, counted, leastPopulation)));
      }
    }
    found.sort(Comparator.comparingDouble(f -> -f.verdict().probability()));
    return found;
  }

  // A delivery that names two known persons as one, or a genome under both, is looked at by
  // somebody, whatever their fields say.
  private void add(List<Found> found, Pair pair, Verdict verdict) {
    Set<String> doubt = doubts.getOrDefault(pair, Set.of());
    if (!doubt.isEmpty() || verdict.zone() != Zone.SEPARATE) {
      found.add(new Found(pair, verdict, matcher.version(), doubt));
    }
  }

  private static Shares shares(
      Traits one, Traits other, Map<String, Long> counts, long counted, long leastPopulation) {
    return new Shares(
        Math.max(counted, leastPopulation),
        counted,
        count(BlockingKeys.born(one), counts),
        bearers(one, counts),
        bearers(other, counts));
  }

  private static Shares.Bearers bearers(Traits told, Map<String, Long> counts) {
    return new Shares.Bearers(
        count(BlockingKeys.name(told), counts),
        count(BlockingKeys.nameDecade(told), counts),
        count(BlockingKeys.given(told), counts));
  }

  private static long count(Optional<String> word, Map<String, Long> counts) {
    return word.map(w -> counts.getOrDefault(w, 0L)).orElse(0L);
  }
}
