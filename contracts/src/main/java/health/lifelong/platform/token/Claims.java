package health.lifelong.platform.token;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The claims of a token, each of the JSON type it must have or the token is refused. */
final class Claims {
  private static final int LONGEST = 255;

  private final Map<String, Object> members;

  Claims(Map<String, Object> members) {
    this.members = members;
  }

  Map<String, Object> members() {
    return members;
  }

  /** A text of 1 to 255 characters without control characters, or null where there is none. */
  @Nullable String text(String name) {
    if (!members.containsKey(name)) {
      return null;
    }
    boolean good =
        members.get(name) instanceof String text
            && !text.isBlank()
            && text.length() <= LONGEST
            && text.chars().noneMatch(Character::isISOControl);
    if (!good) {
      throw new TokenRefused(name + " is not a short text");
    }
    return (String) members.get(name);
  }

  String requiredText(String name) {
    String text = text(name);
    if (text == null) {
      throw new TokenRefused(name + " is missing");
    }
    return text;
  }

  /** Seconds since 1970, or null where there is none. */
  @Nullable Long seconds(String name) {
    if (!members.containsKey(name)) {
      return null;
    }
    if (members.get(name) instanceof Long seconds && seconds >= 0) {
      return seconds;
    }
    throw new TokenRefused(name + " is not a time");
  }

  long requiredSeconds(String name) {
    Long seconds = seconds(name);
    if (seconds == null) {
      throw new TokenRefused(name + " is missing");
    }
    return seconds;
  }

  /** A text or a list of texts, as a list; null where there is none. */
  @Nullable List<String> texts(String name) {
    if (!members.containsKey(name)) {
      return null;
    }
    Object value = members.get(name);
    if (value instanceof String one) {
      return List.of(one);
    }
    if (value instanceof List<?> many && many.stream().allMatch(String.class::isInstance)) {
      return many.stream().map(String.class::cast).toList();
    }
    throw new TokenRefused(name + " is not a list of texts");
  }

  /** An object, or null where there is none. */
  @Nullable Claims object(String name) {
    if (!members.containsKey(name)) {
      return null;
    }
    if (members.get(name) instanceof Map<?, ?> object) {
      Map<String, Object> copy = new java.util.HashMap<>();
      object.forEach((key, value) -> copy.put(String.valueOf(key), value));
      return new Claims(copy);
    }
    throw new TokenRefused(name + " is not an object");
  }
}
