package health.lifelong.platform.token;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** The signature of a token, checked by jose4j under exactly one algorithm. */
public final class Signature {
  private Signature() {}

  /**
   * Checks a signature.
   *
   * @throws TokenRefused if the header asks for another algorithm, or the signature does not hold
   */
  public static void check(
      CompactToken token, TokenHeader header, java.security.Key key, String algorithm) {
    if (!header.algorithm().equals(algorithm)) {
      throw new TokenRefused("algorithm");
    }
    JsonWebSignature signature = new JsonWebSignature();
    signature.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, algorithm));
    signature.setKey(key);
    try {
      signature.setCompactSerialization(token.text());
      if (signature.verifySignature()) {
        return;
      }
    } catch (JoseException | RuntimeException e) {
      throw new TokenRefused("signature unreadable");
    }
    throw new TokenRefused("signature");
  }
}
