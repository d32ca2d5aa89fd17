package health.lifelong.profile.breakglass.app;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.access.app.AuditTrail;
import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Role;
import health.lifelong.profile.breakglass.domain.BreakGlass;
import health.lifelong.profile.breakglass.domain.BreakGlass.Review;
import health.lifelong.profile.change.app.StoreFailures;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a privacy officer does: looks at every broken glass, judges it, and is the second who
 * approves that a person is told later. To everybody else SCOPE_INSUFFICIENT.
 */
@ApplicationScoped
public class GlassReviews {
  private static final String RULE = "role:privacy_officer";
  private static final int LONGEST_NOTE = 2_000;

  private final GlassStore store;
  private final GlassBook book;
  private final GlassConfig config;
  private final AuditTrail audit;
  private final Clock clock = Clock.systemUTC();

  GlassReviews(GlassStore store, GlassBook book, GlassConfig config, AuditTrail audit) {
    this.store = store;
    this.book = book;
    this.config = config;
    this.audit = audit;
  }

  /** Broken glasses, newest first. */
  public Uni<List<BreakGlass>> list(Caller caller, boolean unreviewed, int limit) {
    if (!isOfficer(caller)) {
      return refuse(caller, "break_glass.list");
    }
    return store
        .list(unreviewed, limit)
        .call(
            page ->
                audit.append(
                    page.stream().map(glass -> event(caller, glass, "break_glass.list")).toList()))
        .onFailure()
        .transform(StoreFailures::translate);
  }

  /** Judges one; the first word stands. */
  public Uni<BreakGlass> review(Caller caller, UUID id, boolean justified, String note) {
    if (!isOfficer(caller)) {
      return refuse(caller, "break_glass.review");
    }
    if (note.isBlank() || note.length() > LONGEST_NOTE) {
      throw invalid("note");
    }
    Review review = new Review(caller.subject(), now(), justified, note.strip());
    return found(id)
        .call(glass -> store.review(glass, review, event(caller, glass, "break_glass.review")))
        .chain(() -> found(id))
        .onFailure()
        .transform(StoreFailures::translate);
  }

  /**
   * Approves the hold that the clinician asked for.
   *
   * @param until when the person is told; null for as long as the pack allows
   */
  public Uni<BreakGlass> hold(Caller caller, UUID id, @Nullable Instant until) {
    if (!isOfficer(caller)) {
      return refuse(caller, "break_glass.hold");
    }
    return found(id)
        .call(glass -> approve(caller, glass, until))
        .chain(() -> found(id))
        .onFailure()
        .transform(StoreFailures::translate);
  }

  private Uni<Void> approve(Caller caller, BreakGlass glass, @Nullable Instant until) {
    Instant latest = glass.openedAt().plus(book.policy().hold());
    Instant end = until == null ? latest : until.truncatedTo(ChronoUnit.MICROS);
    if (glass.hold() == null || glass.clinician().equals(caller.subject())) {
      throw invalid("break_glass_id");
    }
    if (end.isAfter(latest) || end.isBefore(now())) {
      throw invalid("until");
    }
    return store
        .hold(glass, caller.subject(), end, event(caller, glass, "break_glass.hold"))
        .invoke(
            inTime -> {
              if (!inTime) {
                throw invalid("break_glass_id");
              }
            })
        .replaceWithVoid();
  }

  private boolean isOfficer(Caller caller) {
    return caller.role() == Role.OPERATOR
        && config.privacyOfficers().orElse(Set.of()).contains(caller.subject());
  }

  private Uni<BreakGlass> found(UUID id) {
    return store
        .find(id)
        .map(
            found ->
                found.orElseThrow(
                    () ->
                        new LifelongException(
                            ErrorReason.ERROR_REASON_NOT_FOUND, "unknown break-glass")));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static AccessEvent.Draft event(Caller caller, BreakGlass glass, String action) {
    return new AccessEvent.Draft(
        glass.personId(),
        caller,
        action,
        null,
        List.of(),
        true,
        RULE,
        GlassAudit.of(glass.id(), glass.reason(), List.of()));
  }

  private <T> Uni<T> refuse(Caller caller, String action) {
    AccessEvent.Draft event =
        new AccessEvent.Draft(
            AccessEvent.NOBODY,
            caller,
            action,
            null,
            List.of(),
            false,
            "role:" + caller.role().word());
    return audit
        .append(List.of(event))
        .chain(
            () ->
                Uni.createFrom()
                    .failure(
                        new LifelongException(
                            ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT,
                            "for privacy officers only")));
  }

  private static LifelongException invalid(String field) {
    return new LifelongException(
        ErrorReason.ERROR_REASON_ARGUMENT_INVALID, "field out of range", Map.of("field", field));
  }
}
