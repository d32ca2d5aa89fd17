package health.lifelong.profile.record.app;

import health.lifelong.profile.access.app.AuditStore;
import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.change.app.ChangeLog;
import health.lifelong.profile.change.app.StoreFailures;
import health.lifelong.profile.change.domain.Change;
import health.lifelong.profile.change.domain.ChangeKind;
import health.lifelong.profile.genome.app.GenomeStore;
import health.lifelong.profile.identity.app.MatchQueue;
import health.lifelong.profile.keys.app.DataKeys;
import health.lifelong.profile.keys.app.KeyRing;
import health.lifelong.profile.lifestyle.app.LifestyleStore;
import health.lifelong.profile.person.app.PersonInBatch;
import health.lifelong.profile.person.app.PersonResolution;
import health.lifelong.profile.person.app.PersonResolution.Resolved;
import health.lifelong.profile.person.app.PersonStore;
import health.lifelong.profile.person.app.TimeOrderedIds;
import health.lifelong.profile.person.domain.IndexedClaim;
import health.lifelong.profile.record.app.BatchPlanner.Before;
import health.lifelong.profile.record.app.BatchPlanner.Plan;
import health.lifelong.profile.record.domain.Delivered;
import health.lifelong.profile.record.domain.EntryResult;
import health.lifelong.profile.release.app.ReleaseBook;
import health.lifelong.profile.safety.app.CriticalArrivals;
import health.lifelong.profile.scope.app.ScopedTransactions;
import health.lifelong.profile.scope.domain.Job;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Writes a batch: all entries or none, in one transaction with its audit and its changes. Persons
 * are locked in order of their ids, so that two batches never wait for each other in a ring; what
 * still collides is tried again as a whole.
 */
@ApplicationScoped
public class RecordWriter {
  private static final int ATTEMPTS = 8;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

  // The keys of a batch are looked up one by one in the primary keys. Before the first ANALYZE of a
  // young table the planner
  // would rather read all of it.
  private static final String LOOK_UP_BY_KEY =
      "SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off";

  private final ScopedTransactions transactions;
  private final PersonResolution resolution;
  private final PersonStore persons;
  private final BatchLoader loader;
  private final RecordStore records;
  private final GenomeStore genomes;
  private final LifestyleStore lifestyle;
  private final DataKeys keys;
  private final AuditStore audit;
  private final ChangeLog changes;
  private final MatchQueue matching;
  private final ReleaseBook release;
  private final CriticalArrivals critical;
  private final TimeOrderedIds ids;
  private final Clock clock = Clock.systemUTC();

  RecordWriter(
      ScopedTransactions transactions,
      PersonResolution resolution,
      PersonStore persons,
      BatchLoader loader,
      RecordStore records,
      GenomeStore genomes,
      LifestyleStore lifestyle,
      DataKeys keys,
      AuditStore audit,
      ChangeLog changes,
      MatchQueue matching,
      ReleaseBook release,
      CriticalArrivals critical,
      TimeOrderedIds ids) {
    this.transactions = transactions;
    this.resolution = resolution;
    this.persons = persons;
    this.loader = loader;
    this.records = records;
    this.genomes = genomes;
    this.lifestyle = lifestyle;
    this.keys = keys;
    this.audit = audit;
    this.changes = changes;
    this.matching = matching;
    this.release = release;
    this.critical = critical;
    this.ids = ids;
  }

  /** Writes the entries and tells what each did, in order. */
  public Uni<List<EntryResult>> write(Caller caller, List<Delivered> batch) {
    List<IndexedClaim> claims =
        batch.stream().map(entry -> resolution.index(entry.person(), entry.receiptId())).toList();
    return Uni.createFrom()
        .deferred(
            () ->
                transactions.as(
                    Job.DELIVERY, transaction -> attempt(transaction, caller, claims, batch)))
        .onFailure(StoreFailures::isTransient)
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .atMost(ATTEMPTS)
        .onFailure()
        .transform(StoreFailures::translate);
  }

  private Uni<List<EntryResult>> attempt(
      SqlConnection transaction, Caller caller, List<IndexedClaim> claims, List<Delivered> batch) {
    return transaction
        .query(LOOK_UP_BY_KEY)
        .execute()
        .chain(() -> resolution.resolve(transaction, claims))
        .chain(resolved -> writeFor(transaction, caller, resolved, batch));
  }

  private Uni<List<EntryResult>> writeFor(
      SqlConnection transaction, Caller caller, Resolved resolved, List<Delivered> batch) {
    return loader
        .load(transaction, resolved, batch)
        .map(before -> plan(before, resolved.people(), batch))
        .invoke(plan -> tellMembers(resolved.all()))
        .call(plan -> store(transaction, caller, resolved, batch, plan))
        .map(Plan::results);
  }

  private Plan plan(Before before, List<PersonInBatch> people, List<Delivered> batch) {
    BatchPlanner planner = new BatchPlanner(before, release.rules(), clock.instant(), ids::next);
    for (int i = 0; i < batch.size(); i++) {
      planner.add(people.get(i), batch.get(i));
    }
    return planner.plan();
  }

  // What changes for one member of a person changes for all of them: each is read with the others.
  private static void tellMembers(Collection<PersonInBatch> all) {
    Map<UUID, Set<ChangeKind>> changed = new HashMap<>();
    for (PersonInBatch person : all) {
      if (person.setId() != null) {
        changed
            .computeIfAbsent(person.setId(), set -> EnumSet.noneOf(ChangeKind.class))
            .addAll(person.changes());
      }
    }
    for (PersonInBatch person : all) {
      if (person.setId() != null) {
        changed.getOrDefault(person.setId(), Set.of()).forEach(person::changed);
      }
    }
  }

  // Sent without waiting in between: the connection keeps their order, and the batch pays one round
  // trip for all of them. The audit comes last: its lock is every replica's, and is held to the
  // commit.
  private Uni<Void> store(
      SqlConnection transaction,
      Caller caller,
      Resolved resolved,
      List<Delivered> batch,
      Plan plan) {
    KeyRing ring = resolved.keys();
    List<PersonInBatch> dirty = resolved.all().stream().filter(PersonInBatch::isDirty).toList();
    List<AccessEvent.Draft> events = audited(caller, resolved.people(), batch);
    return Uni.join()
        .all(
            persons.store(transaction, dirty, ring),
            records.write(transaction, plan.record(), ring),
            genomes.write(transaction, plan.genomes(), plan.blocks(), ring),
            lifestyle.write(transaction, plan.days(), ring),
            critical
                .take(transaction, plan.alarms(), ring)
                .invoke(events::addAll)
                .replaceWithVoid(),
            changes.append(transaction, feed(resolved.all())),
            matching.add(transaction, toBeMatched(resolved, plan)),
            // New keys are durable before what they seal is: the transaction commits after both.
            keys.keep(ring))
        .andFailFast()
        .chain(() -> audit.append(transaction, events));
  }

  private static Set<UUID> toBeMatched(Resolved resolved, Plan plan) {
    Set<UUID> persons = new LinkedHashSet<>(resolved.doubted());
    plan.genomes().forEach(genome -> persons.add(genome.key().personId()));
    resolved.all().stream()
        .filter(PersonInBatch::isToBeMatched)
        .map(PersonInBatch::personId)
        .forEach(persons::add);
    return persons;
  }

  private static List<Change.Draft> feed(Collection<PersonInBatch> people) {
    List<Change.Draft> feed = new ArrayList<>();
    for (PersonInBatch person : people) {
      boolean onlyPerson = person.changes().equals(Set.of(ChangeKind.PERSON));
      person.changes().stream()
          .filter(kind -> onlyPerson || kind != ChangeKind.PERSON)
          .sorted()
          .forEach(kind -> feed.add(new Change.Draft(person.personId(), person.revision(), kind)));
    }
    return feed;
  }

  private static List<AccessEvent.Draft> audited(
      Caller caller, List<PersonInBatch> people, List<Delivered> batch) {
    Map<UUID, Set<Category>> written = new LinkedHashMap<>();
    for (int i = 0; i < batch.size(); i++) {
      written
          .computeIfAbsent(people.get(i).personId(), id -> EnumSet.noneOf(Category.class))
          .add(category(batch.get(i).content()));
    }
    List<AccessEvent.Draft> events = new ArrayList<>();
    written.forEach(
        (person, categories) ->
            events.add(
                new AccessEvent.Draft(
                    person,
                    caller,
                    "record.write",
                    null,
                    List.copyOf(categories),
                    true,
                    "job:delivery")));
    return events;
  }

  private static Category category(Delivered.Content content) {
    return switch (content) {
      case Delivered.Content.OfVisit of -> Category.CHECKUP;
      case Delivered.Content.OfGenome of -> Category.GENETIC_RAW;
      case Delivered.Content.OfDays of -> Category.LIFESTYLE;
      case Delivered.Content.OfPerson of -> Category.IDENTITY;
    };
  }
}
