package health.lifelong.profile.change.app;

import health.lifelong.profile.change.app.ChangeLog.Running;
import health.lifelong.profile.change.domain.Change;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/**
 * Follows the change feed without losing a change that commits late. Sequences are handed out
 * before commits, so a reader that simply remembers the greatest one seen would step over a slower
 * writer. It therefore reads only up to a sequence all of whose possible writers have ended: take
 * the last sequence, then wait until every transaction that ran at that moment is over.
 */
@ApplicationScoped
public class ChangeFeed {
  private static final int PAGE = 500;
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration SETTLE = Duration.ofMillis(10);

  private final ChangeLog log;

  ChangeFeed(ChangeLog log) {
    this.log = log;
  }

  /** Changes after a sequence up to the feed's present end. */
  public Multi<Change> present(long after) {
    return settledEnd().toMulti().flatMap(end -> between(after, end));
  }

  /** Changes after a sequence, and those to come, until the subscriber cancels. */
  public Multi<Change> follow(long after) {
    return Multi.createBy()
        .repeating()
        .uni(() -> new long[] {after}, this::nextPage)
        .indefinitely()
        .onItem()
        .transformToMultiAndConcatenate(Multi.createFrom()::iterable);
  }

  private Uni<List<Change>> nextPage(long[] cursor) {
    return settledEnd()
        .chain(end -> log.read(cursor[0], end, PAGE))
        .chain(page -> advance(cursor, page));
  }

  private static Uni<List<Change>> advance(long[] cursor, List<Change> page) {
    if (page.isEmpty()) {
      return Uni.createFrom().item(page).onItem().delayIt().by(POLL);
    }
    cursor[0] = page.getLast().sequence();
    return Uni.createFrom().item(page);
  }

  private Multi<Change> between(long after, long end) {
    return Multi.createBy()
        .repeating()
        .uni(
            () -> new long[] {after},
            cursor -> log.read(cursor[0], end, PAGE).chain(page -> step(cursor, page)))
        .whilst(page -> page.size() == PAGE)
        .onItem()
        .transformToMultiAndConcatenate(Multi.createFrom()::iterable);
  }

  private static Uni<List<Change>> step(long[] cursor, List<Change> page) {
    if (!page.isEmpty()) {
      cursor[0] = page.getLast().sequence();
    }
    return Uni.createFrom().item(page);
  }

  private Uni<Long> settledEnd() {
    return log.lastSequence().chain(last -> log.running().chain(then -> settled(last, then)));
  }

  private Uni<Long> settled(long last, Running then) {
    if (then.oldest() >= then.next()) {
      return Uni.createFrom().item(last);
    }
    return Uni.createFrom()
        .voidItem()
        .onItem()
        .delayIt()
        .by(SETTLE)
        .chain(log::running)
        .chain(
            now ->
                now.oldest() >= then.next()
                    ? Uni.createFrom().item(last)
                    : settled(last, new Running(now.oldest(), then.next())));
  }
}
