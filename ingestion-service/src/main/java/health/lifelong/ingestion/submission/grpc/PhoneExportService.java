package health.lifelong.ingestion.submission.grpc;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.ingestion.submission.app.FileDesk;
import health.lifelong.ingestion.submission.app.ReceiptStore;
import health.lifelong.ingestion.submission.app.Spool;
import health.lifelong.ingestion.submission.domain.ReceiptId;
import health.lifelong.ingestion.submission.domain.Submission;
import health.lifelong.ingestion.v1.GetReceiptRequest;
import health.lifelong.ingestion.v1.GetReceiptResponse;
import health.lifelong.ingestion.v1.IngestionServiceGrpc;
import health.lifelong.ingestion.v1.PhoneExportHead;
import health.lifelong.ingestion.v1.SubmitPhoneExportRequest;
import health.lifelong.ingestion.v1.SubmitPhoneExportResponse;
import health.lifelong.platform.LifelongException;
import health.lifelong.platform.Roles;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.util.HexFormat;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The inner door for phone exports: the end-user token that travels along says whose phone it is.
 */
@GrpcService
@RolesAllowed({Roles.PERSON, Roles.CENTRE})
public class PhoneExportService extends IngestionServiceGrpc.IngestionServiceImplBase {
  private static final Logger LOG = Logger.getLogger(PhoneExportService.class);
  private static final String DOOR = "phone";
  private static final long LIMIT = 8L << 30;

  private final JsonWebToken token;
  private final Spool spool;
  private final FileDesk desk;
  private final ReceiptStore receipts;

  public PhoneExportService(JsonWebToken token, Spool spool, FileDesk desk, ReceiptStore receipts) {
    this.token = token;
    this.spool = spool;
    this.desk = desk;
    this.receipts = receipts;
  }

  @Override
  @Blocking
  public StreamObserver<SubmitPhoneExportRequest> submitPhoneExport(
      StreamObserver<SubmitPhoneExportResponse> answer) {
    return new Upload(caller(), token.getGroups().contains(Roles.PERSON), answer);
  }

  @Override
  @Blocking
  public void getReceipt(GetReceiptRequest request, StreamObserver<GetReceiptResponse> answer) {
    GetReceiptResponse response =
        ReceiptId.parse(request.getReceiptId())
            .flatMap(id -> receipts.find(caller(), id))
            .map(
                receipt ->
                    GetReceiptResponse.newBuilder()
                        .setReceipt(ReceiptMessages.of(receipt, false))
                        .build())
            .orElseThrow(() -> new LifelongException(ErrorReason.ERROR_REASON_NOT_FOUND, ""));
    answer.onNext(response);
    answer.onCompleted();
  }

  /**
   * Receipts of phones are filed under their person; those that a centre uploads under the centre.
   */
  private String caller() {
    Object centre = token.getClaim("centre");
    return centre == null ? "phone:" + token.getSubject() : centre.toString();
  }

  /** One upload. gRPC gives its pieces one after another, on a thread that may block. */
  private final class Upload implements StreamObserver<SubmitPhoneExportRequest> {
    private final String caller;
    private final boolean person;
    private final StreamObserver<SubmitPhoneExportResponse> answer;
    private final Spool.Intake intake = spool.open(LIMIT);
    private @Nullable PhoneExportHead head;
    private boolean failed;

    private Upload(
        String caller, boolean person, StreamObserver<SubmitPhoneExportResponse> answer) {
      this.caller = caller;
      this.person = person;
      this.answer = answer;
    }

    @Override
    public void onNext(SubmitPhoneExportRequest request) {
      if (failed) {
        return;
      }
      try {
        take(request);
      } catch (LifelongException refused) {
        fail(refused);
      }
    }

    private void take(SubmitPhoneExportRequest request) {
      switch (request.getPartCase()) {
        case HEAD -> head = checked(request.getHead());
        case CHUNK -> {
          byte[] bytes = request.getChunk().toByteArray();
          intake.write(bytes, bytes.length);
        }
        case PART_NOT_SET ->
            throw new LifelongException(ErrorReason.ERROR_REASON_ARGUMENT_INVALID, "an empty part");
      }
    }

    private PhoneExportHead checked(PhoneExportHead sent) {
      boolean own = person && caller.equals("phone:" + sent.getPersonId());
      boolean centres = !person && sent.getPersonId().isEmpty();
      if (!own && !centres) {
        throw new LifelongException(ErrorReason.ERROR_REASON_NOT_FOUND, "");
      }
      return sent;
    }

    @Override
    public void onError(Throwable lost) {
      failed = true;
      intake.abandon();
    }

    @Override
    public void onCompleted() {
      if (failed) {
        return;
      }
      try {
        answer.onNext(receive());
        answer.onCompleted();
      } catch (LifelongException refused) {
        fail(refused);
      } catch (IOException | RuntimeException unexpected) {
        LOG.errorf(unexpected, "phone export failed");
        fail(new LifelongException(ErrorReason.ERROR_REASON_INTERNAL, ""));
      }
    }

    private SubmitPhoneExportResponse receive() throws IOException {
      PhoneExportHead known = head;
      if (known == null) {
        throw new LifelongException(ErrorReason.ERROR_REASON_FIELD_MISSING, "the head is missing");
      }
      try (Spool.Spooled file = intake.finish()) {
        Submission.Context context =
            new Submission.Context(
                caller,
                DOOR,
                health.lifelong.ingestion.submission.domain.Format.APPLE_HEALTH,
                known.getFileName(),
                known.getPersonId(),
                "",
                "",
                HexFormat.of().formatHex(file.sha256()));
        FileDesk.Received received = desk.receive(context, file);
        return SubmitPhoneExportResponse.newBuilder()
            .setReceipt(ReceiptMessages.of(received.receipt(), received.resent()))
            .build();
      }
    }

    private void fail(LifelongException refused) {
      failed = true;
      intake.abandon();
      answer.onError(refused.toStatus());
    }
  }
}
