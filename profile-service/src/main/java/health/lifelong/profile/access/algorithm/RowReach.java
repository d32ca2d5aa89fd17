package health.lifelong.profile.access.algorithm;

import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.scope.domain.RowScope;
import java.util.UUID;

/**
 * Which rows the database lets a caller's transaction touch at most. A second line behind the rules
 * of access and consent, which decide first and allow less.
 */
public final class RowReach {
  private RowReach() {}

  /**
   * Of one person. A person and their proxy reach their own rows whatever is asked; a centre's
   * system reaches of the person what the centre made.
   */
  public static RowScope about(Caller caller, UUID person) {
    return switch (caller.role()) {
      case PERSON, PROXY -> own(caller.subject());
      case CENTRE ->
          caller.centre() == null ? RowScope.NOTHING : new RowScope("", caller.centre(), person);
      case CLINICIAN, SERVICE, OPERATOR -> RowScope.of(person);
      case RESEARCHER -> RowScope.NOTHING;
    };
  }

  /** Of what the caller's own centre made, of whomever. */
  public static RowScope ofCentre(Caller caller) {
    String centre = caller.centre();
    return centre != null && AccessRules.speaksFor(caller, centre)
        ? new RowScope("", centre, null)
        : RowScope.NOTHING;
  }

  private static RowScope own(String subject) {
    try {
      return RowScope.of(UUID.fromString(subject));
    } catch (IllegalArgumentException e) {
      return RowScope.NOTHING;
    }
  }
}
