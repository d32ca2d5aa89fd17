package health.lifelong.ingestion.csv.algorithm;

import health.lifelong.ingestion.csv.algorithm.CellReader.Cell;
import health.lifelong.ingestion.csv.domain.Column;
import health.lifelong.ingestion.csv.domain.CsvContract;
import health.lifelong.ingestion.record.domain.Checkup;
import health.lifelong.ingestion.record.domain.Coding;
import health.lifelong.ingestion.record.domain.Observation;
import health.lifelong.ingestion.record.domain.Observation.Status;
import health.lifelong.ingestion.record.domain.Observation.Unmapped;
import health.lifelong.ingestion.record.domain.RecordOutcome;
import health.lifelong.ingestion.record.domain.RecordOutcome.CheckupRead;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.ingestion.record.domain.RecordOutcome.Rejected;
import health.lifelong.ingestion.record.domain.RecordOutcome.Warning;
import health.lifelong.ingestion.record.domain.Statement;
import health.lifelong.ingestion.record.domain.Value;
import health.lifelong.vocabulary.ItemNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes of one row of cells one visit, or the reason why it is none. */
final class RowReader {
  private final HeaderPlan.Known plan;
  private final CsvContract contract;
  private final CellReader cells = new CellReader();
  private final PersonReader persons;

  RowReader(HeaderPlan.Known plan, String fileHash, CsvContract contract) {
    this.plan = plan;
    this.contract = contract;
    this.persons = new PersonReader(plan, fileHash, contract);
  }

  RecordOutcome read(int index, long line, List<String> row) {
    int width = plan.columns().size();
    boolean tooLong =
        row.size() > width && !row.subList(width, row.size()).stream().allMatch(String::isBlank);
    if (row.size() < width || tooLong) {
      return new Rejected(
          index,
          "line " + line,
          Reason.ROW_SHAPE,
          "%d cells under a header of %d".formatted(row.size(), width));
    }
    return switch (persons.read(index, line, row)) {
      case PersonReader.Found found -> new Visit(index, line, found).read(row);
      case PersonReader.Refused refused -> refused.why();
    };
  }

  /** A row while it is read. */
  private final class Visit {
    private final int index;
    private final long line;
    private final PersonReader.Found found;
    private final String key;
    private final List<Observation> observations = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private int counted;
    private int unmapped;

    private Visit(int index, long line, PersonReader.Found found) {
      this.index = index;
      this.line = line;
      this.found = found;
      this.key = "csv|" + found.visit();
    }

    private RecordOutcome read(List<String> row) {
      for (int i = 0; i < plan.columns().size(); i++) {
        Rejected rejected = column(plan.columns().get(i), row.get(i));
        if (rejected != null) {
          return rejected;
        }
      }
      Checkup checkup =
          new Checkup(key, found.effective(), observations, statements, Set.of(), List.of());
      return new CheckupRead(index, found.person(), checkup, counted, unmapped, warnings);
    }

    private @Nullable Rejected column(Column column, String raw) {
      return switch (column) {
        case Column.Values values -> values(values, raw);
        case Column.Treated treated -> treated(treated, raw);
        case Column.Local local -> {
          if (!raw.isBlank()) {
            Optional<Value.Absent> mark = CellReader.mark(raw);
            Value value = mark.isPresent() ? mark.get() : new Value.Text(raw.strip());
            add(local.header(), null, Unmapped.CODE_UNKNOWN, value, raw, "");
          }
          yield null;
        }
        case Column.Identifier who -> null;
        case Column.Name who -> null;
        case Column.Sex who -> null;
        case Column.BirthDate who -> null;
        case Column.ExamDate when -> null;
        case Column.ExamYear when -> null;
        case Column.Visit when -> null;
        case Column.Ignored none -> null;
      };
    }

    private @Nullable Rejected values(Column.Values column, String raw) {
      String itemCode = column.item().code();
      return switch (cells.read(column, raw)) {
        case Cell.Empty empty -> null;
        case Cell.NoValue none -> {
          add(column.header(), itemCode, null, none.value(), raw, column.method());
          yield null;
        }
        case Cell.Read read -> {
          counted++;
          unmapped += read.value().unmapped() == null ? 0 : 1;
          observations.add(observation(column, raw, read));
          yield null;
        }
        case Cell.Unreadable bad -> unreadable(column.header(), itemCode, raw, bad.detail());
      };
    }

    private @Nullable Rejected unreadable(String header, String item, String raw, String detail) {
      String place = place(header);
      if (contract.unreadableCellRejectsRow()) {
        return new Rejected(index, place, Reason.VALUE_INVALID, detail);
      }
      warnings.add(new Warning(place, Reason.VALUE_INVALID, detail));
      add(header, item, null, new Value.Absent(Value.Reason.NOT_USABLE), raw, "");
      return null;
    }

    private @Nullable Rejected treated(Column.Treated column, String raw) {
      return switch (raw.strip()) {
        case "1", "1.0", "Y", "y" -> {
          Coding concept = new Coding("urn:lifelong:concept", column.concept(), "");
          Coding sent = new Coding("", column.header(), "treated");
          statements.add(
              new Statement(
                  Statement.Kind.CONDITION,
                  List.of(concept, sent),
                  column.header() + " = " + raw.strip(),
                  "active",
                  found.effective(),
                  key + "|" + ItemNames.fold(column.header()),
                  place(column.header())));
          yield null;
        }
        // "not treated for this" is no statement that the condition is absent
        case "", "0", "0.0", "N", "n", ".", "-", "NA", "NULL" -> null;
        default ->
            new Rejected(index, place(column.header()), Reason.VALUE_INVALID, "neither 0 nor 1");
      };
    }

    private Observation observation(Column.Values column, String raw, Cell.Read read) {
      return new Observation(
          read.value().itemCode(),
          read.value().unmapped(),
          read.value().value(),
          found.effective(),
          Status.FINAL,
          new Coding("", column.header(), ""),
          raw,
          read.unit(),
          key + "|" + ItemNames.fold(column.header()),
          place(column.header()),
          read.value().implausible(),
          read.value().unitAssumed(),
          column.method(),
          "",
          "",
          "",
          "");
    }

    private void add(
        String header,
        @Nullable String itemCode,
        @Nullable Unmapped reason,
        Value value,
        String raw,
        String method) {
      observations.add(
          new Observation(
              itemCode,
              reason,
              value,
              found.effective(),
              Status.FINAL,
              new Coding("", header, ""),
              raw,
              "",
              key + "|" + ItemNames.fold(header),
              place(header),
              false,
              false,
              method,
              "",
              "",
              "",
              ""));
    }

    private String place(String header) {
      return "line %d, column %s".formatted(line, header);
    }
  }
}
