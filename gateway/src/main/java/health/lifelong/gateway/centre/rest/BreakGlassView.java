package health.lifelong.gateway.centre.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.google.protobuf.Timestamp;
import health.lifelong.profile.v1.BreakGlass;
import health.lifelong.profile.v1.BreakGlassHold;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A broken glass. Times are UTC.
 *
 * @param reason the clinician's own words, for a privacy officer only
 * @param endsAt until when the record can be read
 * @param hold why the person is told later: court or safety; else empty
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record BreakGlassView(
    String breakGlassId,
    String personId,
    String centre,
    String clinician,
    String reasonCode,
    String reason,
    String hold,
    String holdApprovedBy,
    String openedAt,
    String endsAt,
    String personDueAt,
    @Nullable String personToldAt,
    String reviewDueAt,
    @Nullable Review review) {

  /** What the privacy officer found. */
  public record Review(String by, String at, boolean justified, String note) {}

  /** A page, newest first. */
  public record Page(List<BreakGlassView> breakGlasses) {}

  static BreakGlassView of(BreakGlass glass) {
    return new BreakGlassView(
        glass.getBreakGlassId(),
        glass.getPersonId(),
        glass.getCentre(),
        glass.getClinician(),
        glass.getReasonCode(),
        glass.getReasonText(),
        hold(glass.getHold()),
        glass.getHoldApprovedBy(),
        instant(glass.getOpenedTime()),
        instant(glass.getEndTime()),
        instant(glass.getPersonDueTime()),
        glass.hasPersonToldTime() ? instant(glass.getPersonToldTime()) : null,
        instant(glass.getReviewDueTime()),
        glass.hasReviewedTime()
            ? new Review(
                glass.getReviewedBy(),
                instant(glass.getReviewedTime()),
                glass.getJustified(),
                glass.getReviewNote())
            : null);
  }

  private static String hold(BreakGlassHold hold) {
    return switch (hold) {
      case BREAK_GLASS_HOLD_COURT -> "court";
      case BREAK_GLASS_HOLD_SAFETY -> "safety";
      case BREAK_GLASS_HOLD_UNSPECIFIED, UNRECOGNIZED -> "";
    };
  }

  private static String instant(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos()).toString();
  }
}
