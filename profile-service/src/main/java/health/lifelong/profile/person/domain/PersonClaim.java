package health.lifelong.profile.person.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose data a record says it is, in the sender's words.
 *
 * @param personId set where the person is already known by id
 * @param provisional true where this opens a person who is not identified yet
 */
public record PersonClaim(
    String centre,
    List<Identifier> identifiers,
    Demographics told,
    @Nullable UUID personId,
    boolean provisional) {

  public PersonClaim {
    identifiers = List.copyOf(identifiers);
  }
}
