package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.insight.domain.InputPart;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.pack.domain.ServedModel;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Applies one model to a record and puts its results, or its refusals, into words. */
interface InsightRule {

  /** The card of the model behind it. */
  ModelCard card();

  /**
   * The parts of a record that its answers can depend on, beside the person: it is applied anew
   * where one of them changed. A rule that does not say depends on all.
   */
  default Set<InputPart> reads() {
    return EnumSet.allOf(InputPart.class);
  }

  /**
   * The insights, in a fixed order; none where a safety notice or a hold keeps every input back.
   */
  List<Insight> apply(InsightContext context, ServedModel served);
}
