package health.lifelong.analytics.ledger.client;

import health.lifelong.analytics.ledger.app.Follower;
import health.lifelong.platform.gate.AccountLinks;
import health.lifelong.platform.gate.JobTokens;
import health.lifelong.platform.gate.RecentAccounts;
import health.lifelong.profile.v1.MutinyAccountServiceGrpc.MutinyAccountServiceStub;
import io.quarkus.grpc.GrpcClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Who an account speaks for, as profile-service says. */
@ApplicationScoped
public class ProfileAccounts implements AccountLinks {
  private final AccountLinks links;

  ProfileAccounts(@GrpcClient("profile") MutinyAccountServiceStub profile, JobTokens tokens) {
    this.links = RecentAccounts.of(profile, () -> tokens.current(Follower.JOB));
  }

  @Override
  public Uni<Optional<String>> personOf(Account account) {
    return links.personOf(account);
  }
}
