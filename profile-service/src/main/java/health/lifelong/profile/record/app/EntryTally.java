package health.lifelong.profile.record.app;

import health.lifelong.profile.change.domain.Outcome;
import health.lifelong.profile.person.app.PersonInBatch;
import health.lifelong.profile.record.domain.EntryResult;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what one entry does. */
final class EntryTally {
  private final PersonInBatch person;
  private final boolean personCreated;
  private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
  private final List<String> targetsUnknown = new ArrayList<>();
  private boolean changed;
  private boolean redelivered;

  EntryTally(PersonInBatch person, boolean personCreated) {
    this.person = person;
    this.personCreated = personCreated;
  }

  /** Counts an outcome; {@code position} tells where it stood. */
  void count(Outcome outcome, String position) {
    counts.merge(outcome, 1, Integer::sum);
    changed |= outcome.changesRecord();
    if (outcome == Outcome.TARGET_UNKNOWN) {
      targetsUnknown.add(position);
    }
  }

  /** Notes a change that is not of a counted thing. */
  void changed() {
    changed = true;
  }

  /** Notes that this record of this receipt came before. */
  void redelivered() {
    redelivered = true;
  }

  /** Begins anew to watch for changes. */
  void unchanged() {
    changed = false;
  }

  boolean isChanged() {
    return changed;
  }

  /** The result, once the whole batch is planned. */
  EntryResult result() {
    return new EntryResult(
        person.personId(),
        of(Outcome.CREATED),
        of(Outcome.UNCHANGED),
        of(Outcome.SUPERSEDED),
        of(Outcome.WITHDRAWN),
        of(Outcome.STALE),
        targetsUnknown,
        changed ? person.revision() : 0,
        personCreated,
        redelivered);
  }

  private int of(Outcome outcome) {
    return counts.getOrDefault(outcome, 0);
  }
}
