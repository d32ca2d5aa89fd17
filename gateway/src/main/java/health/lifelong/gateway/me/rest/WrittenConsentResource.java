package health.lifelong.gateway.me.rest;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.gateway.me.client.Backend;
import health.lifelong.platform.LifelongException;
import health.lifelong.platform.Roles;
import health.lifelong.profile.v1.ConsentDecision;
import health.lifelong.profile.v1.RecordWrittenConsentRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a person, or the guardian of a minor, decided at a centre on paper or at a kiosk. */
@Path("/v1/centres/{centre}/persons/{person}/consents")
@RolesAllowed({Roles.CENTRE, Roles.CLINICIAN, Roles.PERSON})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "centres")
public class WrittenConsentResource {
  private final Caller caller;
  private final Backend backend;

  public WrittenConsentResource(Caller caller, Backend backend) {
    this.caller = caller;
    this.backend = backend;
  }

  /**
   * A decision with its evidence.
   *
   * @param evidence paper or kiosk
   * @param evidenceReference number of the document in the centre's archive
   * @param documentSha256 of the scan, 64 hex digits
   * @param givenAt when it was signed, ISO 8601
   * @param guardian id of the guardian who decided for a minor
   * @param guardianRelation such as mother or legal_guardian
   */
  public record Written(
      @Nullable String category,
      @Nullable String purpose,
      @Nullable String grantee,
      @Nullable String decision,
      @Nullable String textId,
      @Nullable String language,
      @Nullable String evidence,
      @Nullable String evidenceReference,
      @Nullable String documentSha256,
      @Nullable String givenAt,
      @Nullable String validTo,
      @Nullable String guardian,
      @Nullable String guardianRelation) {}

  /** Records one cell; the same Idempotency-Key again changes nothing. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "recordWrittenConsent",
      summary = "Record what a person of this centre decided on paper or at a kiosk")
  @APIResponse(responseCode = "200", description = "The decision as the person sees it too")
  @APIResponse(responseCode = "404", description = "Nobody this centre has results of")
  public Uni<DecidedView> record(
      @PathParam("centre") String centre,
      @PathParam("person") String person,
      @Nullable Written written,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    if (written == null) {
      throw new LifelongException(
          ErrorReason.ERROR_REASON_ARGUMENT_INVALID, "a decision is needed");
    }
    return backend
        .recordWritten(
            caller.token(),
            RecordWrittenConsentRequest.newBuilder()
                .setRequestId(key == null ? UUID.randomUUID().toString() : key)
                .setCentre(centre)
                .setPersonId(person)
                .setDecision(decision(written))
                .build())
        .map(response -> DecidedView.of(response.getDecision()));
  }

  private static ConsentDecision decision(Written written) {
    ConsentDecision.Builder decision =
        ConsentDecision.newBuilder()
            .setCategory(ConsentWords.category(written.category))
            .setPurpose(ConsentWords.purpose(written.purpose))
            .setGrantee(ConsentWords.text(written.grantee, "institute"))
            .setDecision(ConsentWords.decision(written.decision))
            .setTextId(ConsentWords.text(written.textId, ""))
            .setLanguage(ConsentWords.text(written.language, ""))
            .setEvidence(ConsentWords.text(written.evidence, ""))
            .setEvidenceReference(ConsentWords.text(written.evidenceReference, ""))
            .setDocumentSha256(ConsentWords.text(written.documentSha256, ""))
            .setGuardian(ConsentWords.text(written.guardian, ""))
            .setGuardianRelation(ConsentWords.text(written.guardianRelation, ""))
            .setGivenTime(ConsentWords.time(written.givenAt, "givenAt"));
    if (written.validTo != null) {
      decision.setValidToTime(ConsentWords.time(written.validTo, "validTo"));
    }
    return decision.build();
  }
}
