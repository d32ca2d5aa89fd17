package health.lifelong.gateway.access.rest;

import health.lifelong.gateway.access.client.Accounts;
import health.lifelong.platform.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** From the account that signed in to the person it speaks for. */
@Path("/v1/me/account")
@RolesAllowed(Roles.PERSON)
@Tag(name = "account")
public class AccountResource {
  private final JsonWebToken token;
  private final Accounts accounts;

  AccountResource(JsonWebToken token, Accounts accounts) {
    this.token = token;
    this.accounts = accounts;
  }

  /**
   * What the centre handed out, and what the person knows.
   *
   * @param birthDate ISO date
   */
  public record Code(@Nullable String code, @Nullable String birthDate) {}

  /** Links my account to the person of a one-time code. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "redeemAccountCode",
      summary = "Link my account to my record with the code of my centre and my birth date",
      description = "Needs a sign-in with two factors. Whatever is wrong is answered alike.")
  @APIResponse(responseCode = "204", description = "Linked")
  @APIResponse(responseCode = "404", description = "No such code, or not with this birth date")
  @APIResponse(responseCode = "429", description = "Too many tries")
  public Uni<Void> redeem(@Nullable Code sent) {
    Code code = sent == null ? new Code(null, null) : sent;
    return accounts.redeem(
        token.getRawToken(),
        Objects.requireNonNullElse(code.code(), ""),
        Objects.requireNonNullElse(code.birthDate(), ""));
  }

  /** Links my account to the person whom the identity provider has verified. */
  @POST
  @Path("/verified")
  @Operation(
      operationId = "linkVerifiedAccount",
      summary = "Link my account to my record by the identity that the provider has verified")
  @APIResponse(responseCode = "204", description = "Linked")
  @APIResponse(responseCode = "404", description = "Nothing verified, or not exactly one person")
  public Uni<Void> linkVerified() {
    return accounts.linkVerified(token.getRawToken());
  }

  /** Says that this record is not mine. */
  @POST
  @Path("/wrong-link")
  @Operation(
      operationId = "reportWrongLink",
      summary = "This is not my record: end my account's access within five seconds")
  @APIResponse(responseCode = "204", description = "Access has ended; the centre is told")
  public Uni<Void> reportWrong() {
    return accounts.reportWrong(token.getRawToken(), token.getSubject(), "");
  }
}
