package health.lifelong.ingestion.fhir.algorithm;

import health.lifelong.ingestion.fhir.domain.JsonObject;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds active content in narratives (FHIR R4, Narrative, rule txt-1: formatting only). Looks at
 * tags, not at text, in one pass whatever the input.
 */
final class Narrative {
  private static final Set<String> ACTIVE =
      Set.of(
          "script",
          "iframe",
          "frame",
          "frameset",
          "object",
          "embed",
          "applet",
          "form",
          "input",
          "button",
          "base",
          "link",
          "meta");

  private Narrative() {}

  /** Pointer below the resource of the first narrative with active content. */
  static Optional<String> activeContent(JsonObject resource) {
    if (isActive(resource)) {
      return Optional.of("/text/div");
    }
    int index = 0;
    for (JsonObject contained : resource.objects("contained")) {
      if (isActive(contained)) {
        return Optional.of("/contained/" + index + "/text/div");
      }
      index++;
    }
    return sections(resource, "");
  }

  private static Optional<String> sections(JsonObject parent, String path) {
    int index = 0;
    for (JsonObject section : parent.objects("section")) {
      String here = path + "/section/" + index;
      if (isActive(section)) {
        return Optional.of(here + "/text/div");
      }
      Optional<String> below = sections(section, here);
      if (below.isPresent()) {
        return below;
      }
      index++;
    }
    return Optional.empty();
  }

  private static boolean isActive(JsonObject holder) {
    JsonObject text = holder.object("text");
    String div = text == null ? null : text.text("div");
    return div != null && isActive(div);
  }

  static boolean isActive(String div) {
    int open = div.indexOf('<');
    while (open >= 0) {
      int close = div.indexOf('>', open);
      int end = close < 0 ? div.length() : close;
      if (isActiveTag(div.substring(open + 1, end))) {
        return true;
      }
      open = div.indexOf('<', end);
    }
    return false;
  }

  private static boolean isActiveTag(String raw) {
    String tag = raw.strip().toLowerCase(Locale.ROOT);
    int nameEnd = 0;
    while (nameEnd < tag.length() && isNameCharacter(tag.charAt(nameEnd))) {
      nameEnd++;
    }
    String name = tag.substring(tag.lastIndexOf(':', nameEnd) + 1, nameEnd);
    return ACTIVE.contains(name) || tag.contains("javascript:") || hasEventAttribute(tag, nameEnd);
  }

  private static boolean hasEventAttribute(String tag, int from) {
    int equals = tag.indexOf('=', from);
    while (equals >= 0) {
      int end = equals;
      while (end > from && Character.isWhitespace(tag.charAt(end - 1))) {
        end--;
      }
      int start = end;
      while (start > from && isNameCharacter(tag.charAt(start - 1))) {
        start--;
      }
      boolean ownName = start == from || " \t\r\n\"'/".indexOf(tag.charAt(start - 1)) >= 0;
      if (ownName && end - start > 2 && tag.startsWith("on", start)) {
        return true;
      }
      equals = tag.indexOf('=', equals + 1);
    }
    return false;
  }

  private static boolean isNameCharacter(char c) {
    return c == ':' || c == '-' || c == '_' || Character.isLetterOrDigit(c);
  }
}
