package health.lifelong.ingestion.lifestyle.algorithm;

import health.lifelong.ingestion.lifestyle.domain.Source;
import health.lifelong.ingestion.lifestyle.domain.Source.Rank;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The sources of an export, numbered as they appear; their priority does not depend on that order.
 */
final class Sources {
  private static final Pattern WEARABLE =
      Pattern.compile(
          "watch|\\b(?:band|ring|fitbit|garmin|oura|whoop|wearable)\\b|워치|시계|밴드|반지|手表|手錶");
  private static final Pattern STRAP =
      Pattern.compile("\\bstrap\\b|foot ?pod|\\bstryd\\b|\\btickr\\b|polar h[0-9]|\\bchest\\b|가슴");
  private static final Pattern PHONE =
      Pattern.compile("iphone|smartphone|\\bphone\\b|ipod|ipad|아이폰|휴대폰|手机|手機");
  private static final int REMEMBERED = 10_000;

  private final int limit;
  private final List<Source> sources = new ArrayList<>();
  private final Map<Source, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private int[] priorities = {};

  Sources(int limit) {
    this.limit = Math.min(limit, Short.MAX_VALUE);
  }

  /** The number of this source; empty where there are more sources than the limit. */
  OptionalInt number(String name, String device, boolean manual) {
    String key = name + "|" + device + "|" + manual;
    Integer again = seen.get(key);
    if (again != null) {
      return OptionalInt.of(again);
    }
    OptionalInt number = find(name, device, manual);
    if (number.isPresent() && seen.size() < REMEMBERED) {
      seen.put(key, number.getAsInt());
    }
    return number;
  }

  private OptionalInt find(String name, String device, boolean manual) {
    String plain = plain(name);
    Source source = new Source(plain, manual ? Rank.MANUAL : rank(plain + " " + device));
    Integer known = numbers.get(source);
    if (known != null) {
      return OptionalInt.of(known);
    }
    if (sources.size() >= limit) {
      return OptionalInt.empty();
    }
    sources.add(source);
    numbers.put(source, sources.size() - 1);
    return OptionalInt.of(sources.size() - 1);
  }

  Source get(int number) {
    return sources.get(number);
  }

  /** The place of a source in the order of belief; lower is believed first. */
  int priority(int number) {
    if (priorities.length != sources.size()) {
      Source[] ordered = sources.toArray(Source[]::new);
      Arrays.sort(ordered);
      priorities = new int[ordered.length];
      for (int i = 0; i < ordered.length; i++) {
        priorities[number(ordered[i])] = i;
      }
    }
    return priorities[number];
  }

  private int number(Source source) {
    return numbers.getOrDefault(source, 0);
  }

  /** One source writes itself with a straight and a curly apostrophe, and with no-break blanks. */
  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC)
        .replace('\u2019', '\'')
        .replace('\u00A0', ' ')
        .strip();
  }

  private static Rank rank(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (STRAP.matcher(lower).find()) {
      return Rank.STRAP;
    }
    if (WEARABLE.matcher(lower).find()) {
      return Rank.WEARABLE;
    }
    return PHONE.matcher(lower).find() ? Rank.PHONE : Rank.APP;
  }
}
