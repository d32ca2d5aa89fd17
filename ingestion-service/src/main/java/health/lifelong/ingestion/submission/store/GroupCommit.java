package health.lifelong.ingestion.submission.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Lets callers that wait at the same time share one transaction: while one commit is on its way to
 * the disk, the next group gathers. Adds no delay of its own; a full queue makes callers wait,
 * which stops them reading their sockets.
 */
final class GroupCommit<I, O> implements AutoCloseable {
  private record Waiting<I, O>(I input, CompletableFuture<O> answer) {}

  private final int most;
  private final Function<List<I>, List<O>> commit;
  private final BlockingQueue<Waiting<I, O>> queue;
  private final Thread thread;
  private volatile boolean closed;

  /** {@code commit} makes a group durable in one transaction and answers each, in order. */
  GroupCommit(String name, int most, Function<List<I>, List<O>> commit) {
    this.most = most;
    this.commit = commit;
    this.queue = new ArrayBlockingQueue<>(4 * most);
    this.thread = Thread.ofPlatform().name(name).daemon().start(this::run);
  }

  /** Waits until {@code input} is durable. */
  O submit(I input) {
    Waiting<I, O> waiting = new Waiting<>(input, new CompletableFuture<>());
    try {
      queue.put(waiting);
      return waiting.answer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the commit", e);
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private void run() {
    List<Waiting<I, O>> group = new ArrayList<>(most);
    while (!closed) {
      try {
        group.add(queue.take());
        queue.drainTo(group, most - 1);
        answer(group);
      } catch (InterruptedException e) {
        return;
      } finally {
        group.clear();
      }
    }
  }

  private void answer(List<Waiting<I, O>> group) {
    try {
      List<O> answers = commit.apply(group.stream().map(Waiting::input).toList());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).answer.complete(answers.get(i));
      }
    } catch (RuntimeException e) {
      if (group.size() == 1) {
        group.getFirst().answer.completeExceptionally(e);
        return;
      }
      // One bad neighbour must not fail the others: each alone now.
      group.forEach(waiting -> answer(List.of(waiting)));
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    for (Waiting<I, O> late = queue.poll(); late != null; late = queue.poll()) {
      late.answer.completeExceptionally(new IllegalStateException("the service is stopping"));
    }
  }
}
