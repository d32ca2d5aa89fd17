package health.lifelong.analytics.record.client;

import health.lifelong.analytics.record.domain.Coding;
import health.lifelong.analytics.record.domain.Observation;
import health.lifelong.analytics.record.domain.Observation.Status;
import health.lifelong.analytics.record.domain.Statement;
import health.lifelong.analytics.record.domain.Value;
import health.lifelong.analytics.record.domain.Value.Comparator;
import health.lifelong.analytics.record.domain.Value.Reason;
import health.lifelong.analytics.record.domain.Visit;
import health.lifelong.common.v1.EffectiveTime;
import health.lifelong.common.v1.Quantity;
import health.lifelong.profile.v1.AbsentReason;
import health.lifelong.profile.v1.Checkup;
import health.lifelong.profile.v1.CheckupView;
import health.lifelong.profile.v1.ClinicalStatement;
import health.lifelong.profile.v1.ListState;
import health.lifelong.profile.v1.ObservationStatus;
import health.lifelong.profile.v1.UnmappedReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Maps one checkup with its observations and statements. */
final class VisitMapper {
  private VisitMapper() {}

  static Visit visit(CheckupView view) {
    Checkup checkup = view.getCheckup();
    EffectiveTime time = checkup.hasEffectiveTime() ? checkup.getEffectiveTime() : null;
    List<Observation> observations =
        checkup.getObservationsList().stream().map(VisitMapper::observation).toList();
    // A visit that was sent without a time is dated by the first of its values that has one.
    LocalDate date =
        time != null
            ? day(time.getStartMicros(), time)
            : observations.stream()
                .map(Observation::date)
                .filter(d -> d != null)
                .min(LocalDate::compareTo)
                .orElse(null);
    return new Visit(
        view.getCheckupId(),
        view.getCentre(),
        date,
        observations,
        checkup.getStatementsList().stream()
            .map(VisitMapper::statement)
            .flatMap(Optional::stream)
            .toList(),
        completeLists(checkup.getListsList()));
  }

  private static Observation observation(health.lifelong.profile.v1.Observation sent) {
    boolean mapped =
        !sent.getItemCode().isEmpty()
            && sent.getUnmappedReason() == UnmappedReason.UNMAPPED_REASON_UNSPECIFIED;
    EffectiveTime time = sent.hasEffectiveTime() ? sent.getEffectiveTime() : null;
    return new Observation(
        mapped ? sent.getItemCode() : null,
        value(sent),
        time == null ? null : day(time.getStartMicros(), time),
        time == null ? null : instant(time.getStartMicros()),
        status(sent.getStatus()),
        sent.getImplausible(),
        sent.getUnitAssumed(),
        sent.getHeld(),
        sent.getMethod(),
        sent.getSourceKey());
  }

  private static Value value(health.lifelong.profile.v1.Observation sent) {
    if (sent.getAbsentReason() != AbsentReason.ABSENT_REASON_UNSPECIFIED) {
      return new Value.Absent(reason(sent.getAbsentReason()));
    }
    return switch (sent.getValueCase()) {
      case QUANTITY -> quantity(sent.getQuantity());
      case CODED -> new Value.Coded(coding(sent.getCoded()));
      case TEXT -> new Value.Text(sent.getText());
      case RANGE -> new Value.Text(sent.getRange());
      case VALUE_NOT_SET -> new Value.Absent(Reason.UNKNOWN);
    };
  }

  private static Value quantity(Quantity sent) {
    BigDecimal number = Decimals.parse(sent.getValue());
    if (number == null) {
      return new Value.Absent(Reason.NOT_USABLE);
    }
    Comparator comparator =
        switch (sent.getComparator()) {
          case COMPARATOR_UNSPECIFIED, UNRECOGNIZED -> Comparator.EQUAL;
          case COMPARATOR_LESS -> Comparator.LESS;
          case COMPARATOR_LESS_OR_EQUAL -> Comparator.LESS_OR_EQUAL;
          case COMPARATOR_GREATER_OR_EQUAL -> Comparator.GREATER_OR_EQUAL;
          case COMPARATOR_GREATER -> Comparator.GREATER;
        };
    return new Value.Quantity(number, sent.getUnit(), comparator);
  }

  private static Reason reason(AbsentReason reason) {
    return switch (reason) {
      case ABSENT_REASON_NOT_DONE -> Reason.NOT_DONE;
      case ABSENT_REASON_NOT_USABLE -> Reason.NOT_USABLE;
      case ABSENT_REASON_UNKNOWN, ABSENT_REASON_UNSPECIFIED, UNRECOGNIZED -> Reason.UNKNOWN;
    };
  }

  private static Status status(ObservationStatus status) {
    return switch (status) {
      case OBSERVATION_STATUS_FINAL -> Status.FINAL;
      case OBSERVATION_STATUS_CORRECTED -> Status.CORRECTED;
      case OBSERVATION_STATUS_WITHDRAWN -> Status.WITHDRAWN;
      // What nobody called final is not yet.
      case OBSERVATION_STATUS_PRELIMINARY, OBSERVATION_STATUS_UNSPECIFIED, UNRECOGNIZED ->
          Status.PRELIMINARY;
    };
  }

  private static Optional<Statement> statement(ClinicalStatement sent) {
    Statement.Kind kind = kind(sent.getKind());
    if (kind == null) {
      return Optional.empty();
    }
    EffectiveTime time = sent.hasEffectiveTime() ? sent.getEffectiveTime() : null;
    return Optional.of(
        new Statement(
            kind,
            sent.getCodesList().stream().map(VisitMapper::coding).toList(),
            sent.getText(),
            sent.getStatus(),
            time == null ? null : day(time.getStartMicros(), time),
            time == null || !time.hasEndMicros() ? null : day(time.getEndMicros(), time)));
  }

  private static Set<Statement.Kind> completeLists(List<ListState> lists) {
    Set<Statement.Kind> complete = EnumSet.noneOf(Statement.Kind.class);
    for (ListState list : lists) {
      Statement.Kind kind = kind(list.getKind());
      if (list.getComplete() && kind != null) {
        complete.add(kind);
      }
    }
    return complete;
  }

  private static Statement.@Nullable Kind kind(ClinicalStatement.Kind kind) {
    return switch (kind) {
      case KIND_CONDITION -> Statement.Kind.CONDITION;
      case KIND_MEDICATION -> Statement.Kind.MEDICATION;
      case KIND_ALLERGY -> Statement.Kind.ALLERGY;
      case KIND_FAMILY_HISTORY -> Statement.Kind.FAMILY_HISTORY;
      case KIND_PREGNANCY -> Statement.Kind.PREGNANCY;
      case KIND_FINDING -> Statement.Kind.FINDING;
      case KIND_PROCEDURE -> Statement.Kind.PROCEDURE;
      case KIND_UNSPECIFIED, UNRECOGNIZED -> null;
    };
  }

  private static Coding coding(health.lifelong.common.v1.Coding sent) {
    return new Coding(sent.getSystem(), sent.getCode(), sent.getDisplay());
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /** The day on the sender's own calendar; UTC where no offset came and none was assumed. */
  private static LocalDate day(long micros, EffectiveTime time) {
    int minutes = time.hasOffsetMinutes() ? time.getOffsetMinutes() : 0;
    ZoneOffset offset =
        Math.abs(minutes) <= 18 * 60 ? ZoneOffset.ofTotalSeconds(minutes * 60) : ZoneOffset.UTC;
    return instant(micros).atOffset(offset).toLocalDate();
  }
}
