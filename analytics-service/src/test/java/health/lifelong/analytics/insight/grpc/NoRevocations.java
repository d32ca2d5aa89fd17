package health.lifelong.analytics.insight.grpc;

import health.lifelong.platform.gate.RevocationSource;
import health.lifelong.platform.token.Revocation;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;

/** The list of revocations where no profile-service runs: nobody's token was taken back. */
@ApplicationScoped
@Alternative
@Priority(1)
public class NoRevocations implements RevocationSource {
  @Override
  public List<Revocation> read() {
    return List.of();
  }
}
