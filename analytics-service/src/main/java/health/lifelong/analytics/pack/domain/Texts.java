package health.lifelong.analytics.pack.domain;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of one language, by message id, with named places such as {@code {item}}. */
public record Texts(String language, Map<String, String> messages) {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)\\}");
  private static final String NO_LANGUAGE = "und";
  private static final Texts NEUTRAL = new Texts(NO_LANGUAGE, Map.of());

  public Texts {
    messages = Map.copyOf(messages);
  }

  /**
   * No language at all: a sentence is its message id with its places, in alphabetical order. What
   * is said in these texts does not change with a wording.
   */
  public static Texts neutral() {
    return NEUTRAL;
  }

  /** The engine's sentence with its places filled. */
  public String say(Message message, Map<String, String> places) {
    return say(message.id(), places);
  }

  /** The engine's sentence without places. */
  public String say(Message message) {
    return say(message.id(), Map.of());
  }

  /**
   * The sentence with its places filled; a missing sentence or place is a broken pack, which the
   * pack check refuses.
   */
  public String say(String id, Map<String, String> places) {
    if (language.equals(NO_LANGUAGE)) {
      return places.isEmpty() ? id : id + new TreeMap<>(places);
    }
    String message = messages.get(id);
    if (message == null) {
      throw new IllegalStateException("text missing: " + id + " in " + language);
    }
    int open = message.indexOf('{');
    if (open < 0) {
      return message;
    }
    StringBuilder filled = new StringBuilder(message.length() + 32);
    int from = 0;
    while (open >= 0) {
      int close = message.indexOf('}', open);
      if (close < 0 || !isName(message, open + 1, close)) {
        open = message.indexOf('{', open + 1);
        continue;
      }
      String name = message.substring(open + 1, close);
      String filling = places.get(name);
      if (filling == null) {
        throw new IllegalStateException("place missing: " + name + " of " + id);
      }
      filled.append(message, from, open).append(filling);
      from = close + 1;
      open = message.indexOf('{', from);
    }
    return filled.append(message, from, message.length()).toString();
  }

  /** As {@link #PLACE} reads a name; a report says hundreds of sentences, so without it. */
  private static boolean isName(String message, int from, int to) {
    for (int i = from; i < to; i++) {
      char letter = message.charAt(i);
      if (letter != '_' && (letter < 'a' || letter > 'z')) {
        return false;
      }
    }
    return to > from;
  }

  /** A sentence without places. */
  public String say(String id) {
    return say(id, Map.of());
  }

  /** The sentence where the pack has one. */
  public Optional<String> find(String id) {
    return language.equals(NO_LANGUAGE) ? Optional.of(id) : Optional.ofNullable(messages.get(id));
  }

  /** The names of the places of a message, in alphabetical order. */
  public static Set<String> places(String message) {
    Set<String> places = new TreeSet<>();
    Matcher matcher = PLACE.matcher(message);
    while (matcher.find()) {
      places.add(matcher.group(1));
    }
    return places;
  }
}
