package health.lifelong.gateway.phone.rest;

import health.lifelong.gateway.phone.client.PhoneExports;
import health.lifelong.ingestion.v1.Receipt;
import health.lifelong.ingestion.v1.ReceiptState;
import health.lifelong.ingestion.v1.Rejection;
import health.lifelong.platform.ErrorCatalogue;
import health.lifelong.platform.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Uploads of phone exports (Apple Health export.xml or its zip). A person's own; a centre's opens a
 * provisional person.
 */
@Path("/v1/phone-exports")
@RolesAllowed({Roles.PERSON, Roles.CENTRE})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "phone")
public class PhoneExportResource {
  private final JsonWebToken token;
  private final PhoneExports exports;

  public PhoneExportResource(JsonWebToken token, PhoneExports exports) {
    this.token = token;
    this.exports = exports;
  }

  /**
   * The account of an upload: records = accepted + rejected + duplicates.
   *
   * @param setAside what was left out without refusing a record, such as the rest of an export that
   *     breaks off
   */
  public record ReceiptView(
      String receipt,
      String state,
      String format,
      boolean resent,
      long records,
      long accepted,
      long duplicates,
      long rejectedTotal,
      List<Refused> rejected,
      List<Refused> setAside,
      long observations,
      long unmapped,
      long lifestyleDays,
      List<String> persons) {
    static ReceiptView of(Receipt receipt) {
      return new ReceiptView(
          receipt.getReceiptId(),
          receipt.getState().name().substring("RECEIPT_STATE_".length()).toLowerCase(Locale.ROOT),
          receipt.getFormat(),
          receipt.getResent(),
          receipt.getRecords(),
          receipt.getAccepted(),
          receipt.getDuplicates(),
          receipt.getRejectedTotal(),
          receipt.getRejectedList().stream().map(Refused::of).toList(),
          receipt.getSetAsideList().stream().map(Refused::of).toList(),
          receipt.getObservations(),
          receipt.getUnmapped(),
          receipt.getLifestyleDays(),
          receipt.getPersonIdsList());
    }
  }

  /** One refused record with its place and reason. */
  public record Refused(long index, String path, String reason, String detail) {
    static Refused of(Rejection rejection) {
      return new Refused(
          rejection.getIndex(),
          rejection.getPath(),
          ErrorCatalogue.shown(rejection.getReason()),
          rejection.getDetail());
    }
  }

  /**
   * Takes an export. 202 with its receipt, 200 where the same export came before, 422 where nothing
   * of it can be taken.
   */
  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "submitPhoneExport",
      summary = "Upload a phone's health export (export.xml or zip)")
  public Response submit(@QueryParam("name") @DefaultValue("") String name, InputStream body) {
    String person = token.getGroups().contains(Roles.PERSON) ? token.getSubject() : "";
    Receipt receipt = exports.submit(token.getRawToken(), person, name, body);
    int status =
        receipt.getState() == ReceiptState.RECEIPT_STATE_REFUSED
            ? 422
            : receipt.getResent() ? 200 : 202;
    return Response.status(status).entity(ReceiptView.of(receipt)).build();
  }

  /** What became of an upload. */
  @GET
  @Path("/{receipt}")
  @Operation(operationId = "getPhoneExport", summary = "What became of an upload of mine")
  public ReceiptView receipt(@PathParam("receipt") String receipt) {
    return ReceiptView.of(exports.receipt(token.getRawToken(), receipt));
  }
}
