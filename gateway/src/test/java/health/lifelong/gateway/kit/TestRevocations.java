package health.lifelong.gateway.kit;

import health.lifelong.platform.gate.RevocationSource;
import health.lifelong.platform.token.Revocation;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The list of revocations where no profile-service runs. */
@ApplicationScoped
@Alternative
@Priority(1)
public class TestRevocations implements RevocationSource {
  private final List<Revocation> all = new CopyOnWriteArrayList<>();

  /** Adds one. */
  public void add(Revocation revocation) {
    all.add(revocation);
  }

  @Override
  public List<Revocation> read() {
    return List.copyOf(all);
  }
}
