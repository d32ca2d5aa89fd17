package health.lifelong.gateway.me.rest;

import health.lifelong.gateway.me.client.Backend;
import health.lifelong.gateway.web.rest.Pages;
import health.lifelong.platform.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who looked at my data, when, at what and why; refusals too. */
@Path("/v1/me/access-events")
@RolesAllowed(Roles.PERSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "access")
public class AccessResource {
  private final Caller caller;
  private final Backend backend;

  public AccessResource(Caller caller, Backend backend) {
    this.caller = caller;
    this.backend = backend;
  }

  /**
   * One look, or one refusal.
   *
   * @param actorCentre for which centre it was asked, or empty
   * @param client the program it was asked with
   * @param reason code of the reason, where a glass was broken
   */
  public record Event(
      long sequence,
      String at,
      String actorRole,
      String actor,
      String action,
      String purpose,
      List<String> categories,
      String decision,
      String rule,
      String actorCentre,
      String client,
      String reason) {}

  /** A page of looks, newest first. */
  public record Events(List<Event> events, String nextPageToken) {}

  /** The looks, newest first. */
  @GET
  @Operation(operationId = "listMyAccessEvents", summary = "Who looked at my data, newest first")
  public Uni<Events> list(
      @QueryParam("pageSize") @DefaultValue("50") int pageSize,
      @QueryParam("pageToken") @DefaultValue("") String pageToken) {
    return backend
        .accessEvents(caller.token(), caller.personId(), Pages.size(pageSize), pageToken)
        .map(
            response ->
                new Events(
                    response.getEventsList().stream()
                        .map(
                            event ->
                                new Event(
                                    event.getSequence(),
                                    ConsentResource.instant(event.getRecordedTime()),
                                    event.getActorRole(),
                                    event.getActor(),
                                    event.getAction(),
                                    ConsentResource.word(event.getPurpose().name(), "PURPOSE_"),
                                    event.getCategoriesList().stream()
                                        .map(
                                            category ->
                                                ConsentResource.word(category.name(), "CATEGORY_"))
                                        .toList(),
                                    event.getDecision(),
                                    event.getRule(),
                                    event.getActorCentre(),
                                    event.getClient(),
                                    event.getReason()))
                        .toList(),
                    response.getNextPageToken()));
  }
}
