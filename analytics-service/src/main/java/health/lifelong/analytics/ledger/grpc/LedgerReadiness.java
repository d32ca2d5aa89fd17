package health.lifelong.analytics.ledger.grpc;

import health.lifelong.analytics.ledger.app.LedgerShelf;
import health.lifelong.analytics.ledger.app.LedgerShelf.State;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says whether the ledger is there. The service stays ready without it, as reports are then
 * computed at each read.
 */
@Readiness
@ApplicationScoped
public class LedgerReadiness implements HealthCheck {
  private final LedgerShelf shelf;

  public LedgerReadiness(LedgerShelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("insight ledger")
        .up()
        .withData(
            "state",
            switch (shelf.probe()) {
              case State.HERE -> "here";
              case State.AWAY -> "away: insights are computed at each read, not kept";
            })
        .build();
  }
}
