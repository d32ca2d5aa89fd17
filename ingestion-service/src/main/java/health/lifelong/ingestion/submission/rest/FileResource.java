package health.lifelong.ingestion.submission.rest;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.ingestion.submission.app.FileDesk;
import health.lifelong.ingestion.submission.app.Spool;
import health.lifelong.ingestion.submission.domain.Format;
import health.lifelong.ingestion.submission.domain.Receipt;
import health.lifelong.ingestion.submission.domain.Submission;
import health.lifelong.platform.LifelongException;
import health.lifelong.platform.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;

/** The door for files: CSV batches, bulk NDJSON and genotype files. */
@Path("/v1/files")
@RolesAllowed(Roles.CENTRE)
@RunOnVirtualThread
public class FileResource {
  private static final String DOOR = "http";
  private static final long MEBIBYTE = 1L << 20;

  private final Sender sender;
  private final Spool spool;
  private final FileDesk desk;

  public FileResource(Sender sender, Spool spool, FileDesk desk) {
    this.sender = sender;
    this.spool = spool;
    this.desk = desk;
  }

  /**
   * Takes a file. 202 with its receipt where it is durable and judged by form, 200 where the same
   * file came before, 422 with the same receipt where nothing of it can be taken.
   */
  @POST
  @Path("/{format}")
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  public Response submit(
      @PathParam("format") String format,
      @QueryParam("name") @DefaultValue("") String name,
      @QueryParam("person") @DefaultValue("") String person,
      @QueryParam("sample") @DefaultValue("") String sample,
      @QueryParam("build") @DefaultValue("") String build,
      InputStream body)
      throws IOException {
    Format known = fileFormat(format);
    String centre = sender.centre();
    try (Spool.Spooled file = spool.take(body, limit(known))) {
      Submission.Context context =
          new Submission.Context(
              centre,
              DOOR,
              known,
              name,
              person,
              sample,
              build,
              HexFormat.of().formatHex(file.sha256()));
      FileDesk.Received received = desk.receive(context, file);
      return Response.status(status(received))
          .entity(ReceiptView.of(received.receipt(), received.resent()))
          .build();
    }
  }

  private static int status(FileDesk.Received received) {
    if (received.receipt().state() == Receipt.State.REFUSED) {
      return 422;
    }
    return received.resent() ? 200 : 202;
  }

  private static Format fileFormat(String label) {
    return switch (label) {
      case "csv" -> Format.CSV;
      case "ndjson" -> Format.NDJSON;
      case "genotypes" -> Format.GENOTYPES;
      default ->
          throw new LifelongException(ErrorReason.ERROR_REASON_FORMAT_UNKNOWN, "no such file door");
    };
  }

  private static long limit(Format format) {
    return switch (format) {
      case CSV -> 200 * MEBIBYTE;
      case NDJSON, GENOTYPES -> 2_048 * MEBIBYTE;
      case HL7V2, FHIR_JSON, FHIR_XML -> 10 * MEBIBYTE;
      case APPLE_HEALTH -> 8_192 * MEBIBYTE;
    };
  }
}
