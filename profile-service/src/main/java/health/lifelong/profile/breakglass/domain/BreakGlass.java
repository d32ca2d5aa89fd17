package health.lifelong.profile.breakglass.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's record, opened to one clinician without a care relation: for reading, for an hour.
 *
 * @param reason code of the region pack
 * @param reasonText the clinician's own words; health data may stand in them, so they are sealed
 * @param hold why the person must not be told at once, or null
 * @param personDueAt when the person is told
 * @param personToldAt when they were; null where they are not yet
 * @param reviewDueAt by when the privacy officer judges it
 * @param review null until then
 */
public record BreakGlass(
    UUID id,
    UUID personId,
    String centre,
    String clinician,
    String reason,
    String reasonText,
    @Nullable Hold hold,
    Instant openedAt,
    Instant endsAt,
    Instant personDueAt,
    @Nullable Instant personToldAt,
    Instant reviewDueAt,
    @Nullable Review review) {

  /** Why a person is told later: only a court or somebody's safety. */
  public enum Basis {
    COURT,
    SAFETY
  }

  /**
   * A notice that waits.
   *
   * @param approvedBy the privacy officer who approved it, or null: then it ends within minutes
   */
  public record Hold(Basis basis, @Nullable String approvedBy) {}

  /** What the privacy officer found. */
  public record Review(String by, Instant at, boolean justified, String note) {}
}
