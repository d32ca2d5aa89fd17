package health.lifelong.gateway.centre.rest;

import com.google.protobuf.Timestamp;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.gateway.centre.client.BreakGlasses;
import health.lifelong.platform.LifelongException;
import health.lifelong.platform.Roles;
import health.lifelong.profile.v1.ApproveBreakGlassHoldRequest;
import health.lifelong.profile.v1.ListBreakGlassesRequest;
import health.lifelong.profile.v1.ReviewBreakGlassRequest;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * One person's record for a clinician without a care relation: with a reason and a fresh second
 * factor, for reading, for an hour. The person and the privacy officer are told.
 */
@Path("/v1/break-glass")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "break-glass")
public class BreakGlassResource {
  private final JsonWebToken token;
  private final BreakGlasses glasses;

  public BreakGlassResource(JsonWebToken token, BreakGlasses glasses) {
    this.token = token;
    this.glasses = glasses;
  }

  /** What a privacy officer found. */
  public record Found(boolean justified, @Nullable String note) {}

  /** Until when a hold lasts; ISO 8601 instant, as long as allowed where it is left out. */
  public record Held(@Nullable String until) {}

  /** What was opened, for a privacy officer. */
  @GET
  @RolesAllowed(Roles.OPERATOR)
  @Operation(operationId = "listBreakGlasses", summary = "Broken glasses, for a privacy officer")
  public Uni<BreakGlassView.Page> list(
      @QueryParam("unreviewed") @DefaultValue("true") boolean unreviewed) {
    return glasses
        .list(
            token.getRawToken(),
            ListBreakGlassesRequest.newBuilder().setUnreviewed(unreviewed).setPageSize(200).build())
        .map(
            page ->
                new BreakGlassView.Page(
                    page.getBreakGlassesList().stream().map(BreakGlassView::of).toList()));
  }

  /** A privacy officer's judgement. */
  @POST
  @Path("/{id}/review")
  @RolesAllowed(Roles.OPERATOR)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "reviewBreakGlass",
      summary = "Judge a broken glass, as a privacy officer")
  public Uni<BreakGlassView> review(@PathParam("id") String id, @Nullable Found found) {
    if (found == null) {
      throw invalid("body");
    }
    return glasses
        .review(
            token.getRawToken(),
            ReviewBreakGlassRequest.newBuilder()
                .setBreakGlassId(id)
                .setJustified(found.justified())
                .setNote(text(found.note()))
                .build())
        .map(BreakGlassView::of);
  }

  /** The second approval of a hold. */
  @POST
  @Path("/{id}/hold")
  @RolesAllowed(Roles.OPERATOR)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "approveBreakGlassHold",
      summary = "Approve that the person is told later, as a privacy officer")
  public Uni<BreakGlassView> hold(@PathParam("id") String id, @Nullable Held held) {
    ApproveBreakGlassHoldRequest.Builder request =
        ApproveBreakGlassHoldRequest.newBuilder().setBreakGlassId(id);
    if (held != null && held.until() != null) {
      request.setUntilTime(time(held.until()));
    }
    return glasses.approveHold(token.getRawToken(), request.build()).map(BreakGlassView::of);
  }

  static String text(@Nullable String sent) {
    return sent == null ? "" : sent;
  }

  private static Timestamp time(String sent) {
    try {
      Instant time = Instant.parse(sent);
      return Timestamp.newBuilder()
          .setSeconds(time.getEpochSecond())
          .setNanos(time.getNano())
          .build();
    } catch (DateTimeParseException e) {
      throw invalid("until");
    }
  }

  static LifelongException invalid(String field) {
    return new LifelongException(
        ErrorReason.ERROR_REASON_ARGUMENT_INVALID, field + " is unknown", Map.of("field", field));
  }
}
