package health.lifelong.ingestion.submission.app;

import health.lifelong.ingestion.submission.app.Spool.Spooled;
import health.lifelong.ingestion.submission.domain.Acceptance;
import health.lifelong.ingestion.submission.domain.Receipt;
import health.lifelong.ingestion.submission.domain.Sha256;
import health.lifelong.ingestion.submission.domain.Submission;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Takes a spooled file: judge by form, make durable, answer with the receipt. */
@ApplicationScoped
public class FileDesk {
  private final BodyReader reader;
  private final Doorkeeper doorkeeper;
  private final ReceiptStore receipts;

  public FileDesk(BodyReader reader, Doorkeeper doorkeeper, ReceiptStore receipts) {
    this.reader = reader;
    this.doorkeeper = doorkeeper;
    this.receipts = receipts;
  }

  /** A receipt, and whether the same file was received before. */
  public record Received(Receipt receipt, boolean resent) {}

  /** Returns once the file is durable and judged. The spooled copy is not needed afterwards. */
  public Received receive(Submission.Context context, Spooled file) throws IOException {
    Reading reading = reader.read(context, file.source(), piece -> {});
    Acceptance acceptance =
        doorkeeper.accept(
            new Submission(
                context,
                key(context, file.sha256()),
                file.sha256(),
                file.body(),
                reading.tally(),
                reading.rejected(),
                reading.refused()));
    Receipt receipt = receipts.find(context.centre(), acceptance.id()).orElseThrow();
    return new Received(receipt, acceptance instanceof Acceptance.Resent);
  }

  /** The same bytes for another person or sample are another submission. */
  private static byte[] key(Submission.Context context, byte[] sha256) {
    MessageDigest digest = Sha256.fresh();
    digest.update(
        String.join(
                "\n",
                context.format().label(),
                context.personId(),
                context.sample(),
                context.declaredBuild(),
                "")
            .getBytes(StandardCharsets.UTF_8));
    return digest.digest(sha256);
  }
}
