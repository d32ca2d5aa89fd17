package health.lifelong.profile.person.store;

import health.lifelong.profile.consent.app.ConsentPersons;
import health.lifelong.profile.person.algorithm.BirthDates;
import health.lifelong.profile.person.app.PersonStore;
import health.lifelong.profile.person.domain.Demographics;
import health.lifelong.profile.scope.app.ScopedTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What consent asks about a person, from the person's rows. */
@ApplicationScoped
public class PgConsentPersons implements ConsentPersons {
  private final ScopedTransactions transactions;
  private final PersonRows rows;
  private final PersonStore persons;

  PgConsentPersons(ScopedTransactions transactions, PersonRows rows, PersonStore persons) {
    this.transactions = transactions;
    this.rows = rows;
    this.persons = persons;
  }

  @Override
  public Uni<Optional<LocalDate>> born(UUID personId) {
    return transactions
        .about(personId, transaction -> rows.ofMembers(transaction, personId))
        .map(
            told ->
                told.values().stream()
                    .map(Demographics::birthDate)
                    .filter(Objects::nonNull)
                    .flatMap(birthDate -> BirthDates.latest(birthDate).stream())
                    .max(Comparator.naturalOrder()));
  }

  @Override
  public Uni<Boolean> isKnownTo(String centre, UUID personId) {
    return persons.isKnownTo(centre, personId);
  }
}
