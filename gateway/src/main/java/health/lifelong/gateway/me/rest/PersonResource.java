package health.lifelong.gateway.me.rest;

import health.lifelong.common.v1.Purpose;
import health.lifelong.gateway.me.client.Backend;
import health.lifelong.platform.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * A named person. To a caller who may not know of them, they are as unknown as nobody: the same
 * 404, the same body.
 */
@Path("/v1/persons/{personId}")
@RolesAllowed({Roles.PERSON, Roles.CLINICIAN, Roles.CENTRE})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "persons")
public class PersonResource {
  private final Caller caller;
  private final Backend backend;
  private final Report report;

  public PersonResource(Caller caller, Backend backend, Report report) {
    this.caller = caller;
    this.backend = backend;
    this.report = report;
  }

  private Purpose purpose() {
    if (caller.isPerson()) {
      return Purpose.PURPOSE_OWN_ACCESS;
    }
    return caller.isClinician() ? Purpose.PURPOSE_CARE : Purpose.PURPOSE_ORIGIN_CENTRE;
  }

  /** The record, as far as the caller's role and the person's consent go. */
  @GET
  @Path("/record")
  @Operation(
      operationId = "getPersonRecord",
      summary = "A person's record, as far as role and consent go")
  public Uni<RecordView> record(@PathParam("personId") String personId) {
    return backend.record(caller.token(), caller.only(personId), purpose()).map(RecordView::of);
  }

  /** The insights, as far as the caller's role and the person's consent go. */
  @GET
  @Path("/insights")
  @RolesAllowed({Roles.PERSON, Roles.CLINICIAN})
  @Operation(
      operationId = "getPersonInsights",
      summary = "A person's insights, as far as role and consent go")
  public Uni<InsightsView> insights(
      @PathParam("personId") String personId,
      @QueryParam("language") @DefaultValue("") String language,
      @Context HttpHeaders headers) {
    return backend
        .insights(
            caller.token(),
            caller.only(personId),
            Languages.choose(language, headers.getAcceptableLanguages()))
        .map(InsightsView::of);
  }

  /** Record and insights together. */
  @GET
  @Path("/report")
  @RolesAllowed({Roles.PERSON, Roles.CLINICIAN})
  @Operation(
      operationId = "getPersonReport",
      summary = "A person's record and insights; a part that is away is named")
  public Uni<ReportView> report(
      @PathParam("personId") String personId,
      @QueryParam("language") @DefaultValue("") String language,
      @Context HttpHeaders headers) {
    return report.of(
        caller.token(),
        caller.only(personId),
        purpose(),
        Languages.choose(language, headers.getAcceptableLanguages()));
  }
}
