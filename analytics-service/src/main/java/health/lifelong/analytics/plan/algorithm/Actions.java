package health.lifelong.analytics.plan.algorithm;

import health.lifelong.analytics.measurement.domain.Ranked;
import health.lifelong.analytics.measurement.domain.Wanted;
import health.lifelong.analytics.plan.domain.FollowUp;
import health.lifelong.analytics.plan.domain.PlanAction;
import health.lifelong.analytics.whatif.domain.LeverEffect.Basis;
import health.lifelong.analytics.whatif.domain.WhatIf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * At most three things to do: results that wait for a second look, then the lever with the largest
 * shown effect, then a question, which costs nothing, or the test that would say most. Of two
 * levers the one with the larger absolute effect comes first, then what trials have shown, then the
 * order of the levers.
 */
public final class Actions {
  private static final int MOST = 3;

  private Actions() {}

  /** The actions, the most pressing first. */
  public static List<PlanAction> rank(
      List<FollowUp> open, List<WhatIf> levers, List<Ranked> missing) {
    List<PlanAction> actions = new ArrayList<>();
    List<FollowUp> left = open.stream().filter(FollowUp::leftOpen).toList();
    List<FollowUp> now = open.stream().filter(f -> !f.leftOpen()).toList();
    if (!left.isEmpty()) {
      actions.add(new PlanAction.SecondLook(left, true));
    }
    if (!now.isEmpty()) {
      actions.add(new PlanAction.SecondLook(now, false));
    }
    levers.stream()
        .filter(WhatIf.Possible.class::isInstance)
        .map(WhatIf.Possible.class::cast)
        .min(
            Comparator.comparingDouble(Actions::lessPeople)
                .thenComparing(p -> p.evidence().basis() != Basis.CAUSAL)
                .thenComparing(WhatIf.Possible::lever))
        .ifPresent(lever -> actions.add(new PlanAction.Move(lever)));
    fill(missing).ifPresent(gap -> actions.add(new PlanAction.Fill(gap)));
    return List.copyOf(actions.subList(0, StrictMath.min(MOST, actions.size())));
  }

  /** A question before a test of the same or less worth; otherwise the first of the ranking. */
  private static Optional<Ranked> fill(List<Ranked> missing) {
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    double most = missing.getFirst().worth();
    return missing.stream()
        .filter(gap -> gap.worth() >= most && gap.wanted().kind() == Wanted.Kind.QUESTION)
        .findFirst()
        .or(() -> Optional.of(missing.getFirst()));
  }

  /** Minus the smaller end of the absolute effect: nothing is promised that may not come. */
  private static double lessPeople(WhatIf.Possible lever) {
    WhatIf.People people = lever.people();
    return people == null ? 0 : people.high() - people.now();
  }
}
