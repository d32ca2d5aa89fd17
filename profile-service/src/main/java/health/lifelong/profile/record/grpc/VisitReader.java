package health.lifelong.profile.record.grpc;

import static health.lifelong.profile.record.grpc.Fields.required;
import static health.lifelong.profile.record.grpc.Fields.text;

import health.lifelong.profile.access.grpc.Requests;
import health.lifelong.profile.change.algorithm.Digests;
import health.lifelong.profile.record.domain.Document;
import health.lifelong.profile.record.domain.ListState;
import health.lifelong.profile.record.domain.Observation.Status;
import health.lifelong.profile.record.domain.Observation.Unmapped;
import health.lifelong.profile.record.domain.Statement;
import health.lifelong.profile.record.domain.Value;
import health.lifelong.profile.record.domain.Visit;
import health.lifelong.profile.v1.Checkup;
import health.lifelong.profile.v1.ClinicalStatement;
import health.lifelong.profile.v1.Observation;
import org.jspecify.annotations.Nullable;

/** Reads a checkup into the domain. */
final class VisitReader {
  private VisitReader() {}

  static Visit read(Checkup checkup, String centre) {
    String sourceKey = required(checkup.getSourceKey(), "checkup.source_key");
    return new Visit(
        Digests.of("checkup", centre, sourceKey),
        sourceKey,
        checkup.hasEffectiveTime()
            ? Fields.time(checkup.getEffectiveTime(), "checkup.effective_time")
            : null,
        checkup.getObservationsList().stream().map(o -> observation(o, centre)).toList(),
        checkup.getStatementsList().stream().map(s -> statement(s, centre)).toList(),
        checkup.getListsList().stream()
            .map(l -> new ListState(kind(l.getKind()), l.getComplete()))
            .toList(),
        checkup.getDocumentsList().stream().map(d -> document(d, centre)).toList());
  }

  private static health.lifelong.profile.record.domain.Observation observation(
      Observation o, String centre) {
    String sourceKey = required(o.getSourceKey(), "observations.source_key");
    String item = text(o.getItemCode(), "observations.item_code");
    Unmapped unmapped = unmapped(o);
    // Exactly one of both: a value that is mapped and unmapped at once would reach a model.
    if (item.isEmpty() == (unmapped == null)) {
      throw Requests.invalid("observations.unmapped_reason");
    }
    return new health.lifelong.profile.record.domain.Observation(
        Digests.of("observation", centre, sourceKey),
        item.isEmpty() ? null : item,
        unmapped,
        value(o),
        o.hasEffectiveTime()
            ? Fields.time(o.getEffectiveTime(), "observations.effective_time")
            : null,
        status(o),
        Fields.coding(o.getRawCode(), "observations.raw_code"),
        text(o.getRawValue(), "observations.raw_value"),
        text(o.getRawUnit(), "observations.raw_unit"),
        text(o.getPosition(), "observations.position"),
        o.getImplausible(),
        o.getUnitAssumed(),
        text(o.getMethod(), "observations.method"),
        text(o.getDevice(), "observations.device"),
        text(o.getReferenceRange(), "observations.reference_range"),
        text(o.getInterpretation(), "observations.interpretation"),
        text(o.getPanel(), "observations.panel"));
  }

  private static Value value(Observation o) {
    Value.Reason reason = absent(o);
    boolean present = o.getValueCase() != Observation.ValueCase.VALUE_NOT_SET;
    if (present && reason != null) {
      throw Requests.invalid("observations.absent_reason");
    }
    return switch (o.getValueCase()) {
      case QUANTITY ->
          new Value.Quantity(
              Fields.decimal(o.getQuantity().getValue(), "observations.quantity"),
              text(o.getQuantity().getUnit(), "observations.quantity.unit"),
              Fields.comparator(o.getQuantity().getComparator()));
      case CODED -> new Value.Coded(Fields.coding(o.getCoded(), "observations.coded"));
      case TEXT -> new Value.Text(text(o.getText(), "observations.text"));
      case RANGE -> new Value.Range(text(o.getRange(), "observations.range"));
      case VALUE_NOT_SET -> new Value.Absent(absentReason(o, reason));
    };
  }

  // Only who takes a value back may leave open why there is none.
  private static Value.Reason absentReason(Observation o, Value.@Nullable Reason reason) {
    if (reason != null) {
      return reason;
    }
    if (status(o) != Status.WITHDRAWN) {
      throw Requests.invalid("observations.absent_reason");
    }
    return Value.Reason.UNKNOWN;
  }

  private static Value.@Nullable Reason absent(Observation o) {
    return switch (o.getAbsentReason()) {
      case ABSENT_REASON_UNSPECIFIED -> null;
      case ABSENT_REASON_NOT_DONE -> Value.Reason.NOT_DONE;
      case ABSENT_REASON_UNKNOWN -> Value.Reason.UNKNOWN;
      case ABSENT_REASON_NOT_USABLE -> Value.Reason.NOT_USABLE;
      case UNRECOGNIZED -> throw Requests.invalid("observations.absent_reason");
    };
  }

  private static Status status(Observation o) {
    return switch (o.getStatus()) {
      case OBSERVATION_STATUS_PRELIMINARY -> Status.PRELIMINARY;
      case OBSERVATION_STATUS_FINAL -> Status.FINAL;
      case OBSERVATION_STATUS_CORRECTED -> Status.CORRECTED;
      case OBSERVATION_STATUS_WITHDRAWN -> Status.WITHDRAWN;
      case OBSERVATION_STATUS_UNSPECIFIED, UNRECOGNIZED ->
          throw Requests.invalid("observations.status");
    };
  }

  private static @Nullable Unmapped unmapped(Observation o) {
    return switch (o.getUnmappedReason()) {
      case UNMAPPED_REASON_UNSPECIFIED -> null;
      case UNMAPPED_REASON_CODE_UNKNOWN -> Unmapped.CODE_UNKNOWN;
      case UNMAPPED_REASON_UNIT_UNKNOWN -> Unmapped.UNIT_UNKNOWN;
      case UNMAPPED_REASON_UNIT_MISSING -> Unmapped.UNIT_MISSING;
      case UNMAPPED_REASON_VALUE_TYPE -> Unmapped.VALUE_TYPE;
      case UNRECOGNIZED -> throw Requests.invalid("observations.unmapped_reason");
    };
  }

  private static Statement statement(ClinicalStatement s, String centre) {
    String sourceKey = required(s.getSourceKey(), "statements.source_key");
    return new Statement(
        Digests.of("statement", centre, sourceKey),
        kind(s.getKind()),
        s.getCodesList().stream().map(code -> Fields.codingPart(code, "statements.codes")).toList(),
        text(s.getText(), "statements.text"),
        text(s.getStatus(), "statements.status"),
        s.hasEffectiveTime()
            ? Fields.time(s.getEffectiveTime(), "statements.effective_time")
            : null,
        sourceKey,
        text(s.getPosition(), "statements.position"));
  }

  private static int kind(ClinicalStatement.Kind kind) {
    return switch (kind) {
      case KIND_CONDITION,
          KIND_MEDICATION,
          KIND_ALLERGY,
          KIND_FAMILY_HISTORY,
          KIND_PREGNANCY,
          KIND_FINDING,
          KIND_PROCEDURE ->
          kind.getNumber();
      case KIND_UNSPECIFIED, UNRECOGNIZED -> throw Requests.invalid("kind");
    };
  }

  private static Document document(health.lifelong.profile.v1.Document d, String centre) {
    String sourceKey = required(d.getSourceKey(), "documents.source_key");
    return new Document(
        Digests.of("document", centre, sourceKey),
        text(d.getKind(), "documents.kind"),
        Fields.coding(d.getCode(), "documents.code"),
        text(d.getTitle(), "documents.title"),
        d.getText(),
        sourceKey,
        text(d.getPosition(), "documents.position"));
  }
}
