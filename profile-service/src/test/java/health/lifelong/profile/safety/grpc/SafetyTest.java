package health.lifelong.profile.safety.grpc;

import static health.lifelong.profile.kit.Entries.chart;
import static health.lifelong.profile.kit.Entries.entry;
import static health.lifelong.profile.kit.Entries.person;
import static health.lifelong.profile.kit.Entries.value;
import static health.lifelong.profile.kit.Entries.visit;

import health.lifelong.profile.kit.Entries;
import health.lifelong.profile.kit.ServiceTest;
import health.lifelong.profile.kit.Tokens;
import health.lifelong.profile.v1.AcknowledgeCriticalResultRequest;
import health.lifelong.profile.v1.CriticalResult;
import health.lifelong.profile.v1.CriticalResultEvent;
import health.lifelong.profile.v1.CriticalResultState;
import health.lifelong.profile.v1.ListCriticalResultsRequest;
import health.lifelong.profile.v1.Observation;
import health.lifelong.profile.v1.RecordEntry;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** A centre of its own for each test, and what its on-call staff do. */
abstract class SafetyTest extends ServiceTest {
  protected final String centre = "centre-" + UUID.randomUUID();
  protected final String chart = UUID.randomUUID().toString();

  /** A value of today. */
  protected static Observation now(Observation observation) {
    return observation.toBuilder()
        .setEffectiveTime(Entries.day(LocalDate.now(ZoneOffset.UTC).toString()))
        .build();
  }

  protected static Observation potassium(String number) {
    return now(value("K", number, "mmol/L"));
  }

  protected RecordEntry of(Observation... observations) {
    return entry(person(centre, chart(chart)), visit("order-1", observations));
  }

  protected List<CriticalResult> listed() {
    return listed(CriticalResultState.CRITICAL_RESULT_STATE_UNSPECIFIED);
  }

  protected List<CriticalResult> listed(CriticalResultState state) {
    return profile
        .safety(Tokens.centre(centre))
        .listCriticalResults(
            ListCriticalResultsRequest.newBuilder().setCentre(centre).setState(state).build())
        .getResultsList();
  }

  protected CriticalResult only() {
    List<CriticalResult> all = listed();
    if (all.size() != 1) {
      throw new AssertionError("not one critical result but " + all);
    }
    return all.getFirst();
  }

  protected CriticalResult acknowledge(String criticalId) {
    return profile
        .safety(Tokens.clinician("dr-1", centre))
        .acknowledgeCriticalResult(
            AcknowledgeCriticalResultRequest.newBuilder()
                .setCentre(centre)
                .setCriticalId(criticalId)
                .build())
        .getResult();
  }

  protected static List<CriticalResultEvent.Kind> kinds(CriticalResult result) {
    return result.getEventsList().stream().map(CriticalResultEvent::getKind).toList();
  }
}
