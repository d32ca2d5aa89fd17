package health.lifelong.gateway.access.rest;

import health.lifelong.gateway.access.client.Accounts;
import health.lifelong.platform.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a centre does for the account of a person at the visit. */
@Path("/v1/centres/{centre}/persons/{person}")
@RolesAllowed(Roles.CENTRE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "account")
public class CentreAccountResource {
  private final JsonWebToken token;
  private final Accounts accounts;

  CentreAccountResource(JsonWebToken token, Accounts accounts) {
    this.token = token;
    this.accounts = accounts;
  }

  /** A code, told once. */
  public record Issued(String code, Instant expiresAt) {}

  /** A one-time code for a person of this centre. */
  @POST
  @Path("/account-codes")
  @Operation(
      operationId = "issueAccountCode",
      summary = "A one-time code with which this person links an account at the visit",
      description = "Takes the place of the code before. It is told once and kept as a keyed hash.")
  @APIResponse(responseCode = "200", description = "The code and until when it holds")
  @APIResponse(responseCode = "404", description = "Unknown, or of another centre")
  public Uni<Issued> issue(@PathParam("centre") String centre, @PathParam("person") String person) {
    return accounts
        .issue(token.getRawToken(), centre, person)
        .map(
            issued ->
                new Issued(
                    issued.getCode(), Instant.ofEpochSecond(issued.getExpiresTime().getSeconds())));
  }

  /** Says that an account speaks for the wrong person. */
  @POST
  @Path("/wrong-link")
  @Operation(
      operationId = "reportWrongLinkOfPerson",
      summary = "The account of this person is somebody else's: end its access within five seconds")
  @APIResponse(responseCode = "204", description = "Access has ended")
  @APIResponse(responseCode = "404", description = "Unknown, or of another centre")
  public Uni<Void> reportWrong(
      @PathParam("centre") String centre, @PathParam("person") String person) {
    return accounts.reportWrong(token.getRawToken(), person, centre);
  }
}
