package health.lifelong.vocabulary.genome;

import org.jspecify.annotations.Nullable;

/** dbSNP identifiers as numbers: "rs" and 1 to 4,294,967,295, without leading zero. */
public final class RsId {
  private static final long LARGEST = 0xFFFF_FFFFL;

  private RsId() {}

  /** The number behind "rs", or 0 where the text is no dbSNP identifier. */
  public static long number(@Nullable String text) {
    if (text == null || text.length() < 3 || text.length() > 12) {
      return 0;
    }
    if ((text.charAt(0) | 0x20) != 'r' || (text.charAt(1) | 0x20) != 's' || text.charAt(2) == '0') {
      return 0;
    }
    long number = 0;
    for (int i = 2; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      number = number * 10 + digit;
    }
    return number > LARGEST ? 0 : number;
  }

  /** The identifier of a number, or null for 0. */
  public static @Nullable String text(long number) {
    return number == 0 ? null : "rs" + number;
  }
}
