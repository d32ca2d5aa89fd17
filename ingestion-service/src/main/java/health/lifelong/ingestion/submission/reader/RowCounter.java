package health.lifelong.ingestion.submission.reader;

import health.lifelong.ingestion.record.domain.RecordOutcome;
import health.lifelong.ingestion.submission.app.Reading;
import health.lifelong.ingestion.submission.domain.Receipt;
import health.lifelong.ingestion.submission.domain.Rejection;
import health.lifelong.ingestion.submission.domain.Tally;
import health.lifelong.ingestion.submission.domain.Understood;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Passes rows on and counts them. */
final class RowCounter {
  private final Consumer<Understood> sink;
  private final List<Rejection> rejected = new ArrayList<>();
  private long records;
  private long refused;
  private long observations;
  private long unmapped;

  RowCounter(Consumer<Understood> sink) {
    this.sink = sink;
  }

  void accept(RecordOutcome outcome) {
    records++;
    switch (outcome) {
      case RecordOutcome.CheckupRead read -> {
        observations += read.observations();
        unmapped += read.unmapped();
      }
      case RecordOutcome.Rejected no -> {
        refused++;
        if (rejected.size() < Receipt.REJECTIONS_SHOWN) {
          rejected.add(FormatReaders.rejection(no));
        }
      }
      case RecordOutcome.PersonRead read -> {}
      case RecordOutcome.Unattributed read -> {}
    }
    sink.accept(new Understood.Row(outcome, 1));
  }

  Reading reading() {
    return new Reading(
        new Tally(records, records - refused, 0, refused, observations, unmapped, 0, 0),
        rejected,
        false);
  }
}
