package health.lifelong.gateway.export.rest;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.gateway.me.client.Backend;
import health.lifelong.gateway.me.rest.Caller;
import health.lifelong.platform.LifelongException;
import health.lifelong.platform.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A person takes their record along. */
@Path("/v1/me/export")
@RolesAllowed(Roles.PERSON)
@Tag(name = "me")
public class ExportResource {
  private final Caller caller;
  private final Backend backend;

  public ExportResource(Caller caller, Backend backend) {
    this.caller = caller;
    this.backend = backend;
  }

  /**
   * Everything that own access opens, as a file; what is not in it is said in it.
   *
   * <p>Blocks a worker while the file is written, so that it is never whole in memory. Nothing is
   * written before all parts are there: a file that has begun is a file that ends.
   */
  @GET
  @Operation(
      operationId = "exportMyRecord",
      summary =
          "Take my record along, as a FHIR R4 Bundle or a CSV file; needs a sign-in with two"
              + " factors within 15 minutes")
  @APIResponse(
      responseCode = "200",
      description = "The file",
      content = {
        @Content(mediaType = FhirBundle.MEDIA_TYPE),
        @Content(mediaType = CsvFile.MEDIA_TYPE)
      })
  public Response export(@QueryParam("format") @DefaultValue("fhir") String format) {
    return switch (format) {
      case "fhir" -> {
        FhirBundle bundle = new FhirBundle(asked());
        yield file(bundle::write, FhirBundle.MEDIA_TYPE, "json");
      }
      case "csv" -> {
        CsvFile csv = new CsvFile(asked());
        yield file(csv::write, CsvFile.MEDIA_TYPE, "csv");
      }
      default ->
          throw new LifelongException(
              ErrorReason.ERROR_REASON_ARGUMENT_INVALID,
              "format is fhir or csv",
              Map.of("field", "format"));
    };
  }

  private Export asked() {
    String token = caller.token();
    String personId = caller.personId();
    return Uni.combine()
        .all()
        .unis(backend.export(token, personId), backend.consents(token, personId, ""))
        .with(
            (record, consents) ->
                new Export(personId, record, consents.getDecisionsList(), Instant.now()))
        .await()
        .indefinitely();
  }

  private static Response file(StreamingOutput content, String type, String ending) {
    return Response.ok(content)
        .type(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"lifelong-record." + ending + "\"")
        .build();
  }
}
