package health.lifelong.platform.gate;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.platform.token.AccessToken;
import health.lifelong.platform.token.OperationRule.Whose;
import health.lifelong.platform.token.Operations;
import health.lifelong.platform.token.Operations.Entry;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * The door of every operation, REST and gRPC alike: {@code operations.csv} says who may come in,
 * and what it does not name stays shut.
 */
@ApplicationScoped
public class Doors {
  private final Operations operations = Operations.load();
  private final RevocationList revocations;
  private final Clock clock = Clock.systemUTC();

  Doors(RevocationList revocations) {
    this.revocations = revocations;
  }

  /** The refusal of this caller at this operation; empty where it may come in. */
  public Optional<LifelongException> refusal(String operation, SecurityIdentity identity) {
    if (!(identity.getPrincipal() instanceof GatePrincipal principal)) {
      return refused(ErrorReason.ERROR_REASON_TOKEN_MISSING);
    }
    AccessToken token = principal.token();
    return switch (operations.enter(operation, token, clock.instant().getEpochSecond())) {
      case Entry.Open open when !principal.isLinked() && open.rule().whose() != Whose.ACCOUNT ->
          refused(ErrorReason.ERROR_REASON_ACCOUNT_NOT_LINKED);
      case Entry.Open open when open.rule().strong() && !revocations.isCurrent() ->
          refused(ErrorReason.ERROR_REASON_DEPENDENCY_UNAVAILABLE);
      case Entry.Open open -> Optional.empty();
      case Entry.Refused refused -> refused(ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT);
      case Entry.StepUp needed -> refused(ErrorReason.ERROR_REASON_STEP_UP_NEEDED);
      case Entry.Foreign foreign -> refused(ErrorReason.ERROR_REASON_NOT_FOUND);
    };
  }

  private static Optional<LifelongException> refused(ErrorReason reason) {
    return Optional.of(new LifelongException(reason, "", Map.of()));
  }
}
