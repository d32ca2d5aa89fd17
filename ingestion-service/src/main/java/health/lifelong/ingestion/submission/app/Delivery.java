package health.lifelong.ingestion.submission.app;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.ingestion.record.domain.RecordOutcome;
import health.lifelong.ingestion.submission.app.RecordWriter.Piece;
import health.lifelong.ingestion.submission.app.RecordWriter.Written;
import health.lifelong.ingestion.submission.domain.Lane;
import health.lifelong.ingestion.submission.domain.ReceiptId;
import health.lifelong.ingestion.submission.domain.Understood;
import health.lifelong.platform.ErrorCatalogue;
import health.lifelong.platform.LifelongException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes receipts from one lane of the outbox to the record, in order of acceptance, and closes
 * their accounts. At least once: a crash between a write and its account repeats the write, which
 * has no second effect.
 */
final class Delivery {
  private static final Logger LOG = Logger.getLogger(Delivery.class);
  private static final int RECEIPTS_A_ROUND = 400;
  private static final int PIECES_A_BATCH = 400;
  private static final int VALUES_A_BATCH = 30_000;
  private static final int TRIES_BEFORE_QUARANTINE = 3;
  private static final Duration FIRST_WAIT = Duration.ofMillis(200);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private static final Executor WRITES = Executors.newVirtualThreadPerTaskExecutor();

  private final Lane lane;
  private final ReceiptStore receipts;
  private final FreshReadings readings;
  private final BodyReader reader;
  private final RecordWriter writer;

  Delivery(
      Lane lane,
      ReceiptStore receipts,
      FreshReadings readings,
      BodyReader reader,
      RecordWriter writer) {
    this.lane = lane;
    this.receipts = receipts;
    this.readings = readings;
    this.reader = reader;
    this.writer = writer;
  }

  /**
   * Delivers what is due now, unless another instance is delivering this lane; returns how many
   * receipts it found.
   */
  int round() {
    Optional<ReceiptStore.Claim> claim = receipts.claim(lane);
    if (claim.isEmpty()) {
      return 0;
    }
    try (ReceiptStore.Claim held = claim.get()) {
      return deliver(receipts.due(lane, RECEIPTS_A_ROUND));
    }
  }

  private int deliver(List<ReceiptStore.Due> due) {
    if (due.isEmpty()) {
      return 0;
    }
    Round round = new Round();
    try {
      for (ReceiptStore.Due receipt : due) {
        round.deliver(receipt);
      }
      round.flush();
      round.settle();
      round.close();
    } catch (LifelongException failure) {
      // What was written already is known to the record when it comes again, so all may come again.
      LOG.warnf("delivery waits: lane=%s reason=%s", lane, failure.reason());
      due.forEach(this::postpone);
    }
    return due.size();
  }

  private void postpone(ReceiptStore.Due receipt) {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(receipt.attempts(), 10));
    receipts.postpone(receipt.id(), wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
  }

  /** One pass over the outbox: a batch that fills across receipts, and the accounts it serves. */
  private final class Round {
    private final Map<ReceiptId, OpenAccount> open = new LinkedHashMap<>();
    private final List<Piece> batch = new ArrayList<>();
    private int values;
    private List<Piece> onItsWay = List.of();
    private @Nullable CompletableFuture<List<Written>> answer;

    void deliver(ReceiptStore.Due receipt) {
      OpenAccount account = new OpenAccount(receipt);
      open.put(receipt.id(), account);
      int[] part = new int[1];
      Consumer<Understood> sink = understood -> add(account, understood, part[0]++);
      Optional<FreshReadings.Fresh> fresh = readings.take(receipt.id());
      if (fresh.isPresent()) {
        fresh.get().pieces().forEach(sink);
        account.read(fresh.get().reading());
        return;
      }
      try {
        account.read(reader.read(receipt.context(), receipts.body(receipt.id()), sink));
      } catch (IOException e) {
        throw new LifelongException(
            ErrorReason.ERROR_REASON_DEPENDENCY_UNAVAILABLE, "receipt body");
      }
    }

    private void add(OpenAccount account, Understood understood, int part) {
      switch (understood) {
        case Understood.Row(RecordOutcome.Rejected rejected, int one) -> account.rejected(rejected);
        case Understood.Row(RecordOutcome.Unattributed unattributed, int one) -> {}
        case Understood.Row(RecordOutcome outcome, int records) ->
            enqueue(account, outcome.index(), 0, understood);
        case Understood.Days days -> enqueue(account, 0, part, days);
        case Understood.GenomePart genome -> enqueue(account, 0, part, genome);
      }
    }

    private void enqueue(OpenAccount account, int index, int part, Understood content) {
      ReceiptStore.Due due = account.due();
      batch.add(new Piece(due.id(), due.context().centre(), index, part, content));
      values += content.weight();
      if (batch.size() >= PIECES_A_BATCH || values >= VALUES_A_BATCH) {
        flush();
      }
    }

    /**
     * Sends the batch and goes on reading while it is written; one batch is on its way at a time,
     * so order is kept.
     */
    void flush() {
      settle();
      if (batch.isEmpty()) {
        return;
      }
      List<Piece> pieces = List.copyOf(batch);
      batch.clear();
      values = 0;
      onItsWay = pieces;
      answer = CompletableFuture.supplyAsync(() -> writer.write(pieces), WRITES);
    }

    /** Waits for the batch on its way and accounts for it. */
    void settle() {
      CompletableFuture<List<Written>> waiting = answer;
      if (waiting == null) {
        return;
      }
      List<Piece> pieces = onItsWay;
      answer = null;
      try {
        account(pieces, joined(waiting));
      } catch (LifelongException failure) {
        if (!isolates(failure, pieces)) {
          throw failure;
        }
        isolate(pieces);
      }
    }

    private List<Written> joined(CompletableFuture<List<Written>> waiting) {
      try {
        return waiting.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof LifelongException known) {
          throw known;
        }
        throw e;
      }
    }

    private void account(List<Piece> pieces, List<Written> written) {
      for (int i = 0; i < pieces.size(); i++) {
        accountOf(pieces.get(i)).written(pieces.get(i), written.get(i));
      }
    }

    private OpenAccount accountOf(Piece piece) {
      OpenAccount account = open.get(piece.receipt());
      if (account == null) {
        throw new IllegalStateException("a piece without an account");
      }
      return account;
    }

    /**
     * One poisoned piece must not block its neighbours: each alone, and what still fails is refused
     * by name.
     */
    private void isolate(List<Piece> pieces) {
      for (Piece piece : pieces) {
        try {
          account(List.of(piece), writer.write(List.of(piece)));
        } catch (LifelongException failure) {
          if (!isolates(failure, List.of(piece))) {
            throw failure;
          }
          accountOf(piece)
              .reject(
                  piece.index(),
                  "",
                  ErrorCatalogue.code(failure.reason()),
                  "refused by the record");
        }
      }
    }

    private boolean isolates(LifelongException failure, List<Piece> pieces) {
      return switch (ErrorCatalogue.of(failure.reason()).grpc()) {
        case UNAVAILABLE, DEADLINE_EXCEEDED, UNAUTHENTICATED -> false;
        case INTERNAL ->
            pieces.stream()
                .anyMatch(piece -> accountOf(piece).due().attempts() >= TRIES_BEFORE_QUARANTINE);
        default -> true;
      };
    }

    void close() {
      receipts.account(open.values().stream().map(OpenAccount::close).toList());
    }
  }
}
