package health.lifelong.profile.identity.algorithm;

import health.lifelong.vocabulary.CsvTable;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Whether a name in Latin letters may be a Korean one. The spellings that {@code romanisation.csv}
 * knows of each letter are followed along the Latin text; nothing is guessed from sound.
 */
public final class Romanisation {
  private static final String ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  private static final String VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
  private static final String CODAS = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
  private static final List<String> NOTHING = List.of("");
  // In order: what a later rule would tear apart comes first. Vowels are spelt too freely to count
  // one by one.
  private static final List<Sound> SOUNDS =
      List.of(
          Sound.of("^park", "pak"),
          Sound.of("^(rhee|lee|yee|yi|ri|li)", "i"),
          Sound.of("sh", "s"),
          Sound.of("ch|j|z", "c"),
          Sound.of("ck|kk|gg|g(?!$|[^aeiouwy])", "k"),
          Sound.of("tt|dd|d", "t"),
          Sound.of("pp|bb|b", "p"),
          Sound.of("l", "r"),
          Sound.of("[aeiouwy]+h?(?=[^aeiouwy]|$)", "a"));

  private record Sound(Pattern letters, String code) {
    static Sound of(String letters, String code) {
      return new Sound(Pattern.compile(letters), code);
    }
  }

  private static final Romanisation STANDARD =
      new Romanisation(CsvTable.resource(Romanisation.class, "/romanisation.csv"));

  private final Map<String, Map<String, List<String>>> parts = new HashMap<>();

  private Romanisation(CsvTable table) {
    for (CsvTable.Row row : table.rows()) {
      List<String> spellings =
          Arrays.stream(row.require("spellings").split(" ", -1))
              .map(spelling -> spelling.equals("-") ? "" : spelling)
              .toList();
      parts
          .computeIfAbsent(row.require("part"), part -> new HashMap<>())
          .put(row.require("hangul"), spellings);
    }
  }

  /** The table that ships with the service. */
  public static Romanisation standard() {
    return STANDARD;
  }

  /** The first syllables of a Korean name that are its surname. */
  public String surname(String hangul) {
    boolean two = hangul.length() > 2 && part("surname").containsKey(hangul.substring(0, 2));
    return hangul.substring(0, two ? 2 : 1);
  }

  /** True where the Latin words may be the Korean name, surname first or last. */
  public boolean matches(String hangul, String latin) {
    String surname = surname(hangul);
    String given = hangul.substring(surname.length());
    return orders(latin).stream().anyMatch(text -> reads(surname, given, text));
  }

  /** True where the Latin words begin or end with a spelling of the Korean name's surname. */
  public boolean sharesSurname(String hangul, String latin) {
    List<String> spellings = surnameSpellings(surname(hangul));
    List<String> words = words(latin);
    return !words.isEmpty()
        && (spellings.contains(words.getFirst()) || spellings.contains(words.getLast()));
  }

  /**
   * True where two Latin spellings may be of one Korean name: their sounds agree once the spellings
   * of one letter are taken for one.
   */
  public static boolean soundAlike(String latin, String other) {
    List<String> codes = orders(latin).stream().map(Romanisation::sound).toList();
    return orders(other).stream().map(Romanisation::sound).anyMatch(codes::contains);
  }

  /** The words of a name in Latin letters: lower case, no marks. */
  static List<String> words(String latin) {
    String plain =
        Normalizer.normalize(latin, Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
    return Arrays.stream(plain.split("[^a-z]+", -1)).filter(word -> !word.isEmpty()).toList();
  }

  /** True where a text is Latin letters and what stands between them. */
  static boolean isLatin(String text) {
    return !words(text).isEmpty()
        && text.codePoints()
            .filter(Character::isLetter)
            .allMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.LATIN);
  }

  private static List<String> orders(String latin) {
    List<String> words = words(latin);
    List<String> orders = new ArrayList<>();
    orders.add(String.join("", words));
    if (words.size() > 1) {
      orders.add(words.getLast() + String.join("", words.subList(0, words.size() - 1)));
    }
    return orders;
  }

  private boolean reads(String surname, String given, String latin) {
    BitSet ends = new BitSet();
    surnameSpellings(surname).stream()
        .filter(latin::startsWith)
        .forEach(spelling -> ends.set(spelling.length()));
    BitSet reached = ends;
    for (int i = 0; i < given.length() && !reached.isEmpty(); i++) {
      reached = syllable(given.charAt(i), latin, reached);
    }
    return reached.get(latin.length());
  }

  // A surname without customary spellings of its own is spelt like any syllable.
  private List<String> surnameSpellings(String surname) {
    List<String> customary = part("surname").get(surname);
    if (customary != null) {
      return customary;
    }
    List<String> spellings = new ArrayList<>();
    Jamo.Syllable syllable = Jamo.of(surname.charAt(0));
    for (String onset : onsets(syllable)) {
      for (String vowel : vowels(syllable)) {
        codas(syllable).forEach(coda -> spellings.add(onset + vowel + coda));
      }
    }
    return spellings;
  }

  private BitSet syllable(char hangul, String latin, BitSet from) {
    Jamo.Syllable syllable = Jamo.of(hangul);
    BitSet reached = after(onsets(syllable), latin, from);
    return after(codas(syllable), latin, after(vowels(syllable), latin, reached));
  }

  private static BitSet after(List<String> spellings, String latin, BitSet from) {
    BitSet reached = new BitSet();
    from.stream()
        .forEach(
            start ->
                spellings.stream()
                    .filter(spelling -> latin.startsWith(spelling, start))
                    .forEach(spelling -> reached.set(start + spelling.length())));
    return reached;
  }

  private List<String> onsets(Jamo.Syllable syllable) {
    return letter("onset", ONSETS.charAt(syllable.onset()));
  }

  private List<String> vowels(Jamo.Syllable syllable) {
    return letter("vowel", VOWELS.charAt(syllable.vowel()));
  }

  private List<String> codas(Jamo.Syllable syllable) {
    return syllable.coda() == 0 ? NOTHING : letter("coda", CODAS.charAt(syllable.coda() - 1));
  }

  private List<String> letter(String part, char jamo) {
    return part(part).getOrDefault(String.valueOf(jamo), NOTHING);
  }

  private Map<String, List<String>> part(String part) {
    return parts.getOrDefault(part, Map.of());
  }

  private static String sound(String latin) {
    String sound = latin;
    for (Sound rule : SOUNDS) {
      sound = rule.letters().matcher(sound).replaceAll(rule.code());
    }
    return sound;
  }
}
