package health.lifelong.profile.access.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One decision on a person's data, permit or refusal, as the audit trail keeps it. No values, no
 * names.
 *
 * @param sequence number in the trail, without gaps
 * @param actor {@code sub} of who asked; of a person other than this one, a pseudonym
 * @param purpose null for a write
 * @param rule what decided, in the words of the decision function
 * @param source how and from where it was asked
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
    String rule,
    Source source) {

  /** About nobody: an act on the trail or the service itself. */
  public static final UUID NOBODY = new UUID(0, 0);

  public AccessEvent {
    categories = List.copyOf(categories);
  }

  /**
   * How and from where it was asked; texts are empty where the trail does not say.
   *
   * @param centre for whom the asker spoke
   * @param client the program that asked
   * @param reason code of the reason, where a glass was broken
   */
  public record Source(String centre, String client, String reason) {}

  /**
   * A decision that is not yet in the trail.
   *
   * @param personId {@link #NOBODY} for an act on the service itself
   * @param detail what else is worth remembering
   */
  public record Draft(
      UUID personId,
      Caller caller,
      String action,
      @Nullable Purpose purpose,
      List<Category> categories,
      boolean permitted,
      String rule,
      Detail detail) {

    public Draft {
      categories = List.copyOf(categories);
    }

    /** A decision with one outcome for all that was asked. */
    public Draft(
        UUID personId,
        Caller caller,
        String action,
        @Nullable Purpose purpose,
        List<Category> categories,
        boolean permitted,
        String rule) {
      this(personId, caller, action, purpose, categories, permitted, rule, Detail.NONE);
    }
  }

  /**
   * What some decisions say beside the rest.
   *
   * @param refused of one look, the categories that stayed shut, each with its rule
   * @param rows opaque ids of the rows read, where each must be marked
   * @param breakGlass under which break-glass it was read, or null
   * @param reason code of its reason, or empty
   */
  public record Detail(
      Map<Category, String> refused, List<String> rows, @Nullable UUID breakGlass, String reason) {
    /** Nothing more. */
    public static final Detail NONE = new Detail(Map.of(), List.of(), null, "");

    public Detail {
      refused = Map.copyOf(refused);
      rows = List.copyOf(rows);
    }

    /** Only what stayed shut. */
    public static Detail refusing(Map<Category, String> refused) {
      return new Detail(refused, List.of(), null, "");
    }
  }
}
