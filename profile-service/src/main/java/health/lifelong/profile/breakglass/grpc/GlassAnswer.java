package health.lifelong.profile.breakglass.grpc;

import com.google.protobuf.Timestamp;
import health.lifelong.profile.breakglass.domain.BreakGlass;
import health.lifelong.profile.v1.BreakGlassHold;
import java.time.Instant;

/** Writes broken glasses as the contract has them. */
final class GlassAnswer {
  private GlassAnswer() {}

  /** For the privacy officer, with the words of the clinician. */
  static health.lifelong.profile.v1.BreakGlass full(BreakGlass glass) {
    health.lifelong.profile.v1.BreakGlass.Builder answer =
        of(glass).toBuilder().setReasonText(glass.reasonText());
    BreakGlass.Review review = glass.review();
    if (review != null) {
      answer
          .setReviewedTime(timestamp(review.at()))
          .setReviewedBy(review.by())
          .setJustified(review.justified())
          .setReviewNote(review.note());
    }
    return answer.build();
  }

  /** For the clinician. */
  static health.lifelong.profile.v1.BreakGlass of(BreakGlass glass) {
    health.lifelong.profile.v1.BreakGlass.Builder answer =
        health.lifelong.profile.v1.BreakGlass.newBuilder()
            .setBreakGlassId(glass.id().toString())
            .setPersonId(glass.personId().toString())
            .setCentre(glass.centre())
            .setClinician(glass.clinician())
            .setReasonCode(glass.reason())
            .setOpenedTime(timestamp(glass.openedAt()))
            .setEndTime(timestamp(glass.endsAt()))
            .setPersonDueTime(timestamp(glass.personDueAt()))
            .setReviewDueTime(timestamp(glass.reviewDueAt()));
    BreakGlass.Hold hold = glass.hold();
    if (hold != null) {
      answer.setHold(
          switch (hold.basis()) {
            case COURT -> BreakGlassHold.BREAK_GLASS_HOLD_COURT;
            case SAFETY -> BreakGlassHold.BREAK_GLASS_HOLD_SAFETY;
          });
      answer.setHoldApprovedBy(hold.approvedBy() == null ? "" : hold.approvedBy());
    }
    if (glass.personToldAt() != null) {
      answer.setPersonToldTime(timestamp(glass.personToldAt()));
    }
    return answer.build();
  }

  private static Timestamp timestamp(Instant time) {
    return Timestamp.newBuilder()
        .setSeconds(time.getEpochSecond())
        .setNanos(time.getNano())
        .build();
  }
}
