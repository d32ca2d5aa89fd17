package health.lifelong.profile.access.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One decision on a person's data, permit or refusal, as the audit trail keeps it. No values, no
 * names.
 *
 * @param sequence rising number, the order of the trail; gaps are possible where a write was rolled
 *     back
 * @param purpose null for a write
 * @param rule what decided, in the words of the decision function
 */
public record AccessEvent(
    long sequence,
    Instant recordedAt,
    Role role,
    String actor,
    String action,
    @Nullable Purpose purpose,
    List<Category> categories,
    boolean permitted,
    String rule) {

  public AccessEvent {
    categories = List.copyOf(categories);
  }

  /** A decision that is not yet in the trail. */
  public record Draft(
      UUID personId,
      Caller caller,
      String action,
      @Nullable Purpose purpose,
      List<Category> categories,
      boolean permitted,
      String rule) {

    public Draft {
      categories = List.copyOf(categories);
    }
  }
}
