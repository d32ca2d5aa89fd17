package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.pack.domain.ServedModel;
import java.util.List;

/** Applies one model to a record and puts its results, or its refusals, into words. */
interface InsightRule {

  /** The card of the model behind it. */
  ModelCard card();

  /**
   * The insights, in a fixed order; none where a safety notice or a hold keeps every input back.
   */
  List<Insight> apply(InsightContext context, ServedModel served);
}
