package health.lifelong.gateway.identity.rest;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.gateway.identity.client.Identities;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.v1.DecideIdentityMatchRequest;
import health.lifelong.profile.v1.IdentityMatchState;
import health.lifelong.profile.v1.ListIdentityMatchesRequest;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reviews of who is one person, for operators; every other role is refused behind. */
@Path("/v1/identity/reviews")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "identity")
public class IdentityMatchResource {
  private static final Map<String, IdentityMatchState> STATES =
      Map.of(
          "open", IdentityMatchState.IDENTITY_MATCH_STATE_OPEN,
          "linked", IdentityMatchState.IDENTITY_MATCH_STATE_LINKED,
          "separate", IdentityMatchState.IDENTITY_MATCH_STATE_SEPARATE);

  private final JsonWebToken token;
  private final Identities identities;

  public IdentityMatchResource(JsonWebToken token, Identities identities) {
    this.token = token;
    this.identities = identities;
  }

  /**
   * What an operator says of two records.
   *
   * @param decision linked or separate
   * @param reason why, at least 10 characters
   */
  public record Decision(@Nullable String decision, @Nullable String reason) {}

  /** Pairs in a state, oldest first. */
  @GET
  @Operation(
      operationId = "listIdentityReviews",
      summary = "Pairs of records that may be of one person, oldest first",
      description =
          "state is open, linked or separate. Shows how the fields of the two agree, never what stands in them.")
  @APIResponse(responseCode = "200", description = "A page of pairs")
  @APIResponse(responseCode = "403", description = "Not an operator")
  public Uni<IdentityMatchView.Page> list(
      @QueryParam("state") @DefaultValue("open") String state,
      @QueryParam("pageSize") @DefaultValue("50") int pageSize,
      @QueryParam("pageToken") @DefaultValue("") String pageToken) {
    return identities
        .list(
            token.getRawToken(),
            ListIdentityMatchesRequest.newBuilder()
                .setState(state(state, "state"))
                .setPageSize(Math.clamp(pageSize, 1, 200))
                .setPageToken(pageToken)
                .build())
        .map(IdentityMatchView.Page::of);
  }

  /** Links two records, or holds them to be of two persons. */
  @POST
  @Path("/{id}/decision")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "decideIdentityReview",
      summary = "Say whether two records are of one person",
      description =
          "separate takes a link back: both records are again as they were. Decisions are kept; the last one stands.")
  @APIResponse(responseCode = "200", description = "The pair as it stands now")
  @APIResponse(responseCode = "403", description = "Not an operator")
  @APIResponse(responseCode = "404", description = "Unknown pair")
  public Uni<IdentityMatchView> decide(@PathParam("id") String match, @Nullable Decision decision) {
    if (decision == null) {
      throw invalid("decision");
    }
    return identities
        .decide(
            token.getRawToken(),
            DecideIdentityMatchRequest.newBuilder()
                .setMatchId(match)
                .setDecision(state(text(decision.decision()), "decision"))
                .setReason(text(decision.reason()))
                .build())
        .map(IdentityMatchView::of);
  }

  private static IdentityMatchState state(String word, String field) {
    IdentityMatchState state = STATES.get(word);
    if (state == null) {
      throw invalid(field);
    }
    return state;
  }

  private static String text(@Nullable String sent) {
    return sent == null ? "" : sent;
  }

  private static LifelongException invalid(String field) {
    return new LifelongException(
        ErrorReason.ERROR_REASON_ARGUMENT_INVALID, field + " is unknown", Map.of("field", field));
  }
}
