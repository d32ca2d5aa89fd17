package health.lifelong.profile.access.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows a transaction may touch. What is not said here is not visible: an empty scope sees
 * nothing.
 *
 * @param job name of a job, or empty
 * @param centre only rows of this centre, or empty
 * @param person the person whose rows, and whose linked records' rows, are meant; null for nobody
 */
public record RowScope(String job, String centre, @Nullable UUID person) {
  private static final RowScope NOTHING = new RowScope("", "", null);

  /** The rows a job was given, of all persons. */
  public static RowScope of(Job job) {
    return new RowScope(job.word(), "", null);
  }

  /**
   * The rows of one person. A person and their proxy reach their own whatever is asked; a centre's
   * system reaches of the person only what the centre made; a caller without a token reaches
   * nothing.
   */
  public static RowScope about(@Nullable Caller caller, UUID person) {
    if (caller == null) {
      return NOTHING;
    }
    return switch (caller.role()) {
      case PERSON, PROXY -> own(caller.subject());
      case CENTRE -> caller.centre() == null ? NOTHING : new RowScope("", caller.centre(), person);
      case CLINICIAN, SERVICE, OPERATOR -> new RowScope("", "", person);
      case RESEARCHER -> NOTHING;
    };
  }

  /** What the caller's own centre made, of whomever; nothing for whoever speaks for no centre. */
  public static RowScope ofCentre(@Nullable Caller caller) {
    if (caller == null || caller.centre() == null) {
      return NOTHING;
    }
    return switch (caller.role()) {
      case CENTRE, CLINICIAN -> new RowScope("", caller.centre(), null);
      case PERSON, PROXY, RESEARCHER, SERVICE, OPERATOR -> NOTHING;
    };
  }

  private static RowScope own(String subject) {
    try {
      return new RowScope("", "", UUID.fromString(subject));
    } catch (IllegalArgumentException e) {
      return NOTHING;
    }
  }
}
