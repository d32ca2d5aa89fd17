package health.lifelong.profile.scope.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows a transaction may touch. What is not said here is not visible.
 *
 * @param job name of a job, or empty
 * @param centre only rows of this centre, or empty
 * @param person the person whose rows, and whose linked records' rows, are meant; null for nobody
 */
public record RowScope(String job, String centre, @Nullable UUID person) {
  /** Sees nothing. */
  public static final RowScope NOTHING = new RowScope("", "", null);

  /** The rows a job was given, of all persons. */
  public static RowScope of(Job job) {
    return new RowScope(job.word(), "", null);
  }

  /** All rows of one person. */
  public static RowScope of(UUID person) {
    return new RowScope("", "", person);
  }
}
