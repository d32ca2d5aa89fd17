package health.lifelong.ingestion.hl7v2.algorithm;

import health.lifelong.ingestion.hl7v2.algorithm.ObxValueReader.Remark;
import health.lifelong.ingestion.hl7v2.domain.Hl7Error;
import health.lifelong.ingestion.hl7v2.domain.Hl7Error.Condition;
import health.lifelong.ingestion.hl7v2.domain.Hl7Error.Location;
import health.lifelong.ingestion.hl7v2.domain.Hl7Error.Severity;
import health.lifelong.ingestion.record.domain.Checkup;
import health.lifelong.ingestion.record.domain.Coding;
import health.lifelong.ingestion.record.domain.Document;
import health.lifelong.ingestion.record.domain.EffectiveTime;
import health.lifelong.ingestion.record.domain.Observation;
import health.lifelong.ingestion.record.domain.Observation.Unmapped;
import health.lifelong.ingestion.record.domain.PersonClaim;
import health.lifelong.ingestion.record.domain.RecordOutcome;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.ingestion.record.domain.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers what stands below one PID into one visit. */
final class PersonGroup {
  private final PersonReader.Read person;
  private final ObservationReader reader;
  private final ZoneId zone;
  private final List<Observation> observations = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private final List<Document> documents = new ArrayList<>();
  private final List<Hl7Error> errors = new ArrayList<>();
  private final Map<String, Integer> repeats = new HashMap<>();
  private OrderContext order = OrderContext.NONE;
  private String visit = "";
  private Noted noted = new Noted(Coding.NONE, "PID");
  private int counted;
  private int unmapped;
  private int ignored;
  private int carried;
  private int usable;

  /** What the next NTE is about. */
  private record Noted(Coding code, String key) {}

  PersonGroup(PersonReader.Read person, ObservationReader reader, ZoneId zone) {
    this.person = person;
    this.reader = reader;
    this.zone = zone;
    errors.addAll(person.errors());
  }

  /**
   * Takes the next segment of the group; {@code specimenTime} is SPM-17 of the specimen it belongs
   * to, else empty.
   */
  void take(Hl7Segment segment, String specimenTime) {
    switch (segment.name()) {
      case "PV1" -> visit = segment.text(19, 1);
      case "ORC" -> order = OrderContext.common(segment);
      case "OBR" -> request(segment);
      case "OBX" -> observation(segment, specimenTime);
      case "NTE" -> note(segment);
      default -> StatementReader.read(segment, zone).ifPresent(statements::add);
    }
  }

  private void request(Hl7Segment obr) {
    order = order.request(obr, zone);
    for (int field : order.invalidTimes()) {
      Location place = Location.of("OBR", obr.sequence(), field);
      errors.add(
          new Hl7Error(
              place,
              Condition.DATA_TYPE,
              Severity.WARNING,
              Reason.VALUE_INVALID,
              "no date or time"));
    }
    Coding panel = new Coding(obr.text(4, 3), obr.text(4, 1), obr.text(4, 2));
    noted = new Noted(panel, order.number() + "|" + order.panel());
  }

  private void observation(Hl7Segment obx, String specimenTime) {
    ObservationReader.Timed timed = reader.time(obx, order, specimenTime);
    Coding code = ObservationReader.rawCode(obx);
    String key = ObservationReader.key(obx, code, order, timed.text());
    String sourceKey = key + "|" + (repeats.merge(key, 1, Integer::sum) - 1);
    noted = new Noted(code, sourceKey);
    ObservationReader.Read read = reader.read(obx, order, timed, sourceKey);
    Observation observation = read.observation();
    if (observation != null) {
      observations.add(observation);
    }
    if (read.attachment() != null) {
      documents.add(read.attachment());
    }
    counted += read.counted() ? 1 : 0;
    unmapped += read.counted() && observation != null && isUnknown(observation.unmapped()) ? 1 : 0;
    ignored += read.ignored() ? 1 : 0;
    carried += read.carriesValue() ? 1 : 0;
    usable += read.carriesValue() && read.usable() ? 1 : 0;
    for (Remark remark : read.remarks()) {
      Location place = Location.of("OBX", obx.sequence(), remark.field());
      errors.add(
          new Hl7Error(
              place, remark.condition(), Severity.WARNING, remark.reason(), remark.text()));
    }
  }

  private static boolean isUnknown(@Nullable Unmapped unmapped) {
    return unmapped != null && unmapped != Unmapped.VALUE_TYPE;
  }

  /** Notes in a row are one text, line by line. */
  private void note(Hl7Segment nte) {
    List<String> lines = new ArrayList<>();
    for (String repetition : nte.repetitions(3)) {
      lines.add(nte.syntax().verbatim(repetition));
    }
    String text = String.join("\n", lines);
    String key = noted.key() + "|note";
    Document last = documents.isEmpty() ? null : documents.getLast();
    if (last != null && last.kind().equals("note") && last.sourceKey().equals(key)) {
      Document longer =
          new Document(
              "note", last.code(), last.title(), last.text() + "\n" + text, key, last.position());
      documents.set(documents.size() - 1, longer);
      return;
    }
    if (text.isBlank()) {
      return;
    }
    documents.add(
        new Document(
            "note",
            noted.code(),
            noted.code().display(),
            text,
            key,
            "NTE[" + nte.sequence() + "]"));
  }

  boolean namesSomebody() {
    return person.namesSomebody();
  }

  /** True where values were sent and none of them can be used. */
  boolean isUseless() {
    return carried > 0 && usable == 0;
  }

  boolean carriesValues() {
    return carried > 0;
  }

  List<Hl7Error> errors() {
    return errors;
  }

  int counted() {
    return counted;
  }

  int unmapped() {
    return unmapped;
  }

  int ignored() {
    return ignored;
  }

  /** What became of the group in an accepted message. */
  RecordOutcome outcome(int index, String controlId) {
    PersonClaim claim = person.claim();
    if (observations.isEmpty() && statements.isEmpty() && documents.isEmpty()) {
      return new RecordOutcome.PersonRead(index, claim);
    }
    EffectiveTime effective = earliest();
    Checkup checkup =
        new Checkup(
            sourceKey(effective, controlId),
            effective,
            observations,
            statements,
            Set.of(),
            documents);
    List<RecordOutcome.Warning> warnings =
        errors.stream()
            .map(e -> new RecordOutcome.Warning(e.location().path(), e.reason(), e.text()))
            .toList();
    return new RecordOutcome.CheckupRead(index, claim, checkup, counted, unmapped, warnings);
  }

  private String sourceKey(@Nullable EffectiveTime effective, String controlId) {
    if (!visit.isEmpty()) {
      return "visit:" + visit;
    }
    return effective == null ? "msg:" + controlId : "date:" + Hl7Time.day(effective);
  }

  private @Nullable EffectiveTime earliest() {
    EffectiveTime earliest = null;
    for (Observation observation : observations) {
      EffectiveTime time = observation.effective();
      if (time != null && (earliest == null || time.start().isBefore(earliest.start()))) {
        earliest = time;
      }
    }
    return earliest;
  }
}
