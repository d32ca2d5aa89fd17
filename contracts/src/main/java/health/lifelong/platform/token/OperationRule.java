package health.lifelong.platform.token;

import java.util.Optional;

/**
 * One role's right to call one operation, a row of {@code operations.csv}.
 *
 * @param service where the operation is served
 * @param door rest or grpc
 * @param operation HTTP method and path template, or full gRPC method name
 * @param scope what the token's scopes must cover; empty for roles whose right needs none
 * @param strong whether a strong and recent sign-in is needed
 * @param whose whose data: the caller's own, a person in the caller's care, the caller's centre's,
 *     or any; held where the data is
 * @param consent purposes whose consent is asked, in the words of trust-and-privacy.md; empty where
 *     none is
 */
public record OperationRule(
    String service,
    String door,
    String operation,
    String role,
    Optional<Scope> scope,
    boolean strong,
    Whose whose,
    String consent) {

  /** Whose data an operation is about. */
  public enum Whose {
    OWN,
    CARE,
    CENTRE,
    ANY,
    /** The caller's own account, whether or not it speaks for a person yet. */
    ACCOUNT,
    /** The caller may ask, learns what an unknown id would tell, and the try is recorded. */
    NOBODY
  }
}
