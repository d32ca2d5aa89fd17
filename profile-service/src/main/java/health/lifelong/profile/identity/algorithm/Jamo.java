package health.lifelong.profile.identity.algorithm;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * Hangul by its letters. A typing error is one jamo, which changes a whole syllable: distances
 * between names are counted in jamo.
 */
public final class Jamo {
  private static final int FIRST_SYLLABLE = 0xAC00;
  private static final int LAST_SYLLABLE = 0xD7A3;
  private static final int VOWELS = 21;
  private static final int CODAS = 28;

  private Jamo() {}

  /**
   * A syllable's letters, as indexes in the order of Unicode.
   *
   * @param coda 0 where the syllable ends in its vowel
   */
  public record Syllable(int onset, int vowel, int coda) {}

  /** The letters of a composed syllable. */
  public static Syllable of(char syllable) {
    int index = syllable - FIRST_SYLLABLE;
    return new Syllable(index / (VOWELS * CODAS), index / CODAS % VOWELS, index % CODAS);
  }

  /** True where the text is composed syllables and nothing else. */
  public static boolean isHangul(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= FIRST_SYLLABLE && c <= LAST_SYLLABLE);
  }

  /**
   * The least number of letters to put in, take out, replace, or swap with their neighbour, to get
   * from one text to the other; Hangul counted in jamo.
   */
  public static int distance(String one, String other) {
    return edits(
        Normalizer.normalize(one, Form.NFD).toCharArray(),
        Normalizer.normalize(other, Form.NFD).toCharArray());
  }

  // Optimal string alignment: three rows of the table are enough.
  static int edits(char[] one, char[] other) {
    int[] before = new int[other.length + 1];
    int[] previous = new int[other.length + 1];
    int[] row = new int[other.length + 1];
    for (int j = 0; j <= other.length; j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= one.length; i++) {
      row[0] = i;
      for (int j = 1; j <= other.length; j++) {
        int replaced = previous[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(previous[j], row[j - 1]) + 1);
        if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      int[] spare = before;
      before = previous;
      previous = row;
      row = spare;
    }
    return previous[other.length];
  }
}
