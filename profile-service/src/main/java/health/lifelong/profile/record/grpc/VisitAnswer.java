package health.lifelong.profile.record.grpc;

import static health.lifelong.profile.record.domain.Coding.NONE;

import health.lifelong.common.v1.Coding;
import health.lifelong.common.v1.Comparator;
import health.lifelong.common.v1.EffectiveTime;
import health.lifelong.common.v1.Quantity;
import health.lifelong.common.v1.TimePrecision;
import health.lifelong.profile.record.domain.Document;
import health.lifelong.profile.record.domain.Observation.Unmapped;
import health.lifelong.profile.record.domain.Statement;
import health.lifelong.profile.record.domain.StoredObservation;
import health.lifelong.profile.record.domain.Value;
import health.lifelong.profile.v1.AbsentReason;
import health.lifelong.profile.v1.ClinicalStatement;
import health.lifelong.profile.v1.Observation;
import health.lifelong.profile.v1.ObservationStatus;
import health.lifelong.profile.v1.UnmappedReason;
import org.jspecify.annotations.Nullable;

/** Writes what stands in a visit as the contract says. */
final class VisitAnswer {
  private VisitAnswer() {}

  static Observation observation(StoredObservation stored, long atMicros) {
    health.lifelong.profile.record.domain.Observation o = stored.observation();
    Observation.Builder answer =
        Observation.newBuilder()
            .setUnmappedReason(unmapped(o.unmapped()))
            .setStatus(status(o.status()))
            .setRawValue(o.rawValue())
            .setRawUnit(o.rawUnit())
            // Only the digest of the sender's key is kept; it is as stable as the key itself.
            .setSourceKey(o.key().toString())
            .setPosition(o.position())
            .setImplausible(o.implausible())
            .setUnitAssumed(o.unitAssumed())
            .setMethod(o.method())
            .setDevice(o.device())
            .setReferenceRange(o.referenceRange())
            .setInterpretation(o.interpretation())
            .setPanel(o.panel())
            .setHeld(stored.heldUntilMicros() != null && stored.heldUntilMicros() > atMicros);
    if (o.itemCode() != null) {
      answer.setItemCode(o.itemCode());
    }
    if (!o.rawCode().equals(NONE)) {
      answer.setRawCode(coding(o.rawCode()));
    }
    if (o.effective() != null) {
      answer.setEffectiveTime(time(o.effective()));
    }
    value(answer, o.value());
    return answer.build();
  }

  private static void value(Observation.Builder answer, Value value) {
    switch (value) {
      case Value.Quantity quantity ->
          answer.setQuantity(
              quantity(quantity.value(), quantity.unit(), quantity.comparator().ordinal()));
      case Value.Coded coded -> answer.setCoded(coding(coded.coding()));
      case Value.Text text -> answer.setText(text.text());
      case Value.Range range -> answer.setRange(range.text());
      case Value.Absent absent -> answer.setAbsentReason(absent(absent.reason()));
    }
  }

  static Quantity quantity(String value, String unit, int comparator) {
    return Quantity.newBuilder()
        .setValue(value)
        .setUnit(unit)
        .setComparator(Comparator.forNumber(comparator))
        .build();
  }

  private static AbsentReason absent(Value.Reason reason) {
    return switch (reason) {
      case NOT_DONE -> AbsentReason.ABSENT_REASON_NOT_DONE;
      case UNKNOWN -> AbsentReason.ABSENT_REASON_UNKNOWN;
      case NOT_USABLE -> AbsentReason.ABSENT_REASON_NOT_USABLE;
    };
  }

  private static UnmappedReason unmapped(@Nullable Unmapped unmapped) {
    return switch (unmapped) {
      case CODE_UNKNOWN -> UnmappedReason.UNMAPPED_REASON_CODE_UNKNOWN;
      case UNIT_UNKNOWN -> UnmappedReason.UNMAPPED_REASON_UNIT_UNKNOWN;
      case UNIT_MISSING -> UnmappedReason.UNMAPPED_REASON_UNIT_MISSING;
      case VALUE_TYPE -> UnmappedReason.UNMAPPED_REASON_VALUE_TYPE;
      case null -> UnmappedReason.UNMAPPED_REASON_UNSPECIFIED;
    };
  }

  private static ObservationStatus status(
      health.lifelong.profile.record.domain.Observation.Status status) {
    return switch (status) {
      case PRELIMINARY -> ObservationStatus.OBSERVATION_STATUS_PRELIMINARY;
      case FINAL -> ObservationStatus.OBSERVATION_STATUS_FINAL;
      case CORRECTED -> ObservationStatus.OBSERVATION_STATUS_CORRECTED;
      case WITHDRAWN -> ObservationStatus.OBSERVATION_STATUS_WITHDRAWN;
    };
  }

  static EffectiveTime time(health.lifelong.profile.record.domain.EffectiveTime time) {
    EffectiveTime.Builder answer =
        EffectiveTime.newBuilder()
            .setStartMicros(time.startMicros())
            .setOffsetAssumed(time.offsetAssumed())
            .setPrecision(TimePrecision.forNumber(time.precision().number()));
    if (time.endMicros() != null) {
      answer.setEndMicros(time.endMicros());
    }
    if (time.offsetMinutes() != null) {
      answer.setOffsetMinutes(time.offsetMinutes());
    }
    return answer.build();
  }

  private static Coding coding(health.lifelong.profile.record.domain.Coding coding) {
    return Coding.newBuilder()
        .setSystem(coding.system())
        .setCode(coding.code())
        .setDisplay(coding.display())
        .build();
  }

  static ClinicalStatement statement(Statement statement) {
    ClinicalStatement.Builder answer =
        ClinicalStatement.newBuilder()
            .setKindValue(statement.kind())
            .setText(statement.text())
            .setStatus(statement.status())
            .setSourceKey(statement.sourceKey())
            .setPosition(statement.position());
    statement.codes().forEach(code -> answer.addCodes(coding(code)));
    if (statement.effective() != null) {
      answer.setEffectiveTime(time(statement.effective()));
    }
    return answer.build();
  }

  static health.lifelong.profile.v1.Document document(Document document) {
    health.lifelong.profile.v1.Document.Builder answer =
        health.lifelong.profile.v1.Document.newBuilder()
            .setKind(document.kind())
            .setTitle(document.title())
            .setText(document.text())
            .setSourceKey(document.sourceKey())
            .setPosition(document.position());
    if (!document.code().equals(NONE)) {
      answer.setCode(coding(document.code()));
    }
    return answer.build();
  }
}
