package health.lifelong.profile.consent.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a decision rests on: what was decided, how old the person is, what the country says.
 *
 * @param decisions in any order
 * @param born null where it is not known: then nobody is taken for a minor, and no guardian counts
 */
public record ConsentHistory(
    List<ConsentDecision> decisions, @Nullable LocalDate born, ConsentTerms terms) {
  public ConsentHistory {
    decisions = List.copyOf(decisions);
  }
}
