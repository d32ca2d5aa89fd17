package health.lifelong.profile.record.algorithm;

import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Purpose;
import health.lifelong.profile.person.domain.Demographics;
import health.lifelong.profile.record.domain.PersonRecord;
import health.lifelong.profile.record.domain.PersonRecord.StoredCheckup;
import health.lifelong.profile.record.domain.PersonRecord.StoredDocument;
import health.lifelong.profile.record.domain.ShownRecord;
import health.lifelong.profile.record.domain.ShownRecord.Withheld;
import health.lifelong.profile.record.domain.StoredObservation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a record what the asker may not see: closed categories, other centres, results that
 * wait for a clinician.
 */
public final class Showing {
  private final Set<Category> open;
  private final Purpose purpose;
  private final @Nullable String onlyCentre;
  private final long nowMicros;
  private final SpecialCategories categories = SpecialCategories.standard();

  /**
   * Rules of one answer.
   *
   * @param open categories that consent opens
   * @param onlyCentre set where only this centre's results are shown
   */
  public Showing(Set<Category> open, Purpose purpose, @Nullable String onlyCentre, long nowMicros) {
    this.open = Set.copyOf(open);
    this.purpose = purpose;
    this.onlyCentre = onlyCentre;
    this.nowMicros = nowMicros;
  }

  /** The record as it may be seen. */
  public ShownRecord show(PersonRecord record, List<Withheld> withheld) {
    List<StoredCheckup> own = record.checkups().stream().filter(c -> isShown(c.centre())).toList();
    PersonRecord shown =
        new PersonRecord(
            record.personId(),
            record.revision(),
            record.identified(),
            open.contains(Category.IDENTITY) ? record.demographics() : Demographics.NONE,
            own.stream().map(this::checkup).flatMap(Optional::stream).toList(),
            open.contains(Category.GENETIC_REPORT)
                ? record.genomes().stream().filter(g -> isShown(g.centre())).toList()
                : List.of(),
            open.contains(Category.LIFESTYLE) ? record.days() : List.of());
    return new ShownRecord(
        shown,
        withheld,
        own.stream().anyMatch(this::hidesHeld),
        nowMicros,
        false,
        firstEndOfHold(own));
  }

  /** When the first of the holds on what consent opens runs out. */
  private @Nullable Long firstEndOfHold(List<StoredCheckup> checkups) {
    Long first = null;
    for (StoredCheckup checkup : checkups) {
      for (StoredObservation stored : checkup.observations()) {
        Long until = stored.heldUntilMicros();
        if (until != null
            && until > nowMicros
            && (first == null || until < first)
            && isOpen(stored)) {
          first = until;
        }
      }
    }
    return first;
  }

  private boolean isShown(String centre) {
    return onlyCentre == null || onlyCentre.equals(centre);
  }

  // A visit of which nothing may be seen is not shown either: that it took place is a checkup fact.
  private Optional<StoredCheckup> checkup(StoredCheckup checkup) {
    StoredCheckup shown =
        new StoredCheckup(
            checkup.checkupNo(),
            checkup.checkupId(),
            checkup.centre(),
            checkup.sourceKey(),
            checkup.effective(),
            checkup.observations().stream()
                .filter(this::isOpen)
                .filter(o -> !hides(o.heldUntilMicros()))
                .toList(),
            checkup.statements().stream().filter(s -> open.contains(categories.of(s))).toList(),
            open.contains(Category.CHECKUP) ? checkup.lists() : List.of(),
            checkup.documents().stream()
                .filter(this::isOpen)
                .filter(d -> !hides(d.heldUntilMicros()))
                .toList());
    boolean something =
        !shown.observations().isEmpty()
            || !shown.statements().isEmpty()
            || !shown.documents().isEmpty();
    return something || open.contains(Category.CHECKUP) ? Optional.of(shown) : Optional.empty();
  }

  private boolean isOpen(StoredObservation stored) {
    return open.contains(categories.of(stored.observation()));
  }

  private boolean isOpen(StoredDocument stored) {
    return open.contains(categories.of(stored.document()));
  }

  // Only the person waits for the clinician; clinicians, the centre itself and the safety rules do
  // not.
  private boolean hides(@Nullable Long heldUntilMicros) {
    return purpose == Purpose.OWN_ACCESS && heldUntilMicros != null && heldUntilMicros > nowMicros;
  }

  private boolean hidesHeld(StoredCheckup checkup) {
    return checkup.observations().stream().anyMatch(o -> isOpen(o) && hides(o.heldUntilMicros()))
        || checkup.documents().stream().anyMatch(d -> isOpen(d) && hides(d.heldUntilMicros()));
  }
}
