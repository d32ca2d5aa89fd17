package health.lifelong.gateway.access.rest;

import health.lifelong.gateway.access.client.SignOuts;
import health.lifelong.platform.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** For a lost phone: ends every sign-in at once. */
@Path("/v1/me/sign-outs")
@RolesAllowed(Roles.PERSON)
@Tag(name = "access")
public class SignOutResource {
  private final JsonWebToken token;
  private final SignOuts signOuts;

  SignOutResource(JsonWebToken token, SignOuts signOuts) {
    this.token = token;
    this.signOuts = signOuts;
  }

  /** Ends every token issued to me until now, this one too. */
  @POST
  @Operation(
      operationId = "signOutEverywhere",
      summary = "End every sign-in of mine; tokens issued until now hold no longer than 5 seconds")
  public Uni<Void> signOut() {
    return signOuts.everywhere(token.getRawToken(), token.getSubject());
  }
}
