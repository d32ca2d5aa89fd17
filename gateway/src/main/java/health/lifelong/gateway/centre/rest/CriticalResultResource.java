package health.lifelong.gateway.centre.rest;

import com.google.protobuf.Timestamp;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.gateway.centre.client.Safety;
import health.lifelong.gateway.web.rest.Pages;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.v1.AcknowledgeCriticalResultRequest;
import health.lifelong.profile.v1.CriticalResultState;
import health.lifelong.profile.v1.ListCriticalResultsRequest;
import health.lifelong.profile.v1.ReleaseResultsRequest;
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
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * What cannot wait, for a centre's on-call staff, and the release of what waited for them. Any
 * token may ask; to one that does not speak for this centre there is nothing here, as for an
 * unknown id.
 */
@Path("/v1/centres/{centre}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "safety")
public class CriticalResultResource {
  private static final Map<String, CriticalResultState> STATES =
      Map.of(
          "", CriticalResultState.CRITICAL_RESULT_STATE_UNSPECIFIED,
          "open", CriticalResultState.CRITICAL_RESULT_STATE_OPEN,
          "acknowledged", CriticalResultState.CRITICAL_RESULT_STATE_ACKNOWLEDGED,
          "closed", CriticalResultState.CRITICAL_RESULT_STATE_CLOSED);

  private final JsonWebToken token;
  private final Safety safety;

  public CriticalResultResource(JsonWebToken token, Safety safety) {
    this.token = token;
    this.safety = safety;
  }

  /**
   * Somebody's word that they look after a result.
   *
   * @param acknowledgedBy who; a clinician's own token needs no name
   * @param acknowledgedAt ISO 8601 instant; now where it is left out
   */
  public record Acknowledgement(
      @Nullable String acknowledgedBy, @Nullable String acknowledgedAt, @Nullable String note) {}

  /**
   * What to release.
   *
   * @param checkupId one visit; whatever of the centre waits where it is left out
   */
  public record Release(@Nullable String checkupId) {}

  /** What was released, and the person's revision afterwards. */
  public record Released(int released, long revision) {}

  /** The centre's critical results, newest first. */
  @GET
  @Path("/critical-results")
  @Operation(
      operationId = "listCriticalResults",
      summary = "Values of this centre that cannot wait, newest first",
      description =
          "state is open, acknowledged or closed; all of them where it is left out. A result is opened when its value arrives.")
  @APIResponse(responseCode = "200", description = "A page of critical results")
  @APIResponse(responseCode = "404", description = "Not this caller's centre")
  public Uni<CriticalResultView.Page> list(
      @PathParam("centre") String centre,
      @QueryParam("state") @DefaultValue("") String state,
      @QueryParam("pageSize") @DefaultValue("50") int pageSize,
      @QueryParam("pageToken") @DefaultValue("") String pageToken) {
    CriticalResultState known = STATES.get(state);
    if (known == null) {
      throw invalid("state");
    }
    return safety
        .list(
            token.getRawToken(),
            ListCriticalResultsRequest.newBuilder()
                .setCentre(centre)
                .setState(known)
                .setPageSize(Pages.size(pageSize))
                .setPageToken(pageToken)
                .build())
        .map(CriticalResultView.Page::of);
  }

  /** Says that somebody looks after it; the first word stands. */
  @POST
  @Path("/critical-results/{critical}/acknowledgement")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "acknowledgeCriticalResult",
      summary = "Say who looks after a critical result: it escalates no further",
      description = "Saying it again changes nothing: the first word stands.")
  @APIResponse(responseCode = "200", description = "The result as it stands now")
  @APIResponse(responseCode = "404", description = "Unknown, or of another centre")
  public Uni<CriticalResultView> acknowledge(
      @PathParam("centre") String centre,
      @PathParam("critical") String critical,
      @Nullable Acknowledgement word) {
    AcknowledgeCriticalResultRequest.Builder request =
        AcknowledgeCriticalResultRequest.newBuilder().setCentre(centre).setCriticalId(critical);
    if (word != null) {
      request.setAcknowledgedBy(text(word.acknowledgedBy())).setNote(text(word.note()));
      if (word.acknowledgedAt() != null) {
        request.setAcknowledgedTime(time(word.acknowledgedAt()));
      }
    }
    return safety.acknowledge(token.getRawToken(), request.build()).map(CriticalResultView::of);
  }

  /** Ends the waiting of a person's held results that this centre made. */
  @POST
  @Path("/persons/{person}/releases")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "releaseResults",
      summary = "Release a person's results that waited for this centre's judgement",
      description = "Of one visit, or all of this centre's where checkupId is left out.")
  @APIResponse(responseCode = "200", description = "How many no longer wait")
  @APIResponse(responseCode = "404", description = "Nobody this centre has results of")
  public Uni<Released> release(
      @PathParam("centre") String centre,
      @PathParam("person") String person,
      @Nullable Release release) {
    return safety
        .release(
            token.getRawToken(),
            ReleaseResultsRequest.newBuilder()
                .setCentre(centre)
                .setPersonId(person)
                .setCheckupId(release == null ? "" : text(release.checkupId()))
                .build())
        .map(answer -> new Released(answer.getReleased(), answer.getRevision()));
  }

  private static String text(@Nullable String sent) {
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
      throw invalid("acknowledgedAt");
    }
  }

  private static LifelongException invalid(String field) {
    return new LifelongException(
        ErrorReason.ERROR_REASON_ARGUMENT_INVALID, field + " is unknown", Map.of("field", field));
  }
}
