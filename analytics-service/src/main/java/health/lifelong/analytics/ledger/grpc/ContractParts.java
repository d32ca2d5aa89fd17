package health.lifelong.analytics.ledger.grpc;

import health.lifelong.analytics.insight.domain.InsightReport;
import health.lifelong.analytics.insight.grpc.InsightMapper;
import health.lifelong.analytics.ledger.app.ReportParts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Reports in the messages of the contract. */
@ApplicationScoped
public class ContractParts implements ReportParts {
  @Override
  public Map<String, byte[]> of(InsightReport report) {
    return InsightMapper.parts(report);
  }
}
