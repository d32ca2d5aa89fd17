package health.lifelong.profile.identity.algorithm;

import health.lifelong.profile.identity.domain.Name;
import health.lifelong.profile.identity.domain.NameReading;
import health.lifelong.profile.identity.domain.NameReading.Accepted;
import health.lifelong.profile.identity.domain.NameReading.Refused;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a text as a name. Everything that is taken out is said; nothing is folded that two people
 * could be told apart by: only blanks, case and the width of a letter do not count. Scripts that
 * are written together (UTS 39, "highly restrictive") do not make a look-alike.
 */
public final class Names {
  private static final int LONGEST = 100;
  private static final List<Set<UnicodeScript>> WRITTEN_TOGETHER =
      List.of(
          EnumSet.of(UnicodeScript.HANGUL, UnicodeScript.HAN),
          EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
          EnumSet.of(UnicodeScript.HAN, UnicodeScript.BOPOMOFO));

  private Names() {}

  /** The name in a text. */
  public static NameReading read(String text) {
    StringBuilder kept = new StringBuilder();
    boolean invisible = false;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      switch (kind(point)) {
        case KEEP -> kept.appendCodePoint(point);
        case DROP -> invisible = true;
        case CONTROL -> {
          return new Refused("text.control");
        }
        case FILLER -> {
          return new Refused("text.filler");
        }
        case UNASSIGNED -> {
          return new Refused("text.unassigned");
        }
      }
    }
    String display = Normalizer.normalize(kept, Form.NFC);
    return judged(display, invisible);
  }

  private static NameReading judged(String display, boolean invisible) {
    if (display.codePoints().allMatch(Names::isBlank)) {
      return new Refused("text.empty");
    }
    if (display.codePointCount(0, display.length()) > LONGEST) {
      return new Refused("text.too_long");
    }
    if (display.codePoints().noneMatch(Character::isLetter)) {
      return new Refused("text.no_letter");
    }
    return new Accepted(new Name(display, key(display), invisible, isLookAlike(display)));
  }

  private enum Kind {
    KEEP,
    DROP,
    CONTROL,
    FILLER,
    UNASSIGNED
  }

  private static Kind kind(int point) {
    if (isFiller(point)) {
      return Kind.FILLER;
    }
    if (isVariationSelector(point) || isSkinTone(point) || point == 0x034F || point == 0x20E3) {
      return Kind.DROP;
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          Kind.CONTROL;
      case Character.FORMAT, Character.OTHER_SYMBOL -> Kind.DROP;
      case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> Kind.UNASSIGNED;
      default -> Kind.KEEP;
    };
  }

  // Letters by their category that show nothing: a name of them would be an empty one.
  private static boolean isFiller(int point) {
    return point == 0x3164 || point == 0xFFA0 || point == 0x115F || point == 0x1160;
  }

  private static boolean isVariationSelector(int point) {
    boolean basic = point >= 0xFE00 && point <= 0xFE0F;
    boolean mongolian = point >= 0x180B && point <= 0x180F;
    return basic || mongolian || (point >= 0xE0100 && point <= 0xE01EF);
  }

  private static boolean isSkinTone(int point) {
    return point >= 0x1F3FB && point <= 0x1F3FF;
  }

  private static boolean isBlank(int point) {
    return Character.isWhitespace(point) || Character.isSpaceChar(point);
  }

  private static String key(String display) {
    StringBuilder key = new StringBuilder();
    display
        .codePoints()
        .filter(point -> !isBlank(point))
        .forEach(point -> key.append(oneWidth(point)));
    return Normalizer.normalize(key.toString().toLowerCase(Locale.ROOT), Form.NFC);
  }

  private static String oneWidth(int point) {
    String text = Character.toString(point);
    boolean wideOrNarrow = point >= 0xFF01 && point <= 0xFFEE;
    return wideOrNarrow ? Normalizer.normalize(text, Form.NFKC) : text;
  }

  private static boolean isLookAlike(String display) {
    for (String word : display.split("[\\s\\p{Z}\\p{P}]+")) {
      if (mixesScripts(word) || holdsDrawnLetters(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean mixesScripts(String word) {
    Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
    word.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
    scripts.remove(UnicodeScript.COMMON);
    scripts.remove(UnicodeScript.INHERITED);
    return scripts.size() > 1
        && WRITTEN_TOGETHER.stream().noneMatch(together -> together.containsAll(scripts));
  }

  // Mathematical and enclosed alphabets: letters of no script that stand for letters of one.
  private static boolean holdsDrawnLetters(String word) {
    return word.codePoints()
        .filter(Character::isLetter)
        .filter(point -> !(point >= 0xFF01 && point <= 0xFFEE))
        .mapToObj(Character::toString)
        .anyMatch(
            letter ->
                !Normalizer.normalize(letter, Form.NFKC)
                    .equals(Normalizer.normalize(letter, Form.NFC)));
  }
}
