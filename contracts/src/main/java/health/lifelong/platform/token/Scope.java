package health.lifelong.platform.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One scope of SMART App Launch 2: context, resource type, and what may be done (create, read,
 * update, delete, search), in that order. Version 1's {@code .read .write .*} are read as their
 * version 2 meaning; anything else grants nothing. A scope that is narrowed by a query grants
 * nothing either: the doors cannot hold its narrowing, and a wider right must not come of it.
 *
 * @param context patient, user or system
 * @param type a resource type, or {@code *}
 * @param actions subset of {@code cruds}
 */
public record Scope(String context, String type, String actions) {
  private static final Pattern GRAMMAR =
      Pattern.compile("(patient|user|system)/([A-Z][A-Za-z]*|\\*)\\.(c?r?u?d?s?|read|write|\\*)");
  private static final Map<String, String> VERSION_1 =
      Map.of("read", "rs", "write", "cud", "*", "cruds");

  /** Reads one scope; empty where it is not of the grammar. */
  public static Optional<Scope> of(String text) {
    Matcher scope = GRAMMAR.matcher(text);
    if (!scope.matches() || scope.group(3).isEmpty()) {
      return Optional.empty();
    }
    String actions = VERSION_1.getOrDefault(scope.group(3), scope.group(3));
    return Optional.of(new Scope(scope.group(1), scope.group(2), actions));
  }

  /** The scopes of a {@code scope} claim; one that is no text grants nothing. */
  public static List<Scope> granted(@org.jspecify.annotations.Nullable Object claim) {
    List<Scope> granted = new ArrayList<>();
    if (claim instanceof String text) {
      for (String word : text.split(" ", -1)) {
        of(word).ifPresent(granted::add);
      }
    }
    return List.copyOf(granted);
  }

  /** Whether this scope allows all that {@code asked} names. */
  public boolean covers(Scope asked) {
    return context.equals(asked.context)
        && (type.equals("*") || type.equals(asked.type))
        && asked.actions.chars().allMatch(action -> actions.indexOf(action) >= 0);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s/%s.%s", context, type, actions);
  }
}
