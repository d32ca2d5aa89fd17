package health.lifelong.profile.record.app;

import health.lifelong.profile.change.domain.ChangeKind;
import health.lifelong.profile.change.domain.Head;
import health.lifelong.profile.change.domain.Outcome;
import health.lifelong.profile.change.domain.PersonKey;
import health.lifelong.profile.genome.app.GenomeStore.BlockKey;
import health.lifelong.profile.genome.app.GenomeStore.GenomeKey;
import health.lifelong.profile.genome.app.GenomeStore.NewBlock;
import health.lifelong.profile.genome.app.GenomeStore.NewGenome;
import health.lifelong.profile.genome.domain.GenomeBlock;
import health.lifelong.profile.lifestyle.algorithm.DayKeys;
import health.lifelong.profile.lifestyle.app.LifestyleStore.NewDay;
import health.lifelong.profile.lifestyle.domain.LifestyleDay;
import health.lifelong.profile.person.app.PersonInBatch;
import health.lifelong.profile.record.app.RecordStore.NewDelivery;
import health.lifelong.profile.record.app.VisitPlanner.Arrival;
import health.lifelong.profile.record.domain.Delivered;
import health.lifelong.profile.record.domain.Delivered.Content;
import health.lifelong.profile.record.domain.EntryResult;
import health.lifelong.profile.release.algorithm.ReleaseRules;
import health.lifelong.profile.safety.domain.Arrived;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Plans a whole batch in memory, in the order of its entries. */
final class BatchPlanner {
  private final Map<PersonKey, Integer> deliveries;
  private final Map<PersonKey, Integer> genomes;
  private final Set<BlockKey> storedBlocks;
  private final CriticalJudgement critical;
  private final VisitPlanner visits;
  private final FactVersions<NewDay> days;
  private final Supplier<UUID> ids;

  private final List<NewDelivery> newDeliveries = new ArrayList<>();
  private final List<NewGenome> newGenomes = new ArrayList<>();
  private final List<NewBlock> newBlocks = new ArrayList<>();
  private final List<EntryTally> tallies = new ArrayList<>();
  private final Set<UUID> seen = new HashSet<>();

  /** What was in the record before. */
  record Before(
      RecordStore.Known record,
      Map<PersonKey, Integer> genomes,
      List<BlockKey> storedBlocks,
      Map<PersonKey, Head> days) {}

  BatchPlanner(Before before, ReleaseRules rules, Instant now, Supplier<UUID> ids) {
    this.deliveries = new HashMap<>(before.record().deliveries());
    this.genomes = new HashMap<>(before.genomes());
    this.storedBlocks = new HashSet<>(before.storedBlocks());
    this.critical = new CriticalJudgement(rules);
    this.visits = new VisitPlanner(before.record(), new Holding(rules, now), critical, ids);
    this.days = new FactVersions<>(before.days());
    this.ids = ids;
  }

  /** Takes the next entry. */
  void add(PersonInBatch person, Delivered delivered) {
    boolean first = seen.add(person.personId());
    EntryTally tally = new EntryTally(person, first && person.isOpened());
    tallies.add(tally);
    if (deliveries.containsKey(new PersonKey(person.personId(), delivered.receiptKey()))) {
      tally.redelivered();
    }
    int deliveryNo = deliveryNo(person, delivered);
    if (person.tell(delivered.person().told(), delivered.person().provisional(), deliveryNo)) {
      tally.changed();
    }
    Arrival arrival = new Arrival(person, delivered.centre(), deliveryNo, tally);
    switch (delivered.content()) {
      case Content.OfVisit of ->
          plan(ChangeKind.CHECKUP, arrival, () -> visits.add(of.visit(), arrival));
      case Content.OfGenome of -> plan(ChangeKind.GENOME, arrival, () -> genome(of, arrival));
      case Content.OfDays of -> plan(ChangeKind.LIFESTYLE, arrival, () -> days(of.days(), arrival));
      case Content.OfPerson of -> {}
    }
  }

  private static void plan(ChangeKind kind, Arrival arrival, Runnable planning) {
    boolean person = arrival.tally().isChanged();
    arrival.tally().unchanged();
    planning.run();
    if (arrival.tally().isChanged()) {
      arrival.person().changed(kind);
    }
    if (person) {
      arrival.tally().changed();
    }
  }

  private int deliveryNo(PersonInBatch person, Delivered delivered) {
    PersonKey key = new PersonKey(person.personId(), delivered.receiptKey());
    Integer known = deliveries.get(key);
    if (known != null) {
      return known;
    }
    int number = person.nextDeliveryNo();
    deliveries.put(key, number);
    newDeliveries.add(
        new NewDelivery(
            key, number, delivered.centre(), delivered.receiptId(), delivered.recordIndex()));
    return number;
  }

  private void genome(Content.OfGenome of, Arrival arrival) {
    PersonKey key = arrival.key(of.genome().key());
    Integer known = genomes.get(key);
    int number = known == null ? arrival.person().nextGenomeNo() : known;
    GenomeKey genome = new GenomeKey(key.personId(), number);
    if (known == null) {
      genomes.put(key, number);
      newGenomes.add(
          new NewGenome(genome, ids.get(), arrival.centre(), arrival.deliveryNo(), of.genome()));
    }
    boolean more = addBlocks(genome, of.blocks());
    Outcome outcome = known == null ? Outcome.CREATED : Outcome.UNCHANGED;
    arrival.tally().count(outcome, "");
    if (more) {
      arrival.tally().changed();
    }
  }

  // A genome larger than a message comes in several entries of one source key: each adds its
  // blocks.
  private boolean addBlocks(GenomeKey genome, List<GenomeBlock> blocks) {
    boolean more = false;
    for (GenomeBlock block : blocks) {
      BlockKey key =
          new BlockKey(
              genome,
              block.chromosome(),
              block.firstPosition(),
              block.lastPosition(),
              block.checksum());
      if (storedBlocks.add(key)) {
        newBlocks.add(new NewBlock(genome, block));
        more = true;
      }
    }
    return more;
  }

  private void days(List<LifestyleDay> delivered, Arrival arrival) {
    for (LifestyleDay day :
        FactVersions.latest(delivered, day -> DayKeys.key(arrival.centre(), day))) {
      PersonKey key = arrival.key(DayKeys.key(arrival.centre(), day));
      Head head = new Head(arrival.deliveryNo(), DayKeys.content(day));
      arrival.tally().count(days.add(key, head, new NewDay(key, arrival.centre(), head, day)), "");
    }
  }

  /** What is to be stored. */
  Plan plan() {
    return new Plan(
        visits.changes(List.copyOf(newDeliveries)),
        List.copyOf(newGenomes),
        List.copyOf(newBlocks),
        days.rows(),
        critical.alarms().arrived(),
        tallies.stream().map(EntryTally::result).toList());
  }

  /** The plan of a batch. */
  record Plan(
      RecordStore.Changes record,
      List<NewGenome> genomes,
      List<NewBlock> blocks,
      List<NewDay> days,
      List<Arrived> alarms,
      List<EntryResult> results) {}
}
