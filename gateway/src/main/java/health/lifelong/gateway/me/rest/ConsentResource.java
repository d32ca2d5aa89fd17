package health.lifelong.gateway.me.rest;

import com.google.protobuf.Timestamp;
import health.lifelong.common.v1.Category;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.common.v1.Purpose;
import health.lifelong.gateway.me.client.Backend;
import health.lifelong.platform.LifelongException;
import health.lifelong.platform.Roles;
import health.lifelong.profile.v1.ConsentDecision;
import health.lifelong.profile.v1.RecordConsentDecisionRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Consent, a cell at a time: category x purpose. Decisions are appended, never changed. */
@Path("/v1/me/consents")
@RolesAllowed(Roles.PERSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "consent")
public class ConsentResource {
  private static final Map<String, Category> CATEGORIES =
      Map.of(
          "identity", Category.CATEGORY_IDENTITY,
          "checkup", Category.CATEGORY_CHECKUP,
          "genetic_report", Category.CATEGORY_GENETIC_REPORT,
          "genetic_raw", Category.CATEGORY_GENETIC_RAW,
          "lifestyle", Category.CATEGORY_LIFESTYLE,
          "special", Category.CATEGORY_SPECIAL);
  private static final Map<String, Purpose> PURPOSES =
      Map.of(
          "own_access", Purpose.PURPOSE_OWN_ACCESS,
          "health_management", Purpose.PURPOSE_HEALTH_MANAGEMENT,
          "care", Purpose.PURPOSE_CARE);

  private final Caller caller;
  private final Backend backend;

  public ConsentResource(Caller caller, Backend backend) {
    this.caller = caller;
    this.backend = backend;
  }

  /** A decision a person takes. */
  public record Decision(
      @Nullable String category,
      @Nullable String purpose,
      @Nullable String decision,
      @Nullable String textId,
      @Nullable String language,
      @Nullable String evidence) {}

  /** A decision as it was recorded. */
  public record Decided(
      String consentId,
      String category,
      String purpose,
      String decision,
      String textId,
      String language,
      String evidence,
      String givenAt,
      String validTo) {}

  /** The history, oldest first. */
  public record History(List<Decided> decisions) {}

  /** Every decision so far. */
  @GET
  @Operation(
      operationId = "listMyConsents",
      summary = "Every consent decision of mine, oldest first")
  public Uni<History> list() {
    return backend
        .consents(caller.token(), caller.personId())
        .map(
            response ->
                new History(
                    response.getDecisionsList().stream().map(ConsentResource::decided).toList()));
  }

  /** Grants, denies or withdraws one cell; the same Idempotency-Key again changes nothing. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "decideMyConsent",
      summary = "Grant, deny or withdraw one cell of my consent")
  public Uni<Decided> decide(
      @Nullable Decision decision, @HeaderParam("Idempotency-Key") @Nullable String key) {
    if (decision == null) {
      throw new LifelongException(
          ErrorReason.ERROR_REASON_ARGUMENT_INVALID, "a decision is needed");
    }
    RecordConsentDecisionRequest request =
        RecordConsentDecisionRequest.newBuilder()
            .setRequestId(key == null ? UUID.randomUUID().toString() : key)
            .setPersonId(caller.personId())
            .setDecision(
                ConsentDecision.newBuilder()
                    .setCategory(known(CATEGORIES, decision.category, "category"))
                    .setPurpose(known(PURPOSES, decision.purpose, "purpose"))
                    .setGrantee("institute")
                    .setDecision(decision(decision.decision))
                    .setTextId(text(decision.textId, "consent-1"))
                    .setLanguage(text(decision.language, "ko"))
                    .setEvidence(text(decision.evidence, "app")))
            .build();
    return backend.decide(caller.token(), request).map(response -> decided(response.getDecision()));
  }

  private static String text(@Nullable String sent, String otherwise) {
    return sent == null ? otherwise : sent;
  }

  private static <T> T known(Map<String, T> known, @Nullable String word, String field) {
    T value = word == null ? null : known.get(word);
    if (value == null) {
      throw new LifelongException(
          ErrorReason.ERROR_REASON_ARGUMENT_INVALID, field + " is unknown", Map.of("field", field));
    }
    return value;
  }

  private static ConsentDecision.Decision decision(@Nullable String word) {
    return known(
        Map.of(
            "grant", ConsentDecision.Decision.DECISION_GRANT,
            "deny", ConsentDecision.Decision.DECISION_DENY,
            "withdraw", ConsentDecision.Decision.DECISION_WITHDRAW),
        word,
        "decision");
  }

  private static Decided decided(ConsentDecision decision) {
    return new Decided(
        decision.getConsentId(),
        word(decision.getCategory().name(), "CATEGORY_"),
        word(decision.getPurpose().name(), "PURPOSE_"),
        word(decision.getDecision().name(), "DECISION_"),
        decision.getTextId(),
        decision.getLanguage(),
        decision.getEvidence(),
        instant(decision.getGivenTime()),
        instant(decision.getValidToTime()));
  }

  static String instant(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos()).toString();
  }

  static String word(String name, String prefix) {
    return name.substring(prefix.length()).toLowerCase(Locale.ROOT);
  }
}
