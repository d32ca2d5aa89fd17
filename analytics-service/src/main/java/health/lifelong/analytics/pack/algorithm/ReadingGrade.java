package health.lifelong.analytics.pack.algorithm;

import java.util.Locale;

/**
 * The Flesch-Kincaid grade of an English text: 0.39 words a sentence + 11.8 syllables a word -
 * 15.59 (Kincaid 1975). Syllables are counted as groups of vowels, a silent final e left out.
 */
final class ReadingGrade {
  private ReadingGrade() {}

  static double of(String text) {
    int sentences = 0;
    int words = 0;
    int syllables = 0;
    for (String sentence : text.split("[.!?:;\\n]+")) {
      int before = words;
      for (String word : sentence.split("[^A-Za-z0-9']+")) {
        if (!word.isBlank()) {
          words++;
          syllables += syllables(word.toLowerCase(Locale.ROOT));
        }
      }
      sentences += words > before ? 1 : 0;
    }
    return words == 0 ? 0 : 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
  }

  private static int syllables(String word) {
    int groups = 0;
    boolean inVowels = false;
    for (int i = 0; i < word.length(); i++) {
      boolean vowel = "aeiouy".indexOf(word.charAt(i)) >= 0;
      groups += vowel && !inVowels ? 1 : 0;
      inVowels = vowel;
    }
    boolean silent =
        groups > 1
            && ((word.endsWith("e") && !word.endsWith("le"))
                || (word.endsWith("ed") && !word.matches(".*[td]ed")));
    return Math.max(1, silent ? groups - 1 : groups);
  }
}
