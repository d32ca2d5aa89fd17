package health.lifelong.platform.gate;

import health.lifelong.platform.Calls;
import health.lifelong.platform.gate.AccountLinks.Account;
import health.lifelong.profile.v1.MutinyAccountServiceGrpc.MutinyAccountServiceStub;
import health.lifelong.profile.v1.ResolveAccountRequest;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Links that were asked for a moment ago, so that the calls of one screen ask once. Short enough
 * that a link that ends stops access within five seconds. That an account speaks for nobody is not
 * remembered: it may be linked the next moment.
 */
public final class RecentAccounts implements AccountLinks {
  private static final Duration LIFE = Duration.ofSeconds(2);
  private static final int MOST = 10_000;

  private record Known(String person, Instant until) {}

  private final Function<Account, Uni<Optional<String>>> source;
  private final Clock clock;
  private final Map<Account, Known> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Account, Known> eldest) {
          return size() > MOST;
        }
      };

  /** Those that profile-service tells, asked with the token of a job of the asking service. */
  public static RecentAccounts of(MutinyAccountServiceStub profile, Supplier<String> jobToken) {
    return new RecentAccounts(
        account ->
            Calls.as(profile, jobToken.get(), Calls.READ)
                .resolveAccount(
                    ResolveAccountRequest.newBuilder()
                        .setIssuer(account.issuer())
                        .setSubject(account.subject())
                        .build())
                .map(answer -> Optional.of(answer.getPersonId()).filter(id -> !id.isEmpty())),
        Clock.systemUTC());
  }

  RecentAccounts(Function<Account, Uni<Optional<String>>> source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  @Override
  public Uni<Optional<String>> personOf(Account account) {
    String person = recent(account);
    return person != null
        ? Uni.createFrom().item(Optional.of(person))
        : source.apply(account).invoke(found -> found.ifPresent(id -> keep(account, id)));
  }

  private synchronized @Nullable String recent(Account account) {
    Known one = known.get(account);
    if (one != null && clock.instant().isBefore(one.until())) {
      return one.person();
    }
    known.remove(account);
    return null;
  }

  private synchronized void keep(Account account, String person) {
    known.put(account, new Known(person, clock.instant().plus(LIFE)));
  }
}
