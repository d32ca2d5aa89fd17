package health.lifelong.profile.revocation.app;

import health.lifelong.platform.token.Revocation;
import health.lifelong.platform.token.Revocation.Kind;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Keeps revocations as long as a token they cover could live. */
public interface RevocationBook {
  /** Ends what that names, as of now by the database's clock. */
  Uni<Revocation> revoke(Kind kind, String value);

  /** What is in force. */
  Uni<List<Revocation>> inForce();
}
