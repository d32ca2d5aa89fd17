package health.lifelong.gateway.me.rest;

import java.util.List;
import java.util.Locale;

/** The language of an answer: the one asked for, else Korean. */
final class Languages {
  private static final List<String> KNOWN = List.of("ko", "en", "vi");

  private Languages() {}

  static String choose(String asked, List<Locale> accepted) {
    if (KNOWN.contains(asked)) {
      return asked;
    }
    return accepted.stream()
        .map(Locale::getLanguage)
        .filter(KNOWN::contains)
        .findFirst()
        .orElse("ko");
  }
}
