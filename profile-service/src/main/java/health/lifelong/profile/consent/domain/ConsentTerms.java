package health.lifelong.profile.consent.domain;

import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a country says about consent, from its region pack.
 *
 * @param guardianBelow years of age below which only a guardian may grant a category
 * @param majority years of age from which a guardian has no say
 * @param anewWithin how long after coming of age the grants of before may hold
 * @param texts versions of the words, by their ids
 */
public record ConsentTerms(
    Map<Category, Integer> guardianBelow,
    int majority,
    Duration anewWithin,
    Map<String, ConsentText> texts) {
  public ConsentTerms {
    guardianBelow = Map.copyOf(guardianBelow);
    texts = Map.copyOf(texts);
  }

  /** The words to show for a purpose at a time. */
  public Optional<ConsentText> shown(Purpose purpose, Instant at) {
    return texts.values().stream()
        .filter(text -> text.purpose() == purpose && text.isShownAt(at))
        .findFirst();
  }
}
