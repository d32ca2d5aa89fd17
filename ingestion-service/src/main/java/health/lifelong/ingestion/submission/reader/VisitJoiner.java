package health.lifelong.ingestion.submission.reader;

import health.lifelong.ingestion.record.domain.Checkup;
import health.lifelong.ingestion.record.domain.Document;
import health.lifelong.ingestion.record.domain.Observation;
import health.lifelong.ingestion.record.domain.RecordOutcome;
import health.lifelong.ingestion.record.domain.RecordOutcome.CheckupRead;
import health.lifelong.ingestion.record.domain.Statement;
import health.lifelong.ingestion.submission.domain.Understood;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Puts neighbouring entries of one Bundle that belong to one visit of one person together again: a
 * Bundle has an entry a value, the record has a visit. Entries keep their order; what is no part of
 * a visit passes through.
 */
final class VisitJoiner implements Consumer<Understood> {
  private final Consumer<Understood> sink;
  private final List<CheckupRead> visit = new ArrayList<>();

  VisitJoiner(Consumer<Understood> sink) {
    this.sink = sink;
  }

  @Override
  public void accept(Understood understood) {
    if (understood instanceof Understood.Row(CheckupRead read, int one)) {
      if (!visit.isEmpty() && !sameVisit(visit.getFirst(), read)) {
        flush();
      }
      visit.add(read);
      return;
    }
    flush();
    sink.accept(understood);
  }

  private static boolean sameVisit(CheckupRead first, CheckupRead next) {
    return first.checkup().sourceKey().equals(next.checkup().sourceKey())
        && first.person().equals(next.person());
  }

  /** Passes on the visit that was gathered. */
  void flush() {
    if (visit.isEmpty()) {
      return;
    }
    sink.accept(new Understood.Row(joined(), visit.size()));
    visit.clear();
  }

  private CheckupRead joined() {
    CheckupRead first = visit.getFirst();
    if (visit.size() == 1) {
      return first;
    }
    List<Observation> observations = new ArrayList<>(visit.size());
    List<Statement> statements = new ArrayList<>();
    List<Document> documents = new ArrayList<>();
    List<RecordOutcome.Warning> warnings = new ArrayList<>();
    Set<Statement.Kind> lists = EnumSet.noneOf(Statement.Kind.class);
    int counted = 0;
    int unmapped = 0;
    for (CheckupRead read : visit) {
      observations.addAll(read.checkup().observations());
      statements.addAll(read.checkup().statements());
      documents.addAll(read.checkup().documents());
      lists.addAll(read.checkup().completeLists());
      warnings.addAll(read.warnings());
      counted += read.observations();
      unmapped += read.unmapped();
    }
    Checkup checkup =
        new Checkup(
            first.checkup().sourceKey(),
            first.checkup().effective(),
            observations,
            statements,
            lists,
            documents);
    return new CheckupRead(first.index(), first.person(), checkup, counted, unmapped, warnings);
  }
}
