package health.lifelong.gateway.me.rest;

import health.lifelong.common.v1.Purpose;
import health.lifelong.gateway.me.client.Backend;
import health.lifelong.platform.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A person's own data: the token says whose. */
@Path("/v1/me")
@RolesAllowed(Roles.PERSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "me")
public class MeResource {
  private final Caller caller;
  private final Backend backend;
  private final Report report;

  public MeResource(Caller caller, Backend backend, Report report) {
    this.caller = caller;
    this.backend = backend;
    this.report = report;
  }

  /** The fused record. */
  @GET
  @Path("/record")
  @RolesAllowed({Roles.PERSON, Roles.PROXY})
  @Operation(
      operationId = "getMyRecord",
      summary = "My fused record: checkups, genome heads, lifestyle days")
  public Uni<RecordView> record() {
    return backend
        .record(caller.token(), caller.personId(), Purpose.PURPOSE_OWN_ACCESS)
        .map(RecordView::of);
  }

  /** The record by time. */
  @GET
  @Path("/timeline")
  @RolesAllowed({Roles.PERSON, Roles.PROXY})
  @Operation(operationId = "getMyTimeline", summary = "My visits and the series of every item")
  public Uni<TimelineView> timeline() {
    return record().map(TimelineView::of);
  }

  /** The genomes, as far as consent goes; asks for a strong and recent sign-in. */
  @GET
  @Path("/genomes")
  @Operation(
      operationId = "getMyGenomes",
      summary =
          "What is known of my genome files; needs a sign-in with two factors within 15 minutes")
  public Uni<GenomesView> genomes() {
    return backend
        .genomes(caller.token(), caller.personId())
        .map(RecordView::of)
        .map(GenomesView::of);
  }

  /** What the record means. */
  @GET
  @Path("/insights")
  @Operation(
      operationId = "getMyInsights",
      summary = "What my record means, and what cannot be said and why")
  public Uni<InsightsView> insights(
      @QueryParam("language") @DefaultValue("") String language, @Context HttpHeaders headers) {
    return backend
        .insights(
            caller.token(),
            caller.personId(),
            Languages.choose(language, headers.getAcceptableLanguages()))
        .map(InsightsView::of);
  }

  /** Record and insights together, fetched side by side. */
  @GET
  @Path("/report")
  @Operation(
      operationId = "getMyReport",
      summary = "Record and insights; a part that is away is named")
  public Uni<ReportView> report(
      @QueryParam("language") @DefaultValue("") String language, @Context HttpHeaders headers) {
    return report.of(
        caller.token(),
        caller.personId(),
        Purpose.PURPOSE_OWN_ACCESS,
        Languages.choose(language, headers.getAcceptableLanguages()));
  }
}
