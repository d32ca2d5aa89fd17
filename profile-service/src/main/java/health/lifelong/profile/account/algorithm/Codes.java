package health.lifelong.profile.account.algorithm;

import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * One-time codes: ten characters of Crockford's base 32 (50 bits), which has no letter that looks
 * like a digit, in two groups for reading aloud.
 */
public final class Codes {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 10;
  private static final int GROUP = 5;

  private Codes() {}

  /** A code in its one spelling; {@code random} gives a number from 0 to below its argument. */
  public static String next(IntUnaryOperator random) {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(ALPHABET.charAt(random.applyAsInt(ALPHABET.length())));
    }
    return code.toString();
  }

  /** As it is handed out. */
  public static String shown(String code) {
    return code.substring(0, GROUP) + "-" + code.substring(GROUP);
  }

  /**
   * The one spelling of what somebody typed: case, dashes and spaces do not count, O is 0, I and L
   * are 1; empty where it is no code.
   */
  public static Optional<String> read(String typed) {
    String code =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replaceAll("[IL]", "1");
    boolean good = code.length() == LENGTH && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    return good ? Optional.of(code) : Optional.empty();
  }
}
