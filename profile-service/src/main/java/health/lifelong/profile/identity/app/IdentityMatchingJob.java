package health.lifelong.profile.identity.app;

import health.lifelong.profile.access.app.AuditStore;
import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.genome.app.GenomeDuplicates;
import health.lifelong.profile.identity.algorithm.BlockingKeys;
import health.lifelong.profile.identity.algorithm.Matcher;
import health.lifelong.profile.identity.algorithm.StandardWeights;
import health.lifelong.profile.identity.algorithm.TraitsReader;
import health.lifelong.profile.identity.app.WordStore.Due;
import health.lifelong.profile.identity.domain.MatchingJob;
import health.lifelong.profile.identity.domain.Pair;
import health.lifelong.profile.identity.domain.Traits;
import health.lifelong.profile.person.app.PersonStore;
import health.lifelong.profile.person.domain.Demographics;
import health.lifelong.profile.scope.app.ScopedTransactions;
import health.lifelong.profile.scope.domain.Job;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Compares whoever was opened, or became known better, with those they may be. It runs apart from
 * the delivery, which so costs no more and tells its sender nothing of others. Every replica runs
 * it; one compares at a time.
 */
@ApplicationScoped
public class IdentityMatchingJob {
  private static final Logger LOG = Logger.getLogger(IdentityMatchingJob.class);
  private static final int GROUP = 200;
  // A day or a name that so many share says nothing, as the first of January of who knows no
  // birthday.
  private static final int LARGEST_BLOCK = 1_000;

  private final ScopedTransactions transactions;
  private final WordStore words;
  private final PersonStore persons;
  private final Linking linking;
  private final GenomeDuplicates duplicates;
  private final AuditStore audit;
  private final IdentityConfig config;
  private final Matcher matcher = new Matcher(StandardWeights.read());
  private @Nullable Cancellable running;

  IdentityMatchingJob(
      ScopedTransactions transactions,
      WordStore words,
      PersonStore persons,
      Linking linking,
      GenomeDuplicates duplicates,
      AuditStore audit,
      IdentityConfig config) {
    this.transactions = transactions;
    this.words = words;
    this.persons = persons;
    this.linking = linking;
    this.duplicates = duplicates;
    this.audit = audit;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    running =
        Multi.createBy()
            .repeating()
            .uni(this::quietRound)
            .withDelay(config.poll())
            .indefinitely()
            .subscribe()
            .with(
                compared -> LOG.tracef("identity.round compared=%d", compared),
                failure -> LOG.errorf(failure, "identity.job_ended"));
  }

  void stop(@Observes ShutdownEvent event) {
    if (running != null) {
      running.cancel();
    }
  }

  private Uni<Integer> quietRound() {
    return round()
        .onFailure()
        .invoke(f -> LOG.errorf("identity.round_failed cause=%s", f.getClass().getName()))
        .onFailure()
        .recoverWithItem(0);
  }

  /** Compares everybody who is due; the item is how many. */
  public Uni<Integer> round() {
    return transactions
        .as(Job.IDENTITY_MATCHING, this::group)
        .chain(done -> done < GROUP ? Uni.createFrom().item(done) : round().map(n -> n + done));
  }

  private Uni<Integer> group(SqlConnection transaction) {
    return words
        .alone(transaction)
        .chain(() -> words.due(transaction, GROUP))
        .call(due -> due.isEmpty() ? Uni.createFrom().voidItem() : compare(transaction, due))
        .map(List::size);
  }

  private Uni<Void> compare(SqlConnection transaction, List<Due> due) {
    Set<UUID> asked = due.stream().map(Due::personId).collect(Collectors.toSet());
    return persons
        .demographics(transaction, asked)
        .map(IdentityMatchingJob::traits)
        .call(people -> words.keep(transaction, kept(people)))
        .chain(people -> compare(transaction, people))
        .call(() -> words.done(transaction, due))
        // Last: from here to the commit every other audit waits.
        .chain(events -> audit.append(transaction, with(asked, events)));
  }

  private static List<AccessEvent.Draft> with(Set<UUID> asked, List<AccessEvent.Draft> events) {
    return Stream.concat(
            asked.stream().map(person -> MatchingJob.event(person, "identity.match")),
            events.stream())
        .toList();
  }

  private Uni<List<AccessEvent.Draft>> compare(
      SqlConnection transaction, Map<UUID, Traits> people) {
    Set<String> sought = new HashSet<>();
    people.values().forEach(told -> sought.addAll(BlockingKeys.sought(told)));
    return Uni.combine()
        .all()
        .unis(
            words.find(transaction, sought, LARGEST_BLOCK),
            words.namedTogether(transaction, people.keySet()),
            duplicates.renew(transaction, people.keySet()))
        .asTuple()
        .chain(
            found ->
                compare(
                    transaction,
                    people,
                    found.getItem1(),
                    MatchingRound.doubts(found.getItem2(), found.getItem3())));
  }

  private Uni<List<AccessEvent.Draft>> compare(
      SqlConnection transaction,
      Map<UUID, Traits> people,
      Map<String, List<UUID>> found,
      Map<Pair, Set<String>> doubts) {
    Set<Pair> pairs = MatchingRound.pairs(people, found);
    pairs.addAll(doubts.keySet());
    Set<UUID> others = new HashSet<>();
    pairs.forEach(pair -> others.addAll(List.of(pair.one(), pair.other())));
    others.removeAll(people.keySet());
    return persons
        .demographics(transaction, others)
        .map(IdentityMatchingJob::traits)
        .chain(
            candidates -> {
              Map<UUID, Traits> all = new HashMap<>(candidates);
              all.putAll(people);
              return judge(transaction, all, pairs, doubts);
            });
  }

  private Uni<List<AccessEvent.Draft>> judge(
      SqlConnection transaction,
      Map<UUID, Traits> all,
      Set<Pair> pairs,
      Map<Pair, Set<String>> doubts) {
    return Uni.combine()
        .all()
        .unis(
            words.count(transaction, MatchingRound.counted(all.values())),
            words.population(transaction))
        .with(
            (counts, population) ->
                new MatchingRound(matcher, all, doubts)
                    .compare(pairs, counts, population, config.leastPopulation()))
        .chain(found -> act(transaction, found));
  }

  private Uni<List<AccessEvent.Draft>> act(SqlConnection transaction, List<Linking.Found> found) {
    return Multi.createFrom()
        .iterable(found)
        .onItem()
        .transformToUniAndConcatenate(pair -> linking.act(transaction, pair))
        .onItem()
        .transformToIterable(events -> events)
        .collect()
        .asList();
  }

  private static Map<UUID, Traits> traits(Map<UUID, Demographics> told) {
    Map<UUID, Traits> traits = new HashMap<>();
    told.forEach((person, known) -> traits.put(person, TraitsReader.of(known)));
    return traits;
  }

  private static Map<UUID, Set<String>> kept(Map<UUID, Traits> people) {
    Map<UUID, Set<String>> kept = new HashMap<>();
    people.forEach((person, told) -> kept.put(person, BlockingKeys.kept(told)));
    return kept;
  }
}
