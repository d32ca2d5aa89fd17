package health.lifelong.profile.record.app;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.access.algorithm.AccessRules;
import health.lifelong.profile.access.algorithm.AccessRules.Admission;
import health.lifelong.profile.access.algorithm.CareRelation;
import health.lifelong.profile.access.app.AuditTrail;
import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Purpose;
import health.lifelong.profile.access.domain.Role;
import health.lifelong.profile.change.app.StoreFailures;
import health.lifelong.profile.consent.algorithm.CallerLimits;
import health.lifelong.profile.consent.algorithm.ConsentMatrix;
import health.lifelong.profile.consent.algorithm.ConsentRules;
import health.lifelong.profile.consent.app.ConsentRepository;
import health.lifelong.profile.consent.domain.ConsentDecision;
import health.lifelong.profile.consent.domain.ConsentHistory;
import health.lifelong.profile.consent.domain.Ruling;
import health.lifelong.profile.person.app.PersonStore;
import health.lifelong.profile.record.algorithm.Members;
import health.lifelong.profile.record.algorithm.Showing;
import health.lifelong.profile.record.domain.ShownRecord;
import health.lifelong.profile.record.domain.ShownRecord.Withheld;
import health.lifelong.profile.release.app.Thresholds;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads one person's record for a purpose: decided by role, then consent, then release; audited
 * before it is shown.
 */
@ApplicationScoped
public class RecordReader {
  private final PersonStore persons;
  private final ConsentRepository consents;
  private final RecordStore records;
  private final AuditTrail audit;
  private final Duration careRelation;
  private final Clock clock = Clock.systemUTC();

  RecordReader(
      PersonStore persons,
      ConsentRepository consents,
      RecordStore records,
      AuditTrail audit,
      Thresholds thresholds) {
    this.careRelation = Duration.ofDays(thresholds.of("care.relation_days").longValueExact());
    this.persons = persons;
    this.consents = consents;
    this.records = records;
    this.audit = audit;
  }

  /**
   * What is asked.
   *
   * @param action what the audit log calls it
   * @param knownRevision revision whose answer the asker holds; 0 for none
   */
  public record Question(
      Caller caller,
      UUID personId,
      Purpose purpose,
      Set<Category> categories,
      String action,
      long knownRevision) {
    private static final String READ = "record.read";
    private static final String EXPORT = "record.export";

    /** A look; no categories: all that the purpose may see. */
    public static Question look(
        Caller caller,
        UUID personId,
        Purpose purpose,
        Set<Category> categories,
        long knownRevision) {
      return new Question(caller, personId, purpose, categories, READ, knownRevision);
    }

    /** All that own access opens, to be taken along. */
    public static Question export(Caller caller, UUID personId) {
      return new Question(caller, personId, Purpose.OWN_ACCESS, Set.of(), EXPORT, 0);
    }
  }

  /**
   * Answers a question.
   *
   * <p>Fails with SCOPE_INSUFFICIENT where the role does not cover the purpose, and with NOT_FOUND
   * alike for an unknown person and for one whom the asker may not know of.
   */
  public Uni<ShownRecord> read(Question question) {
    return switch (AccessRules.admit(question.caller(), question.purpose(), question.personId())) {
      case Admission.RoleRefused refused ->
          refuse(question, refused.rule(), ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT);
      case Admission.Foreign foreign ->
          refuse(question, foreign.rule(), ErrorReason.ERROR_REASON_NOT_FOUND);
      case Admission.Admitted admitted ->
          standing(question, admitted)
              .chain(standing -> decide(question, admitted, standing))
              .onFailure()
              .transform(StoreFailures::translate);
    };
  }

  private record Standing(
      ConsentHistory history, List<UUID> members, boolean knownHere, Optional<Instant> lastVisit) {}

  private Uni<Standing> standing(Question question, Admission.Admitted admitted) {
    UUID person = question.personId();
    Uni<Boolean> knownHere =
        admitted.onlyCentre() == null
            ? Uni.createFrom().item(true)
            : persons.isKnownTo(admitted.onlyCentre(), person);
    return Uni.combine()
        .all()
        .unis(consents.history(person), persons.members(person), knownHere, lastVisit(question))
        .with(Standing::new);
  }

  private Uni<Optional<Instant>> lastVisit(Question question) {
    String centre = question.caller().centre();
    return question.purpose() == Purpose.CARE && centre != null
        ? records.lastVisit(question.personId(), centre, clock.instant())
        : Uni.createFrom().item(Optional.empty());
  }

  private boolean cares(Admission.Admitted admitted, Standing standing, Instant now) {
    Optional<Instant> named =
        standing.history().decisions().stream()
            .filter(decision -> decision.purpose() == Purpose.CARE)
            .filter(decision -> decision.decision() == ConsentDecision.Kind.GRANT)
            .filter(decision -> decision.grantee().equals(admitted.grantee()))
            .map(ConsentDecision::givenAt)
            .filter(given -> !given.isAfter(now))
            .max(Comparator.naturalOrder());
    return CareRelation.holds(
        standing.lastVisit().orElse(null), named.orElse(null), now, careRelation);
  }

  private Uni<ShownRecord> decide(
      Question question, Admission.Admitted admitted, Standing standing) {
    if (standing.members().isEmpty()) {
      return refuse(question, "person:unknown", ErrorReason.ERROR_REASON_NOT_FOUND);
    }
    if (!standing.knownHere()) {
      return refuse(question, "centre:nothing_of_its_own", ErrorReason.ERROR_REASON_NOT_FOUND);
    }
    Instant now = clock.instant();
    if (question.purpose() == Purpose.CARE && !cares(admitted, standing, now)) {
      return refuse(question, "care:no_relation", ErrorReason.ERROR_REASON_NOT_FOUND);
    }
    Map<Category, Ruling> rulings = rulings(question, admitted, standing.history(), now);
    Set<Category> open = open(rulings);
    // A clinician or a family proxy whom the person named for nothing is not told that the person
    // exists.
    boolean mayNotKnow =
        question.purpose() == Purpose.CARE || question.caller().role() == Role.PROXY;
    if (open.isEmpty() && mayNotKnow) {
      return audit
          .append(events(question, standing.members(), rulings))
          .chain(() -> Uni.createFrom().failure(failure(ErrorReason.ERROR_REASON_NOT_FOUND)));
    }
    Showing showing =
        new Showing(open, question.purpose(), admitted.onlyCentre(), Holding.micros(now));
    Uni<ShownRecord> shown =
        records
            .read(standing.members(), parts(open))
            .map(records -> Members.together(question.personId(), records))
            .map(record -> record.orElseThrow(() -> failure(ErrorReason.ERROR_REASON_NOT_FOUND)))
            .map(record -> showing.show(record, withheld(rulings)))
            .map(record -> record.until(grantsEnd(question, admitted, standing.history(), now)));
    return Uni.combine()
        .all()
        .unis(
            unlessKnown(question, withheld(rulings), shown),
            audit.append(events(question, standing.members(), rulings)))
        .with((record, recorded) -> record);
  }

  private Uni<ShownRecord> unlessKnown(
      Question question, List<Withheld> withheld, Uni<ShownRecord> shown) {
    if (question.knownRevision() == 0) {
      return shown;
    }
    return persons
        .revision(question.personId())
        .chain(
            revision ->
                revision == question.knownRevision()
                    ? Uni.createFrom()
                        .item(ShownRecord.unchanged(question.personId(), revision, withheld))
                    : shown);
  }

  /** When the first of the grants runs out on which this answer rests. */
  private static @Nullable Long grantsEnd(
      Question question, Admission.Admitted admitted, ConsentHistory history, Instant now) {
    Long first = null;
    for (Category category : asked(question)) {
      Optional<Instant> end =
          ConsentRules.grantEnds(history, category, question.purpose(), admitted.grantee(), now);
      if (end.isPresent()) {
        long micros = Holding.micros(end.get());
        first = first == null ? Long.valueOf(micros) : Long.valueOf(Math.min(first, micros));
      }
    }
    return first;
  }

  private static Map<Category, Ruling> rulings(
      Question question, Admission.Admitted admitted, ConsentHistory history, Instant now) {
    Map<Category, Ruling> rulings = new EnumMap<>(Category.class);
    for (Category category : asked(question)) {
      rulings.put(
          category,
          CallerLimits.limit(
              ConsentRules.decide(history, category, question.purpose(), admitted.grantee(), now),
              question.caller(),
              question.purpose(),
              category,
              now));
    }
    return rulings;
  }

  // Raw genotypes never stand in this answer, so that nobody decides on them unless they are asked
  // for by name.
  private static List<Category> asked(Question question) {
    if (!question.categories().isEmpty()) {
      return question.categories().stream().sorted().toList();
    }
    return Arrays.stream(Category.values())
        .filter(category -> category != Category.GENETIC_RAW)
        .filter(
            category ->
                ConsentMatrix.need(question.purpose(), category) != ConsentMatrix.Need.NEVER)
        .toList();
  }

  private static Set<Category> open(Map<Category, Ruling> rulings) {
    return rulings.entrySet().stream()
        .filter(entry -> entry.getValue() instanceof Ruling.Permit)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static List<Withheld> withheld(Map<Category, Ruling> rulings) {
    List<Withheld> withheld = new ArrayList<>();
    rulings.forEach(
        (category, ruling) -> {
          if (ruling instanceof Ruling.Deny deny) {
            withheld.add(new Withheld(category, deny.reason().word()));
          }
        });
    return withheld;
  }

  private static RecordStore.Parts parts(Set<Category> open) {
    return new RecordStore.Parts(
        open.contains(Category.CHECKUP) || open.contains(Category.SPECIAL),
        open.contains(Category.GENETIC_REPORT),
        open.contains(Category.LIFESTYLE));
  }

  // One look is one record, however many categories it asks for; with each member, so that each
  // still knows who looked should a link be taken back.
  private static List<AccessEvent.Draft> events(
      Question question, List<UUID> members, Map<Category, Ruling> rulings) {
    Map<Category, String> open = new EnumMap<>(Category.class);
    Map<Category, String> shut = new EnumMap<>(Category.class);
    rulings.forEach(
        (category, ruling) ->
            (ruling instanceof Ruling.Permit ? open : shut).put(category, ruling.rule()));
    Map<Category, String> told = open.isEmpty() ? shut : open;
    return members.stream()
        .map(
            member ->
                new AccessEvent.Draft(
                    member,
                    question.caller(),
                    question.action(),
                    question.purpose(),
                    List.copyOf(told.keySet()),
                    !open.isEmpty(),
                    String.join(", ", told.values()),
                    AccessEvent.Detail.refusing(open.isEmpty() ? Map.of() : shut)))
        .toList();
  }

  private static AccessEvent.Draft event(
      Question question, UUID person, List<Category> categories, boolean permitted, String rule) {
    return new AccessEvent.Draft(
        person,
        question.caller(),
        question.action(),
        question.purpose(),
        categories,
        permitted,
        rule);
  }

  private <T> Uni<T> refuse(Question question, String rule, ErrorReason reason) {
    AccessEvent.Draft event =
        event(
            question,
            question.personId(),
            question.categories().stream().sorted().toList(),
            false,
            rule);
    return audit.append(List.of(event)).chain(() -> Uni.createFrom().failure(failure(reason)));
  }

  private static LifelongException failure(ErrorReason reason) {
    return new LifelongException(reason, "not shown");
  }
}
