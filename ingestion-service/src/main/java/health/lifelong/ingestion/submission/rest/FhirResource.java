package health.lifelong.ingestion.submission.rest;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.ingestion.fhir.domain.FhirFormat;
import health.lifelong.ingestion.fhir.domain.FhirReading;
import health.lifelong.ingestion.fhir.domain.Refusal;
import health.lifelong.ingestion.submission.app.Doorkeeper;
import health.lifelong.ingestion.submission.app.FreshReadings;
import health.lifelong.ingestion.submission.app.Reading;
import health.lifelong.ingestion.submission.domain.Acceptance;
import health.lifelong.ingestion.submission.domain.Format;
import health.lifelong.ingestion.submission.domain.Sha256;
import health.lifelong.ingestion.submission.domain.Submission;
import health.lifelong.ingestion.submission.domain.Understood;
import health.lifelong.ingestion.submission.reader.FormatReaders;
import health.lifelong.platform.LifelongException;
import health.lifelong.platform.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The FHIR R4 door: Bundles and the single resources that are taken. Answers are FHIR's own, with
 * the receipt's id in a header. {@code /fhir/Type} is the address that FHIR clients post single
 * resources to; the body says what it is.
 */
@Path("/fhir")
@RolesAllowed(Roles.CENTRE)
@RunOnVirtualThread
public class FhirResource {
  private static final String DOOR = "http";
  private static final String RECEIPT = "Lifelong-Receipt";
  private static final String RESENT = "Lifelong-Resent";
  private static final int LIMIT = 10 << 20;

  private final Sender sender;
  private final Doorkeeper doorkeeper;
  private final FormatReaders readers;

  public FhirResource(Sender sender, Doorkeeper doorkeeper, FormatReaders readers) {
    this.sender = sender;
    this.doorkeeper = doorkeeper;
    this.readers = readers;
  }

  /** Takes a Bundle or a single resource. */
  @POST
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.WILDCARD)
  public Response post(
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String mediaType,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      InputStream body)
      throws IOException {
    return take(mediaType, idempotencyKey, body);
  }

  /** Takes a single resource at its type's address. */
  @POST
  @Path("/{type}")
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.WILDCARD)
  public Response create(
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String mediaType,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      InputStream body)
      throws IOException {
    return take(mediaType, idempotencyKey, body);
  }

  private Response take(
      @Nullable String mediaType, @Nullable String idempotencyKey, InputStream body)
      throws IOException {
    String centre = sender.centre();
    FhirFormat format = format(mediaType);
    byte[] bytes = body.readNBytes(LIMIT + 1);
    if (bytes.length > LIMIT) {
      throw new LifelongException(ErrorReason.ERROR_REASON_TOO_LARGE, "body over 10 MiB");
    }
    FhirReading reading = readers.fhirReading(bytes, format);
    FhirAnswer answer = new FhirAnswer(reading, format);
    List<Understood> pieces = new ArrayList<>();
    Reading whole = readers.fhir(reading, pieces::add);
    Acceptance acceptance =
        doorkeeper.accept(
            submission(centre, format, bytes, reading.bundleIdentifier(), whole, idempotencyKey),
            new FreshReadings.Fresh(whole, pieces));
    Refusal refusal = reading.refusal();
    Response.ResponseBuilder built =
        switch (acceptance) {
          case Acceptance.KeyReused reused -> answer.keyReused();
          case Acceptance.Fresh fresh ->
              refusal == null ? answer.taken(fresh.id()) : answer.refused(refusal);
          case Acceptance.Resent resent ->
              refusal == null ? answer.taken(resent.id()) : answer.refused(refusal);
        };
    return built
        .header(RECEIPT, acceptance.id())
        .header(RESENT, acceptance instanceof Acceptance.Resent)
        .build();
  }

  private static FhirFormat format(@Nullable String mediaType) {
    String type = mediaType == null ? "" : mediaType.toLowerCase(Locale.ROOT);
    if (type.contains("fhirversion") && !type.replace(" ", "").contains("fhirversion=4.0")) {
      throw new LifelongException(
          ErrorReason.ERROR_REASON_VERSION_UNSUPPORTED, "FHIR 4.0 is taken");
    }
    String plain = type.split(";", 2)[0].strip();
    return switch (plain) {
      case "application/fhir+json", "application/json", "text/json" -> FhirFormat.JSON;
      case "application/fhir+xml", "application/xml", "text/xml" -> FhirFormat.XML;
      default ->
          throw new LifelongException(
              ErrorReason.ERROR_REASON_FORMAT_UNKNOWN,
              "application/fhir+json or application/fhir+xml");
    };
  }

  private static Submission submission(
      String centre,
      FhirFormat format,
      byte[] bytes,
      String bundleIdentifier,
      Reading reading,
      @Nullable String idempotencyKey) {
    byte[] content = Sha256.fresh().digest(bytes);
    Format stored =
        switch (format) {
          case JSON -> Format.FHIR_JSON;
          case XML -> Format.FHIR_XML;
        };
    return new Submission(
        new Submission.Context(centre, DOOR, stored, "", "", "", "", ""),
        key(bundleIdentifier, content, idempotencyKey, reading.refused()),
        content,
        new Submission.Body.Bytes(bytes),
        reading.tally(),
        reading.rejected(),
        reading.refused());
  }

  /** Bundle.identifier, else the header, else the content itself; a refused body uses no key up. */
  private static byte[] key(
      String bundleIdentifier, byte[] content, @Nullable String header, boolean refused) {
    MessageDigest digest = Sha256.fresh();
    String named =
        refused
            ? ""
            : !bundleIdentifier.isEmpty() ? bundleIdentifier : header == null ? "" : header;
    digest.update(("fhir\n" + named + "\n").getBytes(StandardCharsets.UTF_8));
    return named.isEmpty() ? digest.digest(content) : digest.digest();
  }
}
