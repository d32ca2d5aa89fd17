package health.lifelong.gateway.me.rest;

import com.google.protobuf.Timestamp;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.gateway.me.client.Backend;
import health.lifelong.platform.LifelongException;
import health.lifelong.platform.Roles;
import health.lifelong.profile.v1.ConsentDecision;
import health.lifelong.profile.v1.ConsentText;
import health.lifelong.profile.v1.RecordConsentDecisionRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Consent, a cell at a time: category x purpose x grantee. Decisions are appended, never changed. A
 * family proxy is a grantee too: {@code proxy:} and the subject of the proxy.
 */
@Path("/v1/me/consents")
@RolesAllowed(Roles.PERSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "consent")
public class ConsentResource {
  private final Caller caller;
  private final Backend backend;

  public ConsentResource(Caller caller, Backend backend) {
    this.caller = caller;
    this.backend = backend;
  }

  /**
   * A decision a person takes.
   *
   * @param grantee institute where it is left out
   * @param textId the words that were shown; those in force where it is left out
   * @param validTo ISO 8601 instant; two years where it is left out
   */
  public record Decision(
      @Nullable String category,
      @Nullable String purpose,
      @Nullable String grantee,
      @Nullable String decision,
      @Nullable String textId,
      @Nullable String language,
      @Nullable String evidence,
      @Nullable String validTo) {}

  /** The history, oldest first, and the words to show before the next decision. */
  public record History(List<DecidedView> decisions, List<Text> texts) {}

  /** The words with which a purpose is asked for. */
  public record Text(String purpose, String textId, String language, String words) {}

  /** Every decision so far. */
  @GET
  @Operation(
      operationId = "listMyConsents",
      summary = "Every consent decision of mine, oldest first")
  public Uni<History> list(
      @QueryParam("language") @DefaultValue("") String language, @Context HttpHeaders headers) {
    return backend
        .consents(
            caller.token(),
            caller.personId(),
            Languages.choose(language, headers.getAcceptableLanguages()))
        .map(
            response ->
                new History(
                    response.getDecisionsList().stream().map(DecidedView::of).toList(),
                    response.getTextsList().stream().map(ConsentResource::text).toList()));
  }

  private static Text text(ConsentText text) {
    return new Text(
        ConsentWords.word(text.getPurpose()),
        text.getTextId(),
        text.getLanguage(),
        text.getWords());
  }

  /** Grants, denies or withdraws one cell; the same Idempotency-Key again changes nothing. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "decideMyConsent",
      summary = "Grant, deny or withdraw one cell of my consent")
  public Uni<DecidedView> decide(
      @Nullable Decision decision, @HeaderParam("Idempotency-Key") @Nullable String key) {
    if (decision == null) {
      throw new LifelongException(
          ErrorReason.ERROR_REASON_ARGUMENT_INVALID, "a decision is needed");
    }
    ConsentDecision.Builder asked =
        ConsentDecision.newBuilder()
            .setCategory(ConsentWords.category(decision.category))
            .setPurpose(ConsentWords.purpose(decision.purpose))
            .setGrantee(ConsentWords.text(decision.grantee, "institute"))
            .setDecision(ConsentWords.decision(decision.decision))
            .setTextId(ConsentWords.text(decision.textId, ""))
            .setLanguage(ConsentWords.text(decision.language, "ko"))
            .setEvidence(ConsentWords.text(decision.evidence, "app"));
    if (decision.validTo != null) {
      asked.setValidToTime(ConsentWords.time(decision.validTo, "validTo"));
    }
    RecordConsentDecisionRequest request =
        RecordConsentDecisionRequest.newBuilder()
            .setRequestId(key == null ? UUID.randomUUID().toString() : key)
            .setPersonId(caller.personId())
            .setDecision(asked)
            .build();
    return backend
        .decide(caller.token(), request)
        .map(response -> DecidedView.of(response.getDecision()));
  }

  static String instant(Timestamp time) {
    return ConsentWords.instant(time);
  }

  static String word(String name, String prefix) {
    return name.substring(prefix.length()).toLowerCase(Locale.ROOT);
  }
}
