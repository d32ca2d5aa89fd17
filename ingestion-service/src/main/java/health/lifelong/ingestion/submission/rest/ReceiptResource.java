package health.lifelong.ingestion.submission.rest;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.ingestion.submission.app.ReceiptStore;
import health.lifelong.ingestion.submission.domain.ReceiptId;
import health.lifelong.platform.LifelongException;
import health.lifelong.platform.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * What became of what a centre sent. A centre sees its own receipts only; a foreign one is as
 * unknown as none.
 */
@Path("/v1/receipts")
@RolesAllowed(Roles.CENTRE)
@RunOnVirtualThread
public class ReceiptResource {
  private final Sender sender;
  private final ReceiptStore receipts;

  public ReceiptResource(Sender sender, ReceiptStore receipts) {
    this.sender = sender;
    this.receipts = receipts;
  }

  /** The account of one receipt. */
  @GET
  @Path("/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  public ReceiptView receipt(@PathParam("id") String id) {
    return ReceiptId.parse(id)
        .flatMap(receipt -> receipts.find(sender.centre(), receipt))
        .map(receipt -> ReceiptView.of(receipt, false))
        .orElseThrow(() -> new LifelongException(ErrorReason.ERROR_REASON_NOT_FOUND, ""));
  }
}
