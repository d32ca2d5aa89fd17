package health.lifelong.ingestion.submission.app;

import health.lifelong.ingestion.record.domain.RecordOutcome;
import health.lifelong.ingestion.submission.domain.Receipt;
import health.lifelong.ingestion.submission.domain.Rejection;
import health.lifelong.ingestion.submission.domain.Tally;
import health.lifelong.ingestion.submission.domain.Understood;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The running account of one receipt while its pieces are delivered. Confined to its lane's thread.
 */
final class OpenAccount {
  private final ReceiptStore.Due due;
  private final List<Rejection> rejections = new ArrayList<>();
  private final Set<String> persons = new LinkedHashSet<>();
  private long rowsRejected;
  private long rowsDuplicate;
  // Pieces of one record come one after another: it is a duplicate if all of them were there
  // already.
  private int current = -1;
  private int currentRecords;
  private boolean currentKnown;
  private long created;
  private long unchanged;
  private Reading reading = new Reading(Tally.NONE, List.of(), false);

  OpenAccount(ReceiptStore.Due due) {
    this.due = due;
  }

  ReceiptStore.Due due() {
    return due;
  }

  /** A record that reading refused. */
  void rejected(RecordOutcome.Rejected outcome) {
    reject(outcome.index(), outcome.path(), outcome.reason().name(), outcome.detail());
  }

  /** A record that the record service refused for good. */
  void reject(long index, String path, String reason, String detail) {
    rowsRejected++;
    note(Rejection.record(index, path, reason, detail));
  }

  private void note(Rejection rejection) {
    if (rejections.size() < Receipt.REJECTIONS_SHOWN) {
      rejections.add(rejection);
    }
  }

  /** A piece that reached the record. */
  void written(RecordWriter.Piece piece, RecordWriter.Written written) {
    if (persons.size() < Receipt.PERSONS_SHOWN && !written.personId().isEmpty()) {
      persons.add(written.personId());
    }
    created += written.created() + written.superseded() + written.withdrawn() + written.stale();
    if (written.redelivered()) {
      created += written.unchanged();
    } else {
      unchanged += written.unchanged();
    }
    for (String position : written.targetsUnknown()) {
      note(
          new Rejection(
              piece.index(),
              position,
              "TARGET_UNKNOWN",
              "a withdrawal names a value never received",
              true));
    }
    if (piece.content() instanceof Understood.Row row
        && row.outcome() instanceof RecordOutcome.CheckupRead read) {
      if (piece.index() != current) {
        settle();
        current = piece.index();
        currentRecords = row.records();
        currentKnown = true;
      }
      currentKnown &= written.nothingNew();
      for (RecordOutcome.Warning warning : read.warnings()) {
        note(
            new Rejection(
                piece.index(), warning.path(), warning.reason().name(), warning.detail(), true));
      }
    }
  }

  /** Counts the record whose last piece has come. */
  private void settle() {
    if (currentKnown) {
      rowsDuplicate += currentRecords;
    }
    currentKnown = false;
  }

  /** Takes what reading the whole body counted. */
  void read(Reading whole) {
    reading = whole;
  }

  /** Closes the account of a body that was read and delivered to its end. */
  Receipt close() {
    settle();
    Tally form = reading.tally();
    boolean wholeFileKnown = created == 0 && unchanged > 0 && rowsDuplicate == 0;
    long refused = Math.max(form.rejected(), rowsRejected);
    long duplicates = wholeFileKnown ? form.records() - refused : rowsDuplicate;
    return new Receipt(
        due.id(),
        due.context().centre(),
        due.context().format(),
        Instant.EPOCH,
        Receipt.State.ACCOUNTED,
        due.context().fileName(),
        0,
        new Tally(
            form.records(),
            form.records() - refused - duplicates,
            duplicates,
            refused,
            form.observations(),
            form.unmapped(),
            form.variants(),
            form.lifestyleDays()),
        rejections.isEmpty() ? reading.rejected() : rejections,
        List.copyOf(persons));
  }
}
