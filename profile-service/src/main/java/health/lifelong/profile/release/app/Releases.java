package health.lifelong.profile.release.app;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.access.algorithm.AccessRules;
import health.lifelong.profile.access.app.AuditTrail;
import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Purpose;
import health.lifelong.profile.change.app.StoreFailures;
import health.lifelong.profile.release.app.ReleaseStore.Released;
import health.lifelong.profile.release.app.ReleaseStore.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/**
 * Lets a centre or a clinician of it release what waited for their judgement: their own centre's
 * results, and no other's.
 */
@ApplicationScoped
public class Releases {
  private static final String ACTION = "results.release";

  private final ReleaseStore store;
  private final AuditTrail audit;
  private final Clock clock = Clock.systemUTC();

  Releases(ReleaseStore store, AuditTrail audit) {
    this.store = store;
    this.audit = audit;
  }

  /**
   * Releases what of the scope is still held. Fails with NOT_FOUND alike for another centre, an
   * unknown person, and one of whom the centre has no such visit.
   */
  public Uni<Released> release(Caller caller, Scope scope) {
    if (!AccessRules.speaksFor(caller, scope.centre())) {
      return refuse(caller, scope, "centre:other");
    }
    return store
        .isOf(scope)
        .chain(
            known ->
                known
                    ? store.release(
                        scope, clock.instant(), event(caller, scope, true, "law:own_results"))
                    : this.<Released>refuse(caller, scope, "centre:nothing_of_its_own"))
        .onFailure()
        .transform(StoreFailures::translate);
  }

  private <T> Uni<T> refuse(Caller caller, Scope scope, String rule) {
    return audit
        .append(List.of(event(caller, scope, false, rule)))
        .chain(
            () ->
                Uni.createFrom()
                    .failure(
                        new LifelongException(
                            ErrorReason.ERROR_REASON_NOT_FOUND, "unknown or foreign person")));
  }

  private static AccessEvent.Draft event(
      Caller caller, Scope scope, boolean permitted, String rule) {
    return new AccessEvent.Draft(
        scope.personId(), caller, ACTION, Purpose.ORIGIN_CENTRE, List.of(), permitted, rule);
  }
}
