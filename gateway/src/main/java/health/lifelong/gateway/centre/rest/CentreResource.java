package health.lifelong.gateway.centre.rest;

import health.lifelong.gateway.me.client.Backend;
import health.lifelong.platform.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a centre may ask of its own persons. */
@Path("/v1/centres/{centre}")
@RolesAllowed({Roles.CENTRE, Roles.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "centres")
public class CentreResource {
  private final JsonWebToken token;
  private final Backend backend;

  public CentreResource(JsonWebToken token, Backend backend) {
    this.token = token;
    this.backend = backend;
  }

  /** The person behind a centre's own identifier. */
  public record Resolved(String personId) {}

  /**
   * Turns the centre's own identifier into the person's id; a foreign one is as unknown as none.
   */
  @GET
  @Path("/persons/{identifier}")
  @Operation(
      operationId = "resolvePerson",
      summary = "The person behind one of this centre's own identifiers")
  public Uni<Resolved> resolve(
      @PathParam("centre") String centre, @PathParam("identifier") String identifier) {
    return backend
        .resolve(token.getRawToken(), centre, identifier)
        .map(person -> new Resolved(person.getPersonId()));
  }
}
