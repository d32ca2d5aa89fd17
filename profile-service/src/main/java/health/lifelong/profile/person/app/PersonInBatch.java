package health.lifelong.profile.person.app;

import health.lifelong.profile.change.domain.ChangeKind;
import health.lifelong.profile.person.algorithm.DemographicRules;
import health.lifelong.profile.person.domain.Demographics;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person while a batch is written: read under the person's lock, changed in memory, stored once
 * at the end.
 */
public final class PersonInBatch {
  private final UUID personId;
  private final boolean opened;
  private final long revision;
  private final Set<ChangeKind> changes = EnumSet.noneOf(ChangeKind.class);
  private boolean identified;
  private boolean stale;
  private int lastCheckupNo;
  private int lastDeliveryNo;
  private int lastGenomeNo;
  private final @Nullable UUID setId;
  private int nameDeliveryNo;
  private Demographics demographics;

  private PersonInBatch(UUID personId, boolean opened, Stored stored, @Nullable UUID setId) {
    this.personId = personId;
    this.opened = opened;
    this.revision = stored.revision();
    this.identified = stored.identified();
    this.lastCheckupNo = stored.lastCheckupNo();
    this.lastDeliveryNo = stored.lastDeliveryNo();
    this.lastGenomeNo = stored.lastGenomeNo();
    this.nameDeliveryNo = stored.nameDeliveryNo();
    this.demographics = stored.demographics();
    this.setId = setId;
  }

  /** What the database keeps of a person. */
  public record Stored(
      long revision,
      boolean identified,
      int lastCheckupNo,
      int lastDeliveryNo,
      int lastGenomeNo,
      int nameDeliveryNo,
      Demographics demographics) {}

  /** A person seen for the first time. */
  public static PersonInBatch opened(UUID personId) {
    return new PersonInBatch(
        personId, true, new Stored(0, false, 0, 0, 0, 0, Demographics.NONE), null);
  }

  /**
   * A person whose row is locked.
   *
   * @param setId what the members of one person share; null where the person is alone
   */
  public static PersonInBatch known(UUID personId, Stored stored, @Nullable UUID setId) {
    return new PersonInBatch(personId, false, stored, setId);
  }

  /**
   * Takes what a claim tells.
   *
   * @param deliveryNo the delivery it came with: an older one that comes again does not bring an
   *     old name back
   * @return true where the person is new or is known better than before
   */
  public boolean tell(Demographics told, boolean provisional, int deliveryNo) {
    boolean newer = deliveryNo > nameDeliveryNo;
    Demographics merged = DemographicRules.merge(demographics, told, newer);
    boolean nowIdentified = identified || !provisional;
    boolean firstSight = opened && changes.isEmpty();
    boolean changed = firstSight || !merged.equals(demographics) || nowIdentified != identified;
    if (told.name() != null && newer) {
      nameDeliveryNo = deliveryNo;
      stale = true;
    }
    demographics = merged;
    identified = nowIdentified;
    if (changed) {
      changes.add(ChangeKind.PERSON);
    }
    return changed;
  }

  /** Marks a part of the record as changed. */
  public void changed(ChangeKind kind) {
    changes.add(kind);
  }

  /** True where what was told may say who else this is. */
  public boolean isToBeMatched() {
    return identified && changes.contains(ChangeKind.PERSON) && demographics.name() != null;
  }

  /** What the members of one person share; null where this person is alone. */
  public @Nullable UUID setId() {
    return setId;
  }

  /** The number of the next delivery. */
  public int nextDeliveryNo() {
    stale = true;
    return ++lastDeliveryNo;
  }

  /** The number of the next checkup. */
  public int nextCheckupNo() {
    stale = true;
    return ++lastCheckupNo;
  }

  /** The number of the next genome. */
  public int nextGenomeNo() {
    stale = true;
    return ++lastGenomeNo;
  }

  /** The revision once the batch is stored. */
  public long revision() {
    return changes.isEmpty() ? revision : revision + 1;
  }

  /** True where the row must be written. */
  public boolean isDirty() {
    return opened || stale || !changes.isEmpty();
  }

  /** The row as it is to be stored. */
  public Stored stored() {
    return new Stored(
        revision(),
        identified,
        lastCheckupNo,
        lastDeliveryNo,
        lastGenomeNo,
        nameDeliveryNo,
        demographics);
  }

  /** ISO date, year-month or year of birth as told so far, or null. */
  public @Nullable String birthDate() {
    return demographics.birthDate();
  }

  public UUID personId() {
    return personId;
  }

  public boolean isOpened() {
    return opened;
  }

  public Set<ChangeKind> changes() {
    return Set.copyOf(changes);
  }
}
