package health.lifelong.analytics.plan.domain;

import health.lifelong.analytics.measurement.domain.Ranked;
import health.lifelong.analytics.whatif.domain.WhatIf;
import java.util.List;

/** Something worth doing. */
public sealed interface PlanAction {

  /** To have results looked at again. */
  record SecondLook(List<FollowUp> results, boolean leftOpen) implements PlanAction {
    public SecondLook {
      results = List.copyOf(results);
    }
  }

  /** To move a lever. */
  record Move(WhatIf.Possible lever) implements PlanAction {}

  /** To answer a question, or to have something tested. */
  record Fill(Ranked missing) implements PlanAction {}
}
