package health.lifelong.ingestion.submission.client;

import health.lifelong.platform.gate.JobTokens;
import health.lifelong.platform.gate.RevocationFeed;
import health.lifelong.platform.gate.RevocationSource;
import health.lifelong.platform.token.Revocation;
import health.lifelong.profile.v1.RevocationServiceGrpc.RevocationServiceBlockingStub;
import io.quarkus.grpc.GrpcClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The revocations that profile-service keeps. */
@ApplicationScoped
public class ProfileRevocations implements RevocationSource {
  private final RevocationServiceBlockingStub profile;
  private final JobTokens tokens;

  ProfileRevocations(
      @GrpcClient("profile") RevocationServiceBlockingStub profile, JobTokens tokens) {
    this.profile = profile;
    this.tokens = tokens;
  }

  @Override
  public List<Revocation> read() {
    return RevocationFeed.read(profile, tokens.current(GrpcRecordWriter.JOB));
  }
}
