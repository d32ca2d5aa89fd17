package health.lifelong.profile.consent.app;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What consent must know of a person. */
public interface ConsentPersons {
  /**
   * The latest day on which the person can have been born by what any of their records tells; of a
   * year alone its last day. Empty where none tells.
   */
  Uni<Optional<LocalDate>> born(UUID personId);

  /** True where the centre itself has sent something of this person. */
  Uni<Boolean> isKnownTo(String centre, UUID personId);
}
