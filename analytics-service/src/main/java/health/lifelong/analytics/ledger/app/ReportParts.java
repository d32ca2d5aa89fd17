package health.lifelong.analytics.ledger.app;

import health.lifelong.analytics.insight.domain.InsightReport;
import java.util.Map;

/** Writes reports as the contract does, in parts that can be replaced one by one. */
public interface ReportParts {

  /** The parts of a report by model; the part {@code ""} has all that is of no model. */
  Map<String, byte[]> of(InsightReport report);
}
