package health.lifelong.profile.record.app;

import health.lifelong.profile.change.domain.Head;
import health.lifelong.profile.change.domain.PersonKey;
import health.lifelong.profile.genome.app.GenomeStore;
import health.lifelong.profile.genome.app.GenomeStore.GenomeKey;
import health.lifelong.profile.lifestyle.algorithm.DayKeys;
import health.lifelong.profile.lifestyle.app.LifestyleStore;
import health.lifelong.profile.person.app.PersonInBatch;
import health.lifelong.profile.person.app.PersonResolution.Resolved;
import health.lifelong.profile.record.app.BatchPlanner.Before;
import health.lifelong.profile.record.app.RecordStore.Keys;
import health.lifelong.profile.record.app.RecordStore.Known;
import health.lifelong.profile.record.domain.Delivered;
import health.lifelong.profile.record.domain.Delivered.Content;
import health.lifelong.profile.record.domain.Visit;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads what the record already says about the things in a batch. Persons opened by the batch have
 * nothing to be read.
 */
@ApplicationScoped
public class BatchLoader {
  private final RecordStore records;
  private final GenomeStore genomes;
  private final LifestyleStore lifestyle;

  BatchLoader(RecordStore records, GenomeStore genomes, LifestyleStore lifestyle) {
    this.records = records;
    this.genomes = genomes;
    this.lifestyle = lifestyle;
  }

  Uni<Before> load(SqlConnection transaction, Resolved resolved, List<Delivered> batch) {
    List<PersonInBatch> people = resolved.people();
    Wanted wanted = new Wanted();
    for (int i = 0; i < batch.size(); i++) {
      if (!people.get(i).isOpened()) {
        wanted.add(people.get(i), batch.get(i));
      }
    }
    Uni<Known> known = records.load(transaction, wanted.keys(), resolved.keys());
    Uni<Map<PersonKey, Head>> days = lifestyle.heads(transaction, wanted.days);
    Uni<Genomes> stored = genomes(transaction, wanted.genomes);
    return Uni.combine()
        .all()
        .unis(known, stored, days)
        .with(
            (record, genome, heads) -> new Before(record, genome.known(), genome.blocks(), heads));
  }

  private record Genomes(Map<PersonKey, Integer> known, List<GenomeStore.BlockKey> blocks) {}

  private Uni<Genomes> genomes(SqlConnection transaction, Set<PersonKey> keys) {
    return genomes.known(transaction, keys).chain(known -> blocks(transaction, known));
  }

  private Uni<Genomes> blocks(SqlConnection transaction, Map<PersonKey, Integer> known) {
    Set<GenomeKey> stored = new LinkedHashSet<>();
    known.forEach((key, number) -> stored.add(new GenomeKey(key.personId(), number)));
    return genomes.storedBlocks(transaction, stored).map(blocks -> new Genomes(known, blocks));
  }

  private static final class Wanted {
    private final Set<PersonKey> deliveries = new HashSet<>();
    private final Set<PersonKey> checkups = new HashSet<>();
    private final Set<PersonKey> observations = new HashSet<>();
    private final Set<PersonKey> statements = new HashSet<>();
    private final Set<PersonKey> documents = new HashSet<>();
    private final Set<PersonKey> genomes = new HashSet<>();
    private final Set<PersonKey> days = new HashSet<>();

    void add(PersonInBatch person, Delivered delivered) {
      deliveries.add(new PersonKey(person.personId(), delivered.receiptKey()));
      switch (delivered.content()) {
        case Content.OfVisit of -> visit(person, of.visit());
        case Content.OfGenome of ->
            genomes.add(new PersonKey(person.personId(), of.genome().key()));
        case Content.OfDays of ->
            of.days()
                .forEach(
                    day ->
                        days.add(
                            new PersonKey(
                                person.personId(), DayKeys.key(delivered.centre(), day))));
        case Content.OfPerson of -> {}
      }
    }

    private void visit(PersonInBatch person, Visit visit) {
      checkups.add(new PersonKey(person.personId(), visit.key()));
      visit
          .observations()
          .forEach(o -> observations.add(new PersonKey(person.personId(), o.key())));
      visit.statements().forEach(s -> statements.add(new PersonKey(person.personId(), s.key())));
      visit.documents().forEach(d -> documents.add(new PersonKey(person.personId(), d.key())));
    }

    Keys keys() {
      return new Keys(deliveries, checkups, observations, statements, documents);
    }
  }
}
