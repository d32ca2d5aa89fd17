package health.lifelong.profile.account.app;

import health.lifelong.platform.gate.AccountLinks.Account;
import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.account.domain.CodePolicy;
import health.lifelong.profile.person.domain.BlindIndex;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Where links, codes and tries are kept. Every change is audited in its own transaction. */
public interface AccountStore {
  /** The keyed hash under which a code is kept. */
  BlindIndex hash(String code);

  /** Counts a try of an account; true while it has some left in this window. */
  Uni<Boolean> mayTry(Account account, CodePolicy policy);

  /** Keeps a code in the place of an older one; the item is when it ends. */
  Uni<Instant> keep(
      UUID person, String centre, BlindIndex code, CodePolicy policy, AccessEvent.Draft event);

  /** What came of a try to link. */
  sealed interface Outcome {
    /**
     * The account speaks for the person.
     *
     * @param replaced accounts that spoke for them until now
     */
    record Linked(UUID person, List<Account> replaced) implements Outcome {}

    /**
     * It does not.
     *
     * @param person whom the code is for, or {@link AccessEvent#NOBODY}
     */
    record Refused(UUID person, String rule) implements Outcome {}
  }

  /**
   * Links an account to the person of a code, once, if that person's birth date on file is the one
   * that was told.
   */
  Uni<Outcome> redeem(
      Account account,
      BlindIndex code,
      String birthDate,
      CodePolicy policy,
      Function<Outcome, AccessEvent.Draft> event);

  /** Links an account to a person whom the provider has identified. */
  Uni<Outcome> link(Account account, UUID person, Function<Outcome, AccessEvent.Draft> event);

  /** A link that was ended, and who handed out its code; the centre is empty where none did. */
  record Ended(Account account, String centre) {}

  /** Ends every link of a person; history is kept. */
  Uni<List<Ended>> end(UUID person, AccessEvent.Draft event);
}
