package health.lifelong.profile.consent.domain;

import health.lifelong.profile.access.domain.Purpose;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of the words with which a purpose is asked for.
 *
 * @param shownFrom from then on it is shown
 * @param shownTo from then on another one is shown, or null
 * @param holdsTo from then on a grant on these words is not enough and is asked anew, or null
 * @param words by language
 */
public record ConsentText(
    String textId,
    Purpose purpose,
    Instant shownFrom,
    @Nullable Instant shownTo,
    @Nullable Instant holdsTo,
    Map<String, String> words) {
  public ConsentText {
    words = Map.copyOf(words);
  }

  /** True where these words were the ones to show at that time. */
  public boolean isShownAt(Instant time) {
    return !time.isBefore(shownFrom) && (shownTo == null || time.isBefore(shownTo));
  }
}
