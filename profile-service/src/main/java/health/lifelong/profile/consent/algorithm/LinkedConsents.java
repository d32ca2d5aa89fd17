package health.lifelong.profile.consent.algorithm;

import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Purpose;
import health.lifelong.profile.consent.domain.ConsentDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The decisions of records that turned out to be of one person, as one history. What each record
 * held when they were linked is said again at that moment; the decision function lets the strictest
 * of several at one instant win, so the most restrictive one holds until the person decides anew.
 */
public final class LinkedConsents {
  private LinkedConsents() {}

  private record Cell(Category category, Purpose purpose, String grantee) {}

  /**
   * One history.
   *
   * @param members the history of each record
   * @param linkedAt when the last of them was linked
   */
  public static List<ConsentDecision> history(
      Collection<List<ConsentDecision>> members, Instant linkedAt) {
    List<ConsentDecision> together = new ArrayList<>();
    for (List<ConsentDecision> own : members) {
      Map<Cell, ConsentDecision> held = new HashMap<>();
      for (ConsentDecision decision : own) {
        if (decision.givenAt().isAfter(linkedAt)) {
          together.add(decision);
        } else {
          held.merge(cell(decision), decision, LinkedConsents::holding);
        }
      }
      held.values().forEach(decision -> together.add(again(decision, linkedAt)));
    }
    together.sort(Comparator.comparing(ConsentDecision::givenAt));
    return List.copyOf(together);
  }

  private static Cell cell(ConsentDecision decision) {
    return new Cell(decision.category(), decision.purpose(), decision.grantee());
  }

  private static ConsentDecision holding(ConsentDecision one, ConsentDecision other) {
    return ConsentRules.LATEST_THEN_STRICTEST.compare(one, other) >= 0 ? one : other;
  }

  // A grant does not live longer for being said again.
  private static ConsentDecision again(ConsentDecision decision, Instant at) {
    Instant longest = ConsentRules.latestEnd(decision.givenAt());
    return new ConsentDecision(
        decision.consentId(),
        decision.category(),
        decision.purpose(),
        decision.grantee(),
        decision.decision(),
        decision.textId(),
        decision.language(),
        decision.evidence(),
        at,
        decision.validTo().isBefore(longest) ? decision.validTo() : longest);
  }
}
