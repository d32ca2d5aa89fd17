package health.lifelong.profile.identity.algorithm;

import health.lifelong.profile.identity.domain.Agreement.PhoneLevel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares phone numbers. Numbers are told apart by their last digits, so that the ways to write a
 * country code or a trunk zero do not matter.
 */
public final class Phones {
  private static final int SHORTEST = 7;
  private static final int LONGEST = 15;
  private static final int COMPARED = 9;

  private Phones() {}

  /** The digits by which a number is compared; empty where the text is no number. */
  public static Optional<String> read(String text) {
    StringBuilder digits = new StringBuilder();
    text.codePoints()
        .filter(Character::isDigit)
        .forEach(point -> digits.append(Character.getNumericValue(point)));
    boolean isNumber = digits.length() >= SHORTEST && digits.length() <= LONGEST;
    boolean isPlaceholder = digits.chars().distinct().count() <= 2;
    return isNumber && !isPlaceholder
        ? Optional.of(digits.substring(Math.max(0, digits.length() - COMPARED)))
        : Optional.empty();
  }

  /** How two numbers, as {@link #read} gives them, stand to each other. */
  public static PhoneLevel compare(@Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return PhoneLevel.MISSING;
    }
    if (one.equals(other)) {
      return PhoneLevel.SAME;
    }
    return Jamo.edits(one.toCharArray(), other.toCharArray()) == 1
        ? PhoneLevel.DIGIT
        : PhoneLevel.DIFFERENT;
  }
}
