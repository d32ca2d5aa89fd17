package health.lifelong.profile.safety.grpc;

import com.google.protobuf.Timestamp;
import health.lifelong.common.v1.Comparator;
import health.lifelong.common.v1.EffectiveTime;
import health.lifelong.common.v1.Quantity;
import health.lifelong.common.v1.TimePrecision;
import health.lifelong.profile.safety.domain.CriticalEvent;
import health.lifelong.profile.safety.domain.CriticalValue;
import health.lifelong.profile.v1.CriticalResult;
import health.lifelong.profile.v1.CriticalResultEvent;
import health.lifelong.profile.v1.CriticalResultState;
import health.lifelong.profile.v1.ListCriticalResultsResponse;
import java.time.Instant;
import java.util.List;

/** Writes critical results as the contract says. */
final class CriticalAnswer {
  private CriticalAnswer() {}

  /** A page of {@code size} results; one result more says that another page follows. */
  static ListCriticalResultsResponse page(
      List<health.lifelong.profile.safety.domain.CriticalResult> results, int size) {
    var shown = results.subList(0, Math.min(size, results.size()));
    ListCriticalResultsResponse.Builder page = ListCriticalResultsResponse.newBuilder();
    shown.forEach(result -> page.addResults(of(result)));
    if (results.size() > size) {
      page.setNextPageToken(shown.getLast().criticalId().toString());
    }
    return page.build();
  }

  static CriticalResult of(health.lifelong.profile.safety.domain.CriticalResult result) {
    CriticalValue value = result.value();
    CriticalResult.Builder answer =
        CriticalResult.newBuilder()
            .setCriticalId(result.criticalId().toString())
            .setPersonId(result.personId().toString())
            .setCentre(result.centre())
            .setCheckupId(result.checkup().checkupId().toString())
            .setCheckupSourceKey(result.checkup().sourceKey())
            .setItemCode(value.itemCode())
            .setValue(
                Quantity.newBuilder()
                    .setValue(value.value())
                    .setUnit(value.unit())
                    .setComparator(Comparator.forNumber(value.comparator())))
            .setRule(value.rule())
            .setImplausible(value.implausible())
            .setState(CriticalResultState.forNumber(result.state().number()))
            .setOpenedTime(timestamp(result.openedAt()))
            .setLevel(result.level());
    if (value.takenAt() != null) {
      answer.setEffectiveTime(time(value.takenAt()));
    }
    if (result.dueAt() != null) {
      answer.setNextEscalationTime(timestamp(result.dueAt()));
    }
    result.events().forEach(event -> answer.addEvents(of(event)));
    return answer.build();
  }

  private static EffectiveTime time(CriticalValue.TakenAt taken) {
    EffectiveTime.Builder time =
        EffectiveTime.newBuilder()
            .setStartMicros(taken.startMicros())
            .setPrecision(TimePrecision.forNumber(taken.precision()));
    if (taken.offsetMinutes() != null) {
      time.setOffsetMinutes(taken.offsetMinutes());
    }
    return time.build();
  }

  private static CriticalResultEvent of(CriticalEvent event) {
    CriticalResultEvent.Builder answer =
        CriticalResultEvent.newBuilder()
            .setKind(CriticalResultEvent.Kind.forNumber(event.kind().number()))
            .setRecordedTime(timestamp(event.recordedAt()))
            .setLevel(event.level())
            .setActorRole(event.actorRole())
            .setActor(event.actor())
            .setDetail(event.detail())
            .setNote(event.note());
    if (event.statedAt() != null) {
      answer.setStatedTime(timestamp(event.statedAt()));
    }
    return answer.build();
  }

  private static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }
}
