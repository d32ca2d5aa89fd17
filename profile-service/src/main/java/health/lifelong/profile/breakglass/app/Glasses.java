package health.lifelong.profile.breakglass.app;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.access.app.AuditTrail;
import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Purpose;
import health.lifelong.profile.access.domain.Role;
import health.lifelong.profile.breakglass.algorithm.GlassRules;
import health.lifelong.profile.breakglass.domain.BreakGlass;
import health.lifelong.profile.breakglass.domain.BreakGlass.Basis;
import health.lifelong.profile.breakglass.domain.BreakGlass.Hold;
import health.lifelong.profile.breakglass.domain.GlassPolicy;
import health.lifelong.profile.change.app.StoreFailures;
import health.lifelong.profile.person.app.PersonStore;
import health.lifelong.profile.person.app.TimeOrderedIds;
import health.lifelong.profile.record.algorithm.Members;
import health.lifelong.profile.record.algorithm.Showing;
import health.lifelong.profile.record.app.RecordStore;
import health.lifelong.profile.record.domain.PersonRecord;
import health.lifelong.profile.record.domain.ShownRecord;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Opens one person's record to a clinician who has no care relation, and shows it while it is open.
 * Every refusal and every row shown is in the audit trail.
 */
@ApplicationScoped
public class Glasses {
  private static final String RULE = "law:break_glass";
  private static final int LONGEST_REASON = 2_000;

  private final GlassStore store;
  private final GlassBook book;
  private final PersonStore persons;
  private final RecordStore records;
  private final AuditTrail audit;
  private final TimeOrderedIds ids;
  private final Clock clock = Clock.systemUTC();

  Glasses(
      GlassStore store,
      GlassBook book,
      PersonStore persons,
      RecordStore records,
      AuditTrail audit,
      TimeOrderedIds ids) {
    this.store = store;
    this.book = book;
    this.persons = persons;
    this.records = records;
    this.audit = audit;
    this.ids = ids;
  }

  /**
   * What a clinician asks.
   *
   * @param reason a code of the region pack
   * @param reasonText at least twenty characters
   * @param hold why the person must not be told at once, or null
   */
  public record Asked(
      String centre, UUID personId, String reason, String reasonText, @Nullable Basis hold) {}

  /**
   * Breaks the glass. Fails with SCOPE_INSUFFICIENT for every role but clinician, NOT_FOUND for
   * another centre and an unknown person, STEP_UP_NEEDED without a fresh second factor.
   */
  public Uni<BreakGlass> open(Caller caller, Asked asked) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (caller.role() != Role.CLINICIAN) {
      return refuse(
          caller,
          asked,
          "role:" + caller.role().word(),
          ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT);
    }
    if (!GlassRules.isClinicianOf(caller, asked.centre())) {
      return refuse(caller, asked, "centre:other", ErrorReason.ERROR_REASON_NOT_FOUND);
    }
    if (!GlassRules.isFresh(caller, now)) {
      return refuse(caller, asked, "strength:stale", ErrorReason.ERROR_REASON_STEP_UP_NEEDED);
    }
    check(asked);
    return persons
        .members(asked.personId())
        .chain(
            members ->
                !members.isEmpty()
                    ? keep(glass(caller, asked, now), caller)
                    : this.<BreakGlass>refuse(
                        caller, asked, "person:unknown", ErrorReason.ERROR_REASON_NOT_FOUND))
        .onFailure()
        .transform(StoreFailures::translate);
  }

  private void check(Asked asked) {
    if (!book.policy().reasons().contains(asked.reason())) {
      throw invalid("reason_code");
    }
    if (!GlassRules.isReason(asked.reasonText()) || asked.reasonText().length() > LONGEST_REASON) {
      throw invalid("reason_text");
    }
  }

  private BreakGlass glass(Caller caller, Asked asked, Instant now) {
    GlassPolicy policy = book.policy();
    return new BreakGlass(
        ids.next(),
        asked.personId(),
        asked.centre(),
        caller.subject(),
        asked.reason(),
        asked.reasonText().strip(),
        asked.hold() == null ? null : new Hold(asked.hold(), null),
        now,
        now.plus(policy.open()),
        asked.hold() == null ? now : now.plus(policy.holdWait()),
        null,
        now.plus(policy.review()),
        null);
  }

  private Uni<BreakGlass> keep(BreakGlass glass, Caller caller) {
    return store
        .open(
            glass, event(caller, glass, glass.personId(), "break_glass.open", List.of(), List.of()))
        .replaceWith(glass);
  }

  /** The record, for reading; NOT_FOUND for whoever did not open it, and after its hour. */
  public Uni<ShownRecord> read(Caller caller, String centre, UUID id) {
    return store
        .find(id)
        .chain(
            found -> {
              Instant now = clock.instant();
              if (found.isEmpty() || !found.get().centre().equals(centre)) {
                return this.<ShownRecord>refuse(caller, found.orElse(null), "break_glass:unknown");
              }
              BreakGlass glass = found.get();
              return GlassRules.isOpenTo(glass, caller, now)
                  ? show(caller, glass, now)
                  : this.<ShownRecord>refuse(caller, glass, "break_glass:not_open");
            })
        .onFailure()
        .transform(StoreFailures::translate);
  }

  private Uni<ShownRecord> show(Caller caller, BreakGlass glass, Instant now) {
    Set<Category> open = GlassRules.categories();
    Showing showing =
        new Showing(open, Purpose.CARE, null, ChronoUnit.MICROS.between(Instant.EPOCH, now));
    return persons
        .members(glass.personId())
        .chain(
            members ->
                records
                    .read(members, new RecordStore.Parts(true, true, true))
                    .map(found -> Members.together(glass.personId(), found))
                    .map(record -> record.orElseThrow(Glasses::notFound))
                    .map(record -> showing.show(record, List.of()))
                    .call(shown -> audit.append(looks(caller, glass, members, shown.record()))));
  }

  // Recorded with each member, as every look at a person who is linked.
  private static List<AccessEvent.Draft> looks(
      Caller caller, BreakGlass glass, List<UUID> members, PersonRecord shown) {
    List<Category> categories = GlassRules.categories().stream().sorted().toList();
    List<String> rows = rows(shown);
    return members.stream()
        .map(member -> event(caller, glass, member, "break_glass.read", categories, rows))
        .toList();
  }

  // Natural keys are digests within the person, and so say nothing by themselves.
  private static List<String> rows(PersonRecord record) {
    List<String> rows = new ArrayList<>();
    for (PersonRecord.StoredCheckup checkup : record.checkups()) {
      rows.add("checkup/" + checkup.checkupId());
      checkup.observations().forEach(o -> rows.add("observation/" + o.observation().key()));
      checkup.statements().forEach(s -> rows.add("statement/" + s.key()));
      checkup.documents().forEach(d -> rows.add("document/" + d.document().key()));
    }
    record.genomes().forEach(genome -> rows.add("genome/" + genome.genomeId()));
    record.days().forEach(day -> rows.add("lifestyle_day/" + day.signal() + "/" + day.day()));
    return rows;
  }

  private static AccessEvent.Draft event(
      Caller caller,
      BreakGlass glass,
      UUID person,
      String action,
      List<Category> categories,
      List<String> rows) {
    return new AccessEvent.Draft(
        person,
        caller,
        action,
        Purpose.CARE,
        categories,
        true,
        RULE,
        GlassAudit.of(glass.id(), glass.reason(), rows));
  }

  private <T> Uni<T> refuse(Caller caller, Asked asked, String rule, ErrorReason reason) {
    return refuse(
        caller,
        asked.personId(),
        "break_glass.open",
        rule,
        new LifelongException(reason, "refused"));
  }

  private <T> Uni<T> refuse(Caller caller, @Nullable BreakGlass glass, String rule) {
    UUID person = glass == null ? AccessEvent.NOBODY : glass.personId();
    return refuse(caller, person, "break_glass.read", rule, notFound());
  }

  private <T> Uni<T> refuse(
      Caller caller, UUID person, String action, String rule, LifelongException failure) {
    AccessEvent.Draft event =
        new AccessEvent.Draft(person, caller, action, Purpose.CARE, List.of(), false, rule);
    return audit.append(List.of(event)).chain(() -> Uni.createFrom().failure(failure));
  }

  private static LifelongException invalid(String field) {
    return new LifelongException(
        ErrorReason.ERROR_REASON_ARGUMENT_INVALID, "field out of range", Map.of("field", field));
  }

  private static LifelongException notFound() {
    return new LifelongException(ErrorReason.ERROR_REASON_NOT_FOUND, "unknown or foreign");
  }
}
