package health.lifelong.profile.consent.algorithm;

import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Purpose;
import health.lifelong.profile.consent.domain.ConsentDecision;
import health.lifelong.profile.consent.domain.ConsentHistory;
import health.lifelong.profile.consent.domain.ConsentTerms;
import health.lifelong.profile.consent.domain.Giver;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
   * @param born the latest date of birth that any record tells, or null
   */
  public static ConsentHistory history(
      Collection<List<ConsentDecision>> members,
      Instant linkedAt,
      @Nullable LocalDate born,
      ConsentTerms terms) {
    ConsentHistory rules = new ConsentHistory(List.of(), born, terms);
    Comparator<ConsentDecision> order = ConsentRules.latestThenStrictest(rules);
    List<ConsentDecision> together = new ArrayList<>();
    for (List<ConsentDecision> own : members) {
      Map<Cell, ConsentDecision> held = new HashMap<>();
      for (ConsentDecision decision : own) {
        if (decision.givenAt().isAfter(linkedAt)) {
          together.add(decision);
        } else if (Ages.mayDecide(decision, born, terms)) {
          held.merge(
              cell(decision),
              decision,
              (one, other) -> order.compare(one, other) >= 0 ? one : other);
        }
      }
      held.values().forEach(decision -> together.add(again(rules, decision, linkedAt)));
    }
    together.sort(Comparator.comparing(ConsentDecision::givenAt));
    return new ConsentHistory(together, born, terms);
  }

  private static Cell cell(ConsentDecision decision) {
    return new Cell(decision.category(), decision.purpose(), decision.grantee());
  }

  // A grant does not live longer for being said again. What a guardian said when they might stands
  // as the person's own where the person has grown up since.
  private static ConsentDecision again(ConsentHistory rules, ConsentDecision decision, Instant at) {
    Instant end = ConsentRules.end(rules, decision);
    ConsentDecision said = at(decision, decision.giver(), at, end);
    return Ages.mayDecide(said, rules.born(), rules.terms())
        ? said
        : at(decision, new Giver.Person(), at, end);
  }

  private static ConsentDecision at(
      ConsentDecision decision, Giver giver, Instant givenAt, Instant validTo) {
    return new ConsentDecision(
        decision.consentId(),
        decision.category(),
        decision.purpose(),
        decision.grantee(),
        decision.decision(),
        giver,
        decision.words(),
        decision.evidence(),
        givenAt,
        validTo);
  }
}
