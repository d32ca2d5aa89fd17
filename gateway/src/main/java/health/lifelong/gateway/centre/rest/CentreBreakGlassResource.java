package health.lifelong.gateway.centre.rest;

import health.lifelong.gateway.centre.client.BreakGlasses;
import health.lifelong.gateway.me.rest.RecordView;
import health.lifelong.platform.Roles;
import health.lifelong.profile.v1.BreakGlassHold;
import health.lifelong.profile.v1.GetBreakGlassRecordRequest;
import health.lifelong.profile.v1.OpenBreakGlassRequest;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A clinician opens one person's record without a care relation. */
@Path("/v1/centres/{centre}/break-glass")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "break-glass")
public class CentreBreakGlassResource {
  private static final Map<String, BreakGlassHold> HOLDS =
      Map.of(
          "", BreakGlassHold.BREAK_GLASS_HOLD_UNSPECIFIED,
          "court", BreakGlassHold.BREAK_GLASS_HOLD_COURT,
          "safety", BreakGlassHold.BREAK_GLASS_HOLD_SAFETY);

  private final JsonWebToken token;
  private final BreakGlasses glasses;

  public CentreBreakGlassResource(JsonWebToken token, BreakGlasses glasses) {
    this.token = token;
    this.glasses = glasses;
  }

  /**
   * What a clinician asks.
   *
   * @param reasonCode of the region pack
   * @param reason at least 20 characters
   * @param hold court or safety, where the person must not be told at once; needs a second approval
   */
  public record Asked(
      @Nullable String personId,
      @Nullable String reasonCode,
      @Nullable String reason,
      @Nullable String hold) {}

  /** Breaks the glass. */
  @POST
  @RolesAllowed(Roles.CLINICIAN)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "openBreakGlass",
      summary = "Open one person's record without a care relation, for an hour",
      description = "Needs a sign-in with two factors at most 15 minutes ago. The person is told.")
  public Uni<BreakGlassView> open(@PathParam("centre") String centre, @Nullable Asked asked) {
    if (asked == null) {
      throw BreakGlassResource.invalid("body");
    }
    BreakGlassHold hold = HOLDS.get(BreakGlassResource.text(asked.hold()));
    if (hold == null) {
      throw BreakGlassResource.invalid("hold");
    }
    return glasses
        .open(
            token.getRawToken(),
            OpenBreakGlassRequest.newBuilder()
                .setCentre(centre)
                .setPersonId(BreakGlassResource.text(asked.personId()))
                .setReasonCode(BreakGlassResource.text(asked.reasonCode()))
                .setReasonText(BreakGlassResource.text(asked.reason()))
                .setHold(hold)
                .build())
        .map(BreakGlassView::of);
  }

  /** The record, while it is open. */
  @GET
  @Path("/{id}/record")
  @RolesAllowed(Roles.CLINICIAN)
  @Operation(operationId = "getBreakGlassRecord", summary = "The record, while the glass is broken")
  public Uni<RecordView> record(@PathParam("centre") String centre, @PathParam("id") String id) {
    return glasses
        .record(
            token.getRawToken(),
            GetBreakGlassRecordRequest.newBuilder().setCentre(centre).setBreakGlassId(id).build())
        .map(RecordView::of);
  }
}
