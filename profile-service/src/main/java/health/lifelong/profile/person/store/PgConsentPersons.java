package health.lifelong.profile.person.store;

import health.lifelong.profile.consent.app.ConsentPersons;
import health.lifelong.profile.person.algorithm.BirthDates;
import health.lifelong.profile.person.app.PersonStore;
import health.lifelong.profile.person.domain.Demographics;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What consent asks about a person, from the person's rows. */
@ApplicationScoped
public class PgConsentPersons implements ConsentPersons {
  private final Pool pool;
  private final PersonRows rows;
  private final PersonStore persons;

  PgConsentPersons(Pool pool, PersonRows rows, PersonStore persons) {
    this.pool = pool;
    this.rows = rows;
    this.persons = persons;
  }

  @Override
  public Uni<Optional<LocalDate>> born(UUID personId) {
    return rows.ofMembers(pool, personId)
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
