package health.lifelong.profile.scope.app;

import health.lifelong.profile.scope.domain.Job;
import health.lifelong.profile.scope.domain.RowScope;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one place that tells the database whose rows a transaction may touch (decision record 0018).
 * The policies of every table read what is set here, for the transaction and no longer; a statement
 * outside of these transactions sees no row of a person.
 */
@ApplicationScoped
public class ScopedTransactions {
  private static final String SCOPE =
      """
      SELECT set_config('lifelong.job', %1$s, true), set_config('lifelong.centre', %2$s, true),
             set_config('lifelong.persons', coalesce(person_members(%3$s)::text, ''), true)
      """;
  private static final String SET = SCOPE.formatted("$1", "$2", "$3");
  private static final String SET_IN_SESSION =
      "SELECT concat(s.*) FROM (" + SCOPE.formatted("?1", "?2", "CAST(?3 AS uuid)") + ") s";
  private static final String SNAPSHOT =
      "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY";

  private final Pool pool;
  private final TokenScope token;

  ScopedTransactions(Pool pool, TokenScope token) {
    this.pool = pool;
    this.token = token;
  }

  /** A transaction about one person: what of them the caller's token reaches. */
  public <T> Uni<T> about(UUID person, Function<SqlConnection, Uni<T>> work) {
    return within(token.about(person), work);
  }

  /** A transaction over what the caller's centre made. */
  public <T> Uni<T> ofCentre(Function<SqlConnection, Uni<T>> work) {
    return within(token.ofCentre(), work);
  }

  /** A transaction of a job, which says so by its name. */
  public <T> Uni<T> as(Job job, Function<SqlConnection, Uni<T>> work) {
    return within(RowScope.of(job), work);
  }

  /** As {@link #about}, over one state of the database, and reading only. */
  public <T> Uni<T> snapshot(UUID person, Function<SqlConnection, Uni<T>> work) {
    RowScope scope = token.about(person);
    return pool.withTransaction(
        transaction ->
            sentTogether(
                transaction.query(SNAPSHOT).execute(), () -> scoped(transaction, scope, work)));
  }

  /** As {@link #about}, for entities: a session in a transaction of its own. */
  public <T> Uni<T> session(UUID person, Supplier<Uni<T>> work) {
    RowScope scope = token.about(person);
    return Panache.withTransaction(
        () ->
            Panache.getSession()
                .chain(
                    session ->
                        session
                            .createNativeQuery(SET_IN_SESSION, String.class)
                            .setParameter(1, scope.job())
                            .setParameter(2, scope.centre())
                            .setParameter(3, text(scope.person()))
                            .getSingleResult())
                .chain(() -> work.get()));
  }

  private static @Nullable String text(@Nullable UUID person) {
    return person == null ? null : person.toString();
  }

  private <T> Uni<T> within(RowScope scope, Function<SqlConnection, Uni<T>> work) {
    return pool.withTransaction(transaction -> scoped(transaction, scope, work));
  }

  private static <T> Uni<T> scoped(
      SqlConnection transaction, RowScope scope, Function<SqlConnection, Uni<T>> work) {
    Tuple settings = Tuple.of(scope.job(), scope.centre(), scope.person());
    return sentTogether(
        transaction.preparedQuery(SET).execute(settings), () -> work.apply(transaction));
  }

  // The connection keeps the order of what is sent, so that the second need not wait for the first.
  private static <T> Uni<T> sentTogether(Uni<?> first, Supplier<Uni<T>> second) {
    return Uni.combine()
        .all()
        .unis(first.replaceWithVoid(), Uni.createFrom().deferred(() -> second.get()))
        .with((sent, result) -> result);
  }
}
