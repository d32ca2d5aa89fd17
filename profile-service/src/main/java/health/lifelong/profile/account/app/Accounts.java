package health.lifelong.profile.account.app;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.platform.gate.AccountLinks.Account;
import health.lifelong.platform.token.Revocation.Kind;
import health.lifelong.profile.access.algorithm.AccessRules;
import health.lifelong.profile.access.app.AuditTrail;
import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Role;
import health.lifelong.profile.account.algorithm.Codes;
import health.lifelong.profile.account.app.AccountStore.Outcome;
import health.lifelong.profile.account.domain.CodePolicy;
import health.lifelong.profile.change.app.StoreFailures;
import health.lifelong.profile.person.app.PersonStore;
import health.lifelong.profile.person.domain.Identifier;
import health.lifelong.profile.person.domain.IndexedIdentifier;
import health.lifelong.profile.release.app.Thresholds;
import health.lifelong.profile.revocation.app.RevocationBook;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Links an account to a person: by a code that a centre hands out at the visit together with what
 * the person knows, or by an identity that the provider has verified. Whatever is wrong, the answer
 * is that of an unknown code; what it was stands in the audit trail.
 */
@ApplicationScoped
public class Accounts {
  private static final String LINK = "account.link";

  private final AccountStore store;
  private final PersonStore persons;
  private final RevocationBook revocations;
  private final VerifiedIdentity verified;
  private final WrongLinkNotification notices;
  private final AuditTrail audit;
  private final CodePolicy policy;
  private final SecureRandom random = new SecureRandom();

  Accounts(
      AccountStore store,
      PersonStore persons,
      RevocationBook revocations,
      VerifiedIdentity verified,
      WrongLinkNotification notices,
      AuditTrail audit,
      Thresholds pack) {
    this.store = store;
    this.persons = persons;
    this.revocations = revocations;
    this.verified = verified;
    this.notices = notices;
    this.audit = audit;
    this.policy =
        new CodePolicy(
            minutes(pack, "account.code_minutes"),
            pack.of("account.tries").intValueExact(),
            minutes(pack, "account.tries_minutes"),
            pack.of("account.code_tries").intValueExact());
  }

  private static Duration minutes(Thresholds pack, String name) {
    return Duration.ofMinutes(pack.of(name).longValueExact());
  }

  /** A code as it is handed out, and until when it holds. */
  public record Issued(String code, Instant expires) {}

  /** A code for a person whom this centre knows; NOT_FOUND for everybody else. */
  public Uni<Issued> issue(Caller caller, String centre, UUID person) {
    String code = Codes.next(random::nextInt);
    AccessEvent.Draft event = event(person, caller, "account.code", true, "role:centre");
    return ownPerson(caller, centre, person, "account.code")
        .chain(() -> store.keep(person, centre, store.hash(code), policy, event))
        .map(expires -> new Issued(Codes.shown(code), expires))
        .onFailure()
        .transform(StoreFailures::translate);
  }

  private Uni<Void> ownPerson(Caller caller, String centre, UUID person, String action) {
    if (!AccessRules.speaksFor(caller, centre)) {
      return refuse(person, caller, action, "centre:other");
    }
    return persons
        .isKnownTo(centre, person)
        .chain(
            known ->
                known
                    ? Uni.createFrom().voidItem()
                    : this.<Void>refuse(person, caller, action, "centre:unknown_person"));
  }

  /** Links the account to the person of the code; RATE_LIMITED after too many tries. */
  public Uni<Void> redeem(Caller caller, Account account, String typed, String birthDate) {
    return tried(caller, account)
        .chain(
            () ->
                store.redeem(
                    account,
                    store.hash(Codes.read(typed).orElse("")),
                    birthDate,
                    policy,
                    outcome -> linked(caller, outcome, "code:birth_date")))
        .chain(this::answered)
        .onFailure()
        .transform(StoreFailures::translate);
  }

  /** Links the account to the one person whom the provider has verified. */
  public Uni<Void> linkVerified(Caller caller, Account account) {
    return tried(caller, account)
        .chain(this::verifiedPerson)
        .chain(
            person ->
                person.isEmpty()
                    ? this.<Outcome>refuse(AccessEvent.NOBODY, caller, LINK, "verified:no_one")
                    : store.link(
                        account,
                        person.get(),
                        outcome -> linked(caller, outcome, "verified:claim")))
        .chain(this::answered)
        .onFailure()
        .transform(StoreFailures::translate);
  }

  private Uni<Optional<UUID>> verifiedPerson() {
    Optional<Identifier> identifier = verified.ofCaller();
    if (identifier.isEmpty()) {
      return Uni.createFrom().item(Optional.empty());
    }
    IndexedIdentifier index = persons.index("", identifier.get());
    return persons
        .byValue(List.of(index.valueIndex()))
        .map(found -> found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty());
  }

  private Uni<Void> tried(Caller caller, Account account) {
    return store
        .mayTry(account, policy)
        .chain(
            may ->
                may
                    ? Uni.createFrom().voidItem()
                    : audit
                        .append(
                            List.of(
                                event(AccessEvent.NOBODY, caller, LINK, false, "account:tries")))
                        .chain(
                            () ->
                                Uni.createFrom()
                                    .failure(
                                        new LifelongException(
                                            ErrorReason.ERROR_REASON_RATE_LIMITED, "tries"))));
  }

  private static AccessEvent.Draft linked(Caller caller, Outcome outcome, String rule) {
    return switch (outcome) {
      case Outcome.Linked(UUID person, List<Account> replaced) ->
          event(person, caller, LINK, true, rule);
      case Outcome.Refused(UUID person, String why) -> event(person, caller, LINK, false, why);
    };
  }

  private Uni<Void> answered(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Linked(UUID person, List<Account> replaced) -> revoke(replaced);
      case Outcome.Refused refused -> Uni.createFrom().failure(notFound());
    };
  }

  private Uni<Void> revoke(List<Account> accounts) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (Account account : accounts) {
      done = done.chain(() -> revocations.revoke(Kind.PERSON, account.subject()).replaceWithVoid());
    }
    return done;
  }

  /** Ends the link of a person's account, said by the person or by a centre that knows them. */
  public Uni<Void> wrongLink(Caller caller, UUID person, String centre) {
    String action = "account.wrong_link";
    boolean own = caller.role() == Role.PERSON && caller.subject().equals(person.toString());
    Uni<Void> may =
        switch (caller.role()) {
          case CENTRE -> ownPerson(caller, centre, person, action);
          case PERSON, PROXY, CLINICIAN, RESEARCHER, OPERATOR, SERVICE ->
              own
                  ? Uni.createFrom().voidItem()
                  : this.<Void>refuse(person, caller, action, "subject:other_person");
        };
    AccessEvent.Draft event = event(person, caller, action, true, own ? "law:own" : "role:centre");
    return may.chain(() -> store.end(person, event))
        .call(ended -> revoke(ended.stream().map(AccountStore.Ended::account).toList()))
        .invoke(ended -> ended.forEach(link -> notices.send(link.centre())))
        .replaceWithVoid()
        .onFailure()
        .transform(StoreFailures::translate);
  }

  private <T> Uni<T> refuse(UUID person, Caller caller, String action, String rule) {
    return audit
        .append(List.of(event(person, caller, action, false, rule)))
        .chain(() -> Uni.createFrom().failure(notFound()));
  }

  private static AccessEvent.Draft event(
      UUID person, Caller caller, String action, boolean permitted, String rule) {
    return new AccessEvent.Draft(person, caller, action, null, List.of(), permitted, rule);
  }

  private static LifelongException notFound() {
    return new LifelongException(ErrorReason.ERROR_REASON_NOT_FOUND, "unknown or foreign");
  }
}
