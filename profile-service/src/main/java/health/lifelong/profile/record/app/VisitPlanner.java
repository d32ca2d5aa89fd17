package health.lifelong.profile.record.app;

import health.lifelong.profile.change.algorithm.Digests;
import health.lifelong.profile.change.domain.Head;
import health.lifelong.profile.change.domain.Outcome;
import health.lifelong.profile.change.domain.PersonKey;
import health.lifelong.profile.person.app.PersonInBatch;
import health.lifelong.profile.record.algorithm.ObservationRules;
import health.lifelong.profile.record.app.RecordStore.CheckupRow;
import health.lifelong.profile.record.app.RecordStore.Earlier;
import health.lifelong.profile.record.app.RecordStore.Known;
import health.lifelong.profile.record.app.RecordStore.KnownCheckup;
import health.lifelong.profile.record.app.RecordStore.KnownList;
import health.lifelong.profile.record.app.RecordStore.ListKey;
import health.lifelong.profile.record.app.RecordStore.NewDocument;
import health.lifelong.profile.record.app.RecordStore.NewStatement;
import health.lifelong.profile.record.app.RecordStore.Why;
import health.lifelong.profile.record.domain.Document;
import health.lifelong.profile.record.domain.ListState;
import health.lifelong.profile.record.domain.Observation;
import health.lifelong.profile.record.domain.Statement;
import health.lifelong.profile.record.domain.StoredObservation;
import health.lifelong.profile.record.domain.Visit;
import health.lifelong.profile.release.domain.Judged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Plans the visits of a batch: which versions become current, which go to the history. No input or
 * output.
 */
final class VisitPlanner {
  private final Map<PersonKey, KnownCheckup> checkups;
  private final Set<PersonKey> stored;
  private final Map<PersonKey, StoredObservation> current;
  private final Map<ListKey, KnownList> lists;
  private final Holding holding;
  private final CriticalJudgement critical;
  private final Supplier<UUID> ids;

  private final FactVersions<NewStatement> statements;
  private final FactVersions<NewDocument> documents;
  private final Map<PersonKey, CheckupRow> newCheckups = new LinkedHashMap<>();
  private final Map<PersonKey, StoredObservation> newObservations = new LinkedHashMap<>();
  private final Map<PersonKey, StoredObservation> replacedObservations = new LinkedHashMap<>();
  private final Map<ListKey, KnownList> newLists = new LinkedHashMap<>();
  private final List<Earlier> history = new ArrayList<>();

  VisitPlanner(Known known, Holding holding, CriticalJudgement critical, Supplier<UUID> ids) {
    this.checkups = new HashMap<>(known.checkups());
    this.stored = known.observations().keySet();
    this.current = new HashMap<>(known.observations());
    this.lists = new HashMap<>(known.lists());
    this.statements = new FactVersions<>(known.statements());
    this.documents = new FactVersions<>(known.documents());
    this.holding = holding;
    this.critical = critical;
    this.ids = ids;
  }

  /**
   * Where an entry stands: its person, its sender, its place in the order of arrival, its counts.
   */
  record Arrival(PersonInBatch person, String centre, int deliveryNo, EntryTally tally) {
    PersonKey key(UUID natural) {
      return new PersonKey(person.personId(), natural);
    }
  }

  /** Takes a visit. */
  void add(Visit visit, Arrival arrival) {
    Map<UUID, Observation> observations = oneVersionEach(visit, arrival);
    if (onlyUnknownTargets(visit, observations, arrival)) {
      observations
          .values()
          .forEach(o -> arrival.tally().count(Outcome.TARGET_UNKNOWN, o.position()));
      return;
    }
    int checkupNo = checkupNo(visit, arrival);
    observations.values().forEach(o -> observe(o, checkupNo, arrival));
    FactVersions.latest(visit.statements(), Statement::key)
        .forEach(s -> state(s, checkupNo, arrival));
    FactVersions.latest(visit.documents(), Document::key)
        .forEach(d -> document(d, checkupNo, arrival));
    visit.lists().forEach(list -> list(list, checkupNo, arrival));
  }

  // A value may stand twice in one entry; only the version that counts is compared with the record,
  // or a second delivery
  // of the same entry would see them supersede each other again.
  private Map<UUID, Observation> oneVersionEach(Visit visit, Arrival arrival) {
    Map<UUID, Observation> counted = new LinkedHashMap<>();
    for (Observation later : visit.observations()) {
      Observation earlier = counted.get(later.key());
      if (earlier == null) {
        counted.put(later.key(), later);
        continue;
      }
      boolean laterCounts = ObservationRules.laterCounts(earlier, later);
      Observation loser = laterCounts ? earlier : later;
      if (laterCounts) {
        counted.put(later.key(), later);
      }
      boolean same = earlier.saysTheSameAs(later);
      arrival.tally().count(same ? Outcome.UNCHANGED : Outcome.STALE, loser.position());
      if (!same) {
        keep(
            new StoredObservation(loser, checkupOf(visit, arrival), arrival.deliveryNo(), null),
            arrival,
            Why.STALE);
      }
    }
    return counted;
  }

  private int checkupOf(Visit visit, Arrival arrival) {
    KnownCheckup known = checkups.get(arrival.key(visit.key()));
    return known == null ? 0 : known.checkupNo();
  }

  private boolean onlyUnknownTargets(
      Visit visit, Map<UUID, Observation> observations, Arrival arrival) {
    boolean nothingElse =
        visit.statements().isEmpty() && visit.documents().isEmpty() && visit.lists().isEmpty();
    return nothingElse
        && !observations.isEmpty()
        && observations.values().stream()
            .allMatch(
                o ->
                    o.status() == Observation.Status.WITHDRAWN
                        && !current.containsKey(arrival.key(o.key())));
  }

  private int checkupNo(Visit visit, Arrival arrival) {
    PersonKey key = arrival.key(visit.key());
    KnownCheckup known = checkups.get(key);
    if (known == null) {
      int number = arrival.person().nextCheckupNo();
      store(key, visit, arrival, new KnownCheckup(number, arrival.deliveryNo(), visit.effective()));
      return number;
    }
    boolean tellsAnotherTime =
        visit.effective() != null
            && !visit.effective().equals(known.effective())
            && (known.effective() == null || arrival.deliveryNo() >= known.deliveryNo());
    if (tellsAnotherTime) {
      store(
          key,
          visit,
          arrival,
          new KnownCheckup(known.checkupNo(), arrival.deliveryNo(), visit.effective()));
    }
    return known.checkupNo();
  }

  private void store(PersonKey key, Visit visit, Arrival arrival, KnownCheckup head) {
    checkups.put(key, head);
    newCheckups.put(key, new CheckupRow(key, ids.get(), arrival.centre(), visit.sourceKey(), head));
    arrival.tally().changed();
  }

  private void observe(Observation observation, int checkupNo, Arrival arrival) {
    PersonKey key = arrival.key(observation.key());
    StoredObservation before = current.get(key);
    Judged judged = holding.judged(observation, arrival.person().birthDate());
    StoredObservation incoming =
        new StoredObservation(observation, checkupNo, arrival.deliveryNo(), holding.until(judged));
    Outcome outcome = ObservationRules.decide(before, incoming);
    arrival.tally().count(outcome, observation.position());
    if (outcome.changesRecord()) {
      critical.take(key, arrival.centre(), before, incoming, judged);
    }
    switch (outcome) {
      case CREATED -> {
        if (before != null) {
          keep(before, arrival, Why.WITHDRAWN);
        }
        put(key, incoming);
      }
      case SUPERSEDED -> {
        keep(Objects.requireNonNull(before), arrival, Why.SUPERSEDED);
        put(key, incoming);
      }
      case WITHDRAWN -> {
        keep(Objects.requireNonNull(before), arrival, Why.WITHDRAWN);
        put(key, incoming);
      }
      case STALE -> keep(incoming, arrival, Why.STALE);
      case UNCHANGED, TARGET_UNKNOWN -> {}
    }
  }

  private void put(PersonKey key, StoredObservation version) {
    current.put(key, version);
    Map<PersonKey, StoredObservation> rows =
        stored.contains(key) ? replacedObservations : newObservations;
    rows.put(key, version);
  }

  private void keep(StoredObservation version, Arrival arrival, Why why) {
    history.add(new Earlier(arrival.person().personId(), version, why));
  }

  private void state(Statement statement, int checkupNo, Arrival arrival) {
    PersonKey key = arrival.key(statement.key());
    Head head = new Head(arrival.deliveryNo(), content(statement));
    Outcome outcome = statements.add(key, head, new NewStatement(key, head, checkupNo, statement));
    arrival.tally().count(outcome, statement.position());
  }

  private static UUID content(Statement statement) {
    return Digests.of(
        Integer.toString(statement.kind()),
        statement.codes().toString(),
        statement.text(),
        statement.status(),
        String.valueOf(statement.effective()));
  }

  private void document(Document document, int checkupNo, Arrival arrival) {
    PersonKey key = arrival.key(document.key());
    UUID content =
        Digests.of(document.kind(), document.code().toString(), document.title(), document.text());
    Head head = new Head(arrival.deliveryNo(), content);
    Outcome outcome =
        documents.add(
            key, head, new NewDocument(key, head, checkupNo, holding.until(document), document));
    arrival.tally().count(outcome, document.position());
  }

  private void list(ListState list, int checkupNo, Arrival arrival) {
    ListKey key = new ListKey(arrival.person().personId(), checkupNo, list.kind());
    KnownList known = lists.get(key);
    boolean older = known != null && arrival.deliveryNo() < known.deliveryNo();
    if (older || (known != null && known.complete() == list.complete())) {
      return;
    }
    KnownList now = new KnownList(list.complete(), arrival.deliveryNo());
    lists.put(key, now);
    newLists.put(key, now);
    arrival.tally().changed();
  }

  /** What the visits of the batch change. */
  RecordStore.Changes changes(List<RecordStore.NewDelivery> deliveries) {
    return new RecordStore.Changes(
        deliveries,
        List.copyOf(newCheckups.values()),
        newObservations,
        replacedObservations,
        history,
        statements.rows(),
        documents.rows(),
        newLists);
  }
}
