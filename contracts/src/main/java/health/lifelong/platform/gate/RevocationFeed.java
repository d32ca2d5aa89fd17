package health.lifelong.platform.gate;

import health.lifelong.platform.Calls;
import health.lifelong.platform.token.Revocation;
import health.lifelong.profile.v1.ListRevocationsRequest;
import health.lifelong.profile.v1.RevocationServiceGrpc.RevocationServiceBlockingStub;
import java.util.List;

/** Reads profile-service's list of revocations, as the services that call it do. */
public final class RevocationFeed {
  private RevocationFeed() {}

  /** What is in force, asked with the token of a job of the asking service. */
  public static List<Revocation> read(RevocationServiceBlockingStub profile, String jobToken) {
    return RevocationMessages.read(
        Calls.as(profile, jobToken, Calls.READ)
            .listRevocations(ListRevocationsRequest.getDefaultInstance()));
  }
}
