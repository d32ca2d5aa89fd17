package health.lifelong.gateway.phone.client;

import com.google.protobuf.ByteString;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.ingestion.v1.GetReceiptRequest;
import health.lifelong.ingestion.v1.IngestionServiceGrpc;
import health.lifelong.ingestion.v1.IngestionServiceGrpc.IngestionServiceBlockingStub;
import health.lifelong.ingestion.v1.IngestionServiceGrpc.IngestionServiceStub;
import health.lifelong.ingestion.v1.PhoneExportHead;
import health.lifelong.ingestion.v1.Receipt;
import health.lifelong.ingestion.v1.SubmitPhoneExportRequest;
import health.lifelong.ingestion.v1.SubmitPhoneExportResponse;
import health.lifelong.platform.Calls;
import health.lifelong.platform.LifelongException;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.quarkus.grpc.GrpcClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Passes an export on in chunks, never more than a few of them in memory: the reader waits while
 * the callee is not ready.
 */
@ApplicationScoped
public class PhoneExports {
  private static final int CHUNK = 1 << 18;
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final IngestionServiceStub exports;
  private final IngestionServiceBlockingStub receipts;

  public PhoneExports(@GrpcClient("ingestion") Channel ingestion) {
    this.exports = IngestionServiceGrpc.newStub(ingestion);
    this.receipts = IngestionServiceGrpc.newBlockingStub(ingestion);
  }

  /** Sends the whole body; returns once it is durable and judged. Blocking. */
  public Receipt submit(String token, String personId, String fileName, InputStream body) {
    Answer answer = new Answer();
    Calls.as(exports, token, PATIENCE).submitPhoneExport(answer);
    try {
      ClientCallStreamObserver<SubmitPhoneExportRequest> sink =
          answer.requests.get(10, TimeUnit.SECONDS);
      sink.onNext(
          SubmitPhoneExportRequest.newBuilder()
              .setHead(PhoneExportHead.newBuilder().setPersonId(personId).setFileName(fileName))
              .build());
      for (byte[] chunk = body.readNBytes(CHUNK);
          chunk.length > 0;
          chunk = body.readNBytes(CHUNK)) {
        answer.awaitReady(sink);
        sink.onNext(
            SubmitPhoneExportRequest.newBuilder().setChunk(ByteString.copyFrom(chunk)).build());
      }
      sink.onCompleted();
      return answer.receipt.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).getReceipt();
    } catch (IOException e) {
      throw new LifelongException(
          ErrorReason.ERROR_REASON_MALFORMED, "the body ended before it was whole");
    } catch (ExecutionException | CompletionException e) {
      throw LifelongException.from(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      throw new LifelongException(ErrorReason.ERROR_REASON_DEADLINE_EXCEEDED, "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LifelongException(ErrorReason.ERROR_REASON_DEPENDENCY_UNAVAILABLE, "interrupted");
    }
  }

  /** The account of a receipt of the caller's. Blocking. */
  public Receipt receipt(String token, String receiptId) {
    try {
      return Calls.as(receipts, token, Calls.READ)
          .getReceipt(GetReceiptRequest.newBuilder().setReceiptId(receiptId).build())
          .getReceipt();
    } catch (StatusRuntimeException e) {
      throw LifelongException.from(e);
    }
  }

  /** The answer on its way, and the signal that more may be sent. */
  private static final class Answer
      implements ClientResponseObserver<SubmitPhoneExportRequest, SubmitPhoneExportResponse> {
    private final CompletableFuture<ClientCallStreamObserver<SubmitPhoneExportRequest>> requests =
        new CompletableFuture<>();
    private final CompletableFuture<SubmitPhoneExportResponse> receipt = new CompletableFuture<>();
    private final Semaphore readiness = new Semaphore(0);
    private @Nullable SubmitPhoneExportResponse last;

    @Override
    public void beforeStart(ClientCallStreamObserver<SubmitPhoneExportRequest> stream) {
      stream.setOnReadyHandler(readiness::release);
      requests.complete(stream);
    }

    private void awaitReady(ClientCallStreamObserver<SubmitPhoneExportRequest> sink)
        throws InterruptedException, ExecutionException {
      while (!sink.isReady()) {
        if (receipt.isDone()) {
          // The callee has answered already, with a refusal: get() throws it.
          receipt.get();
          return;
        }
        // The ready signal may have come between the check and the wait, hence the limit.
        if (!readiness.tryAcquire(1, TimeUnit.SECONDS)) {
          continue;
        }
        readiness.drainPermits();
      }
    }

    @Override
    public void onNext(SubmitPhoneExportResponse response) {
      last = response;
    }

    @Override
    public void onError(Throwable failure) {
      receipt.completeExceptionally(failure);
      readiness.release();
    }

    @Override
    public void onCompleted() {
      SubmitPhoneExportResponse response = last;
      if (response == null) {
        receipt.completeExceptionally(
            new LifelongException(ErrorReason.ERROR_REASON_INTERNAL, "no receipt"));
      } else {
        receipt.complete(response);
      }
    }
  }
}
