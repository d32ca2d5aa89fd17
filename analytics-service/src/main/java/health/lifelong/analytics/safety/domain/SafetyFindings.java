package health.lifelong.analytics.safety.domain;

import java.util.List;
import java.util.Set;

/**
 * What the safety rules found before any model ran.
 *
 * @param notices what the person sees first; at most one of each kind
 * @param silencedItems items that give the person no insight while a notice stands
 */
public record SafetyFindings(List<SafetyNotice> notices, Set<String> silencedItems) {

  public SafetyFindings {
    notices = List.copyOf(notices);
    silencedItems = Set.copyOf(silencedItems);
  }
}
