package health.lifelong.profile.account.store;

import health.lifelong.platform.gate.AccountLinks;
import health.lifelong.profile.access.app.AuditStore;
import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.account.app.AccountStore;
import health.lifelong.profile.account.app.AccountStore.Outcome.Linked;
import health.lifelong.profile.account.app.AccountStore.Outcome.Refused;
import health.lifelong.profile.account.domain.CodePolicy;
import health.lifelong.profile.person.app.PersonStore;
import health.lifelong.profile.person.app.TimeOrderedIds;
import health.lifelong.profile.person.domain.BlindIndex;
import health.lifelong.profile.person.domain.Demographics;
import health.lifelong.profile.person.store.BlindIndexer;
import health.lifelong.profile.scope.app.ScopedTransactions;
import health.lifelong.profile.scope.domain.Job;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Links, codes and tries as rows; also where this service's own gate asks. */
@ApplicationScoped
public class PgAccountStore implements AccountStore, AccountLinks {
  private static final String PERSON_OF =
      "SELECT person_id FROM account_link WHERE issuer = $1 AND subject = $2 AND ended_at IS NULL";
  private static final String TRY =
      """
      INSERT INTO account_try AS known (issuer, subject, window_from, tries) VALUES ($1, $2, now(), 1)
      ON CONFLICT (issuer, subject) DO UPDATE SET
        tries = CASE WHEN known.window_from < now() - make_interval(secs => $3) THEN 1 ELSE known.tries + 1 END,
        window_from = CASE WHEN known.window_from < now() - make_interval(secs => $3) THEN now() ELSE known.window_from END
      RETURNING tries
      """;
  private static final String KEEP =
      """
      INSERT INTO account_code (person_id, code_hash, centre, issued_at, expires_at)
      VALUES ($1, $2, $3, now(), now() + make_interval(secs => $4))
      ON CONFLICT (person_id) DO UPDATE SET code_hash = excluded.code_hash, centre = excluded.centre,
        issued_at = excluded.issued_at, expires_at = excluded.expires_at, tries = 0
      RETURNING expires_at
      """;
  private static final String CODE =
      """
      SELECT person_id, centre FROM account_code
      WHERE code_hash = $1 AND expires_at > now() AND tries < $2 FOR UPDATE
      """;
  private static final String WRONG =
      "UPDATE account_code SET tries = tries + 1 WHERE person_id = $1";
  private static final String USED = "DELETE FROM account_code WHERE person_id = $1";
  private static final String END =
      """
      UPDATE account_link SET ended_at = now(), end_reason = $2
      WHERE person_id = $1 AND ended_at IS NULL RETURNING issuer, subject, centre
      """;
  private static final String LINK =
      """
      INSERT INTO account_link (person_id, account_link_id, issuer, subject, centre, linked_at)
      VALUES ($1, $2, $3, $4, $5, now())
      """;

  private final ScopedTransactions transactions;
  private final AuditStore audit;
  private final PersonStore persons;
  private final BlindIndexer indexer;
  private final TimeOrderedIds ids;

  PgAccountStore(
      ScopedTransactions transactions,
      AuditStore audit,
      PersonStore persons,
      BlindIndexer indexer,
      TimeOrderedIds ids) {
    this.transactions = transactions;
    this.audit = audit;
    this.persons = persons;
    this.indexer = indexer;
    this.ids = ids;
  }

  @Override
  public BlindIndex hash(String code) {
    return indexer.accountCode(code);
  }

  @Override
  public Uni<Optional<String>> personOf(Account account) {
    return transactions
        .as(Job.ACCOUNTS, transaction -> transaction.preparedQuery(PERSON_OF).execute(of(account)))
        .map(rows -> rows.stream().findFirst().map(row -> row.getUUID("person_id").toString()));
  }

  private static Tuple of(Account account) {
    return Tuple.of(account.issuer(), account.subject());
  }

  @Override
  public Uni<Boolean> mayTry(Account account, CodePolicy policy) {
    Tuple tried = of(account).addValue((double) policy.window().toSeconds());
    return transactions
        .as(Job.ACCOUNTS, transaction -> transaction.preparedQuery(TRY).execute(tried))
        .map(rows -> rows.iterator().next().getInteger("tries") <= policy.tries());
  }

  @Override
  public Uni<Instant> keep(
      UUID person, String centre, BlindIndex code, CodePolicy policy, AccessEvent.Draft event) {
    Tuple cells =
        Tuple.of(person, Buffer.buffer(code.bytes()), centre, (double) policy.life().toSeconds());
    return transactions.as(
        Job.ACCOUNTS,
        transaction ->
            transaction
                .preparedQuery(KEEP)
                .execute(cells)
                .map(rows -> rows.iterator().next().getOffsetDateTime("expires_at").toInstant())
                .call(() -> audit.append(transaction, List.of(event))));
  }

  @Override
  public Uni<Outcome> redeem(
      Account account,
      BlindIndex code,
      String birthDate,
      CodePolicy policy,
      Function<Outcome, AccessEvent.Draft> event) {
    return transactions.as(
        Job.ACCOUNTS,
        transaction ->
            transaction
                .preparedQuery(CODE)
                .execute(Tuple.of(Buffer.buffer(code.bytes()), policy.codeTries()))
                .chain(
                    rows ->
                        rows.size() == 0
                            ? refused(AccessEvent.NOBODY, "code:unknown")
                            : redeem(transaction, account, rows.iterator().next(), birthDate))
                .call(outcome -> audit.append(transaction, List.of(event.apply(outcome)))));
  }

  private Uni<Outcome> redeem(
      SqlConnection transaction, Account account, Row code, String birthDate) {
    UUID person = code.getUUID("person_id");
    return persons
        .demographics(transaction, List.of(person))
        .chain(
            known -> {
              Demographics told = known.getOrDefault(person, Demographics.NONE);
              // Of a person without a full birth date on file nothing can be known: no link.
              boolean right = birthDate.length() == 10 && birthDate.equals(told.birthDate());
              return right
                  ? link(transaction, account, person, code.getString("centre"))
                  : execute(transaction, WRONG, Tuple.of(person))
                      .chain(() -> refused(person, "code:birth_date"));
            });
  }

  @Override
  public Uni<Outcome> link(
      Account account, UUID person, Function<Outcome, AccessEvent.Draft> event) {
    return transactions.as(
        Job.ACCOUNTS,
        transaction ->
            link(transaction, account, person, null)
                .call(outcome -> audit.append(transaction, List.of(event.apply(outcome)))));
  }

  private Uni<Outcome> link(
      SqlConnection transaction, Account account, UUID person, @Nullable String centre) {
    return transaction
        .preparedQuery(PERSON_OF)
        .execute(of(account))
        .chain(
            open ->
                open.size() > 0
                    ? refused(person, "account:linked")
                    : end(transaction, person, "replaced")
                        .call(() -> execute(transaction, USED, Tuple.of(person)))
                        .call(() -> execute(transaction, LINK, cells(account, person, centre)))
                        .map(
                            ended ->
                                new Linked(person, ended.stream().map(Ended::account).toList())));
  }

  private Tuple cells(Account account, UUID person, @Nullable String centre) {
    return Tuple.of(person, ids.next(), account.issuer(), account.subject(), centre);
  }

  @Override
  public Uni<List<Ended>> end(UUID person, AccessEvent.Draft event) {
    return transactions.as(
        Job.ACCOUNTS,
        transaction ->
            end(transaction, person, "wrong")
                .call(() -> audit.append(transaction, List.of(event))));
  }

  private static Uni<List<Ended>> end(SqlConnection transaction, UUID person, String reason) {
    return transaction
        .preparedQuery(END)
        .execute(Tuple.of(person, reason))
        .map(
            rows -> {
              List<Ended> ended = new ArrayList<>();
              for (Row row : rows) {
                String centre = row.getString("centre");
                ended.add(
                    new Ended(
                        new Account(row.getString("issuer"), row.getString("subject")),
                        centre == null ? "" : centre));
              }
              return List.copyOf(ended);
            });
  }

  private static Uni<Void> execute(SqlConnection transaction, String sql, Tuple cells) {
    return transaction.preparedQuery(sql).execute(cells).replaceWithVoid();
  }

  private static Uni<Outcome> refused(UUID person, String rule) {
    return Uni.createFrom().item(new Refused(person, rule));
  }
}
