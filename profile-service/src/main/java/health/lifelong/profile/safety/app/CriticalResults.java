package health.lifelong.profile.safety.app;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.access.algorithm.AccessRules;
import health.lifelong.profile.access.app.AuditTrail;
import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Purpose;
import health.lifelong.profile.access.domain.Role;
import health.lifelong.profile.change.app.StoreFailures;
import health.lifelong.profile.safety.domain.Acknowledgement;
import health.lifelong.profile.safety.domain.CriticalResult;
import health.lifelong.profile.safety.domain.CriticalState;
import health.lifelong.profile.safety.domain.CriticalValuesJob;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Shows a centre its critical results and takes its acknowledgements. To whoever does not speak for
 * the centre there is nothing here: NOT_FOUND, as for an unknown id.
 */
@ApplicationScoped
public class CriticalResults {
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NOTE = 2_000;

  private final CriticalStore store;
  private final AuditTrail audit;
  private final Clock clock = Clock.systemUTC();

  CriticalResults(CriticalStore store, AuditTrail audit) {
    this.store = store;
    this.audit = audit;
  }

  /**
   * A page, newest first.
   *
   * @param state null: every state
   * @param before id of the last result of the page before, or null
   */
  public Uni<List<CriticalResult>> list(
      Caller caller,
      String centre,
      @Nullable CriticalState state,
      @Nullable UUID before,
      int limit) {
    if (!AccessRules.speaksFor(caller, centre)) {
      return Uni.createFrom().failure(notFound());
    }
    return store
        .list(centre, state, before, limit)
        .call(page -> audit.append(looked(caller, page)))
        .onFailure()
        .transform(StoreFailures::translate);
  }

  private static List<AccessEvent.Draft> looked(Caller caller, List<CriticalResult> page) {
    return page.stream()
        .map(CriticalResult::personId)
        .distinct()
        .map(person -> event(caller, person, "critical.list", true, CriticalValuesJob.RULE))
        .toList();
  }

  /**
   * Takes somebody's word that they look after a result, and answers with the result as it stands
   * then. Of several words the first stands.
   */
  public Uni<CriticalResult> acknowledge(
      Caller caller, String centre, UUID criticalId, Acknowledgement word) {
    return store
        .find(criticalId)
        .chain(found -> permitted(caller, centre, found))
        .invoke(result -> check(caller, result, word))
        .call(result -> store.acknowledge(result, said(caller, word), acknowledged(caller, result)))
        .chain(() -> store.find(criticalId))
        .map(found -> found.orElseThrow(CriticalResults::notFound))
        .onFailure()
        .transform(StoreFailures::translate);
  }

  private Uni<CriticalResult> permitted(
      Caller caller, String centre, Optional<CriticalResult> found) {
    boolean own = AccessRules.speaksFor(caller, centre);
    if (found.isEmpty()) {
      return Uni.createFrom().failure(notFound());
    }
    CriticalResult result = found.get();
    if (own && result.centre().equals(centre)) {
      return Uni.createFrom().item(result);
    }
    AccessEvent.Draft refused =
        event(caller, result.personId(), "critical.acknowledge", false, "centre:other");
    return audit
        .append(List.of(refused))
        .chain(() -> Uni.createFrom().<CriticalResult>failure(notFound()));
  }

  private void check(Caller caller, CriticalResult result, Acknowledgement word) {
    // A centre's system is nobody who could look after a person.
    boolean nobody = word.by().isBlank() && caller.role() == Role.CENTRE;
    if (nobody || word.by().length() > LONGEST_NAME) {
      throw invalid("acknowledged_by");
    }
    if (word.note().length() > LONGEST_NOTE) {
      throw invalid("note");
    }
    Instant at = word.at();
    Instant latest = clock.instant().plus(CLOCK_SKEW);
    if (at != null && (at.isAfter(latest) || at.isBefore(result.openedAt().minus(CLOCK_SKEW)))) {
      throw invalid("acknowledged_time");
    }
  }

  private Acknowledgement said(Caller caller, Acknowledgement word) {
    return new Acknowledgement(
        word.by().isBlank() ? caller.subject() : word.by(),
        word.at() == null ? clock.instant() : word.at(),
        word.note());
  }

  private static AccessEvent.Draft acknowledged(Caller caller, CriticalResult result) {
    return event(caller, result.personId(), "critical.acknowledge", true, CriticalValuesJob.RULE);
  }

  private static AccessEvent.Draft event(
      Caller caller, UUID person, String action, boolean permitted, String rule) {
    return new AccessEvent.Draft(
        person, caller, action, Purpose.ORIGIN_CENTRE, List.of(), permitted, rule);
  }

  private static LifelongException invalid(String field) {
    return new LifelongException(
        ErrorReason.ERROR_REASON_ARGUMENT_INVALID, "field out of range", Map.of("field", field));
  }

  private static LifelongException notFound() {
    return new LifelongException(ErrorReason.ERROR_REASON_NOT_FOUND, "unknown or foreign result");
  }
}
